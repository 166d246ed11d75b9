import { languages } from '../events/localized';
import type { CellValue, Sheet } from '../platform/services';
import type { TabDefinition } from './definition';
import { headerLook } from './dress-columns';
import { isOurs, readTop, type HiddenCells } from './find-hidden';
import { hiddenTitles } from './hidden-columns';
import { topRows, type Cells } from './layout';

/**
 * Brings the header above the first row of ours and among the first rows of the sheet: a sort may have taken it along, and the user
 * may have cleared or deleted it. Returns its row.
 */
export function mendHeader(sheet: Sheet, tab: TabDefinition, cells: HiddenCells): number {
  const firstRow = firstOwnRow(cells);
  const top = readTop(sheet);
  const headerRow = rowOfTitles(cells) ?? rowOfVisibleTitles(tab, top, firstRow);
  if (headerRow === null) return makeHeaderRow(sheet, top, firstRow);
  const highest = Math.min(firstRow ?? Infinity, topRows);
  if (headerRow <= highest) return headerRow;
  sheet.moveRow(headerRow, highest);
  return highest;
}

function firstOwnRow({ keys, numbers }: HiddenCells): number | null {
  const index = keys.findIndex((key, at) => isOurs(key, numbers[at]));
  return index < 0 ? null : index + 1;
}

/** The row in which a hidden column has its title. */
function rowOfTitles({ keys, numbers }: HiddenCells): number | null {
  const titles: ReadonlySet<CellValue> = new Set([hiddenTitles.number, hiddenTitles.writtenAt]);
  const index = keys.findIndex(
    (key, at) => key === hiddenTitles.key || titles.has(numbers[at] ?? ''),
  );
  return index < 0 ? null : index + 1;
}

/** The row above ours that has most titles of the visible columns. */
function rowOfVisibleTitles(
  tab: TabDefinition,
  top: Cells,
  firstRow: number | null,
): number | null {
  const titles = new Set<CellValue>(
    tab.columns.flatMap(({ title }) => languages.map((language) => title[language])),
  );
  const counts = top
    .slice(0, (firstRow ?? topRows + 1) - 1)
    .map((row) => row.filter((cell) => titles.has(cell)).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? null : counts.indexOf(most) + 1;
}

/** The blank row above the first one of ours (where the header was cleared), else a new one. */
function makeHeaderRow(sheet: Sheet, top: Cells, firstRow: number | null): number {
  const below = firstRow ?? 2;
  const isBlank = (row: number): boolean => (top[row - 1] ?? []).every((cell) => cell === '');
  const headerRow = below > 1 && isBlank(below - 1) ? below - 1 : Math.min(below, topRows);
  if (headerRow !== below - 1) sheet.insertRow(headerRow);
  const columns = sheet.maxColumns();
  sheet.setLook({ row: headerRow, column: 1, rows: 1, columns }, headerLook);
  return headerRow;
}
