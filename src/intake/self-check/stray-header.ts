import { languages } from '../../events/localized';
import type { CellValue } from '../../platform/services';
import { hiddenColumnsOf, hiddenTitles } from '../../sheets/hidden-columns';
import { ourColumns, type OpenTab } from '../../sheets/open-tab';

/**
 * Of a header that stands twice, since it was mended in the very moment in which the user put rows above it, the one with more of our
 * titles stays. Buffered; callers hold the lock.
 */
export function keepOneHeader(open: OpenTab, rows: readonly number[]): void {
  const { layout } = open;
  // From the bottom up, so that the rows still to go keep their place.
  for (const row of [...rows].sort((a, b) => b - a)) {
    const stray = readRow(open, row);
    // A sort may have come since they were found.
    if (stray[layout.keyColumn ?? 0] !== hiddenTitles.number) continue;
    const header = readRow(open, layout.headerRow);
    const isBetter = countTitles(open, stray) > countTitles(open, header);
    if (isBetter && row === layout.headerRow + 1) moveHeader(open, { stray, header });
    else dropHeader(open, row, { stray, header });
  }
}

type Row = readonly CellValue[];

interface Headers {
  readonly stray: Row;
  /** The one in use. */
  readonly header: Row;
}

const areaOf = (row: number, column: number, columns = 1) => ({ row, column, rows: 1, columns });

const readRow = ({ sheet }: OpenTab, row: number): Row =>
  sheet.read(areaOf(row, 1, sheet.maxColumns()))[0] ?? [];

/** How many of our visible columns have a title of ours there. */
const countTitles = ({ tab, layout }: OpenTab, row: Row): number =>
  tab.columns.filter(({ id, title }) => {
    const cell = row[(layout.columns.get(id) ?? 0) - 1];
    return languages.some((language) => title[language] === cell);
  }).length;

/** The row below becomes the header: it gets what is hidden, and our titles leave the user's row. */
function moveHeader({ tab, sheet, layout }: OpenTab, { stray, header }: Headers): void {
  const { keyColumn, recordColumn, headerRow } = layout;
  const row = headerRow + 1;
  const hidden = hiddenColumnsOf(tab).map((name) => hiddenTitles[name]);
  const titles = new Set<CellValue>(
    tab.columns.flatMap(({ title }) => languages.map((language) => title[language])),
  );
  sheet.write(areaOf(row, keyColumn ?? 1, hidden.length), [hidden]);
  sheet.write(areaOf(row, recordColumn ?? 1), [[header[(recordColumn ?? 1) - 1] ?? '']]);
  for (const column of layout.columns.values()) {
    const title = header[column - 1] ?? '';
    if (!titles.has(title)) continue;
    if ((stray[column - 1] ?? '') === '') sheet.write(areaOf(row, column), [[title]]);
    sheet.write(areaOf(headerRow, column), [['']]);
  }
  sheet.write(areaOf(headerRow, keyColumn ?? 1, hidden.length), [hidden.map(() => '')]);
  sheet.write(areaOf(headerRow, recordColumn ?? 1), [['']]);
}

/** Titles of the user's columns that the header in use lacks move there. */
function dropHeader(
  { tab, sheet, layout }: OpenTab,
  row: number,
  { stray, header }: Headers,
): void {
  const ours = new Set(ourColumns(tab, layout)).add(layout.recordColumn ?? 0);
  stray.forEach((title, index) => {
    if (title === '' || ours.has(index + 1) || (header[index] ?? '') !== '') return;
    sheet.write(areaOf(layout.headerRow, index + 1), [[title]]);
  });
  sheet.deleteRows(row, 1);
}
