import type { ActionTable } from '../action';
import { search } from './search';
import { showCell } from './show-cell';

/** What the page Procurar may ask for. */
export const searchActions: ActionTable = {
  search: {
    takes: ['what', 'cursor'],
    run: (services, [what = '', cursor = '']) => search(services, what, cursor),
  },
  showCell: {
    takes: ['tab', 'row', 'column', 'key'],
    run: (services, [tab = '', row = '', column = '', key = '']) =>
      showCell(services, { tab, row, column, key }),
  },
};
