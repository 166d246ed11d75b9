import type { CellValue, Services } from '../../platform/services';
import { configFrom } from '../../settings/config';
import { tabIds, tabs } from '../../tabs/tabs';
import { languageOf } from '../language';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';
import { openPlace, readPlace, type OpenPlace } from './open-place';

/** A cell as the page asks for it; anybody with the page's token may ask for any. */
interface AskedCell {
  readonly tab: string;
  readonly row: string;
  readonly column: string;
  readonly key: string;
}

/**
 * Brings the cell of something that was found to the front, where its row stands by now. A hidden tab stays hidden: the person is told
 * how to show it.
 */
export function showCell(services: Services, asked: AskedCell): Outcome {
  const speak = speaker(services);
  const tab = tabIds.find((id) => id === asked.tab);
  const [row, column] = [Number(asked.row), Number(asked.column)];
  if (tab === undefined || !Number.isSafeInteger(row) || !Number.isSafeInteger(column))
    return refused(speak('badRequest'));
  const { settings } = configFrom(services.properties.getAll());
  const place = openPlace(services, settings, { tab, budget: { leftMs: 0 } });
  const found = place === null ? null : findAgain(place, row, asked.key);
  if (place === null || found === null || column < 1 || column > place.width)
    return refused(speak('rowGone'));
  const name = tabs[tab].title[languageOf(services.host.locale())];
  if (place.sheet.isHidden())
    return done(null, speak('tabHidden', { tab: name, row: String(found) }));
  place.sheet.activateCell(found, column);
  return done(null, speak('cellShown', { tab: name, row: String(found) }));
}

/** The row that the key tells; people sort and delete. */
function findAgain(place: OpenPlace, row: number, key: string): number | null {
  const { keyColumn: column, firstRow, lastRow } = place;
  if (column === null || lastRow < firstRow) return null;
  const has = (cell: CellValue = ''): boolean => String(cell) === key;
  const budget = { leftMs: 0 };
  if (row >= firstRow && row <= lastRow) {
    const [[cell] = []] = readPlace(place, { row, column, rows: 1, columns: 1 }, budget);
    if (has(cell)) return row;
  }
  const all = { row: firstRow, column, rows: lastRow - firstRow + 1, columns: 1 };
  const index = readPlace(place, all, budget).findIndex(([cell]) => has(cell));
  return index < 0 ? null : firstRow + index;
}
