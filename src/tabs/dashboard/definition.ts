import { say } from '../../events/localized';
import type { TabDefinition } from '../../sheets/definition';

/** The first tab: what the manager looks at. Its cells are in `layout.ts`. */
export const dashboard: TabDefinition = {
  id: 'dashboard',
  title: say('Painel', 'Tablero', 'Dashboard'),
  kind: 'view',
  entity: null,
  columns: [],
  color: '#1a73e8',
};
