import type { Sheet } from '../platform/services';
import type { TabDefinition } from './definition';
import { readLayout, topRows } from './layout';
import { toStretches } from './stretches';

/** Deletes rows, those side by side in one call: from the bottom up, so that the rows still to go keep their place. */
export function dropRows(sheet: Sheet, rows: readonly number[]): void {
  for (const { first, last } of [...toStretches(rows)].reverse())
    sheet.deleteRows(first, last - first + 1);
}

/**
 * Takes rows of ours away, told by what stands in their key's cell now; every other row stays. Returns how many went. What goes at the end leaves the newest
 * number of the tab's record without a row: entities are searched for until further rows are appended.
 */
export function deleteRows(
  tab: TabDefinition,
  sheet: Sheet,
  isGoing: (key: string, row: number) => boolean,
): number {
  const size = { rows: Math.min(topRows, sheet.maxRows()), columns: sheet.maxColumns() };
  const { keyColumn, headerRow } = readLayout(
    tab,
    sheet.read({ row: 1, column: 1, ...size }),
    sheet,
  );
  const count = sheet.lastRow() - headerRow;
  if (keyColumn === null || count < 1) return 0;
  const firstRow = headerRow + 1;
  const keys = sheet.read({ row: firstRow, column: keyColumn, rows: count, columns: 1 });
  const rows = keys.flatMap(([key = ''], index) =>
    isGoing(String(key), firstRow + index) ? [firstRow + index] : [],
  );
  dropRows(sheet, rows);
  return rows.length;
}
