import { say } from '../../events/localized';
import type { TabDefinition } from '../../sheets/definition';
import { plain } from '../shared/plain-column';

/** Hidden cells that formulas lean on: the present time in the zone of the settings. */
export const settingsTab: TabDefinition = {
  id: 'settings',
  title: say('Ajustes', 'Ajustes', 'Settings'),
  kind: 'ledger',
  entity: null,
  columns: [
    plain('name', 'text', ['Nome', 'Nombre', 'Name']),
    plain('value', 'text', ['Valor', 'Valor', 'Value']),
  ],
  color: '#9aa0a6',
};
