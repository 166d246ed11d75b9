import { say } from '../../events/localized';
import type { TabDefinition } from '../../sheets/definition';
import { plain } from '../shared/plain-column';

/**
 * Hidden ring of what rows lately added to the numbers: one record a hold, in the place that its number gives it; the header of the
 * first column says the highest number given.
 */
export const moves: TabDefinition = {
  id: 'moves',
  title: say('Movimentos', 'Movimientos', 'Moves'),
  kind: 'ledger',
  entity: null,
  columns: [
    plain('number', 'number', ['#', '#', '#']),
    plain('sums', 'text', ['Soma', 'Suma', 'Sums']),
  ],
  color: '#9aa0a6',
};
