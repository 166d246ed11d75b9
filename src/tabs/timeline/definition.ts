import { say } from '../../events/localized';
import type { TabDefinition } from '../../sheets/definition';

/** One day of every agent, a cell per quarter of an hour. Its cells are in `layout.ts`. */
export const timeline: TabDefinition = {
  id: 'timeline',
  title: say('Linha do tempo', 'Línea de tiempo', 'Timeline'),
  kind: 'view',
  entity: null,
  columns: [],
  color: '#33b679',
};
