import { say } from '../../events/localized';
import type { TabDefinition } from '../../sheets/definition';
import { plain } from '../shared/plain-column';

/** Hidden book of the numbers: a row for each day, connection, dimension and value, and for each that is open now. */
export const totals: TabDefinition = {
  id: 'totals',
  title: say('Totais', 'Totales', 'Totals'),
  kind: 'ledger',
  entity: null,
  columns: [
    plain('place', 'text', ['Do que', 'De qué', 'Of what']),
    plain('measures', 'text', ['Números', 'Números', 'Numbers']),
    plain('through', 'number', ['Até o movimento', 'Hasta el movimiento', 'Up to move']),
  ],
  color: '#9aa0a6',
};
