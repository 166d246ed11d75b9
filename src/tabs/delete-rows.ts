import type { Sheet } from '../platform/services';
import type { TabDefinition } from './definition';
import { readLayout } from './layout';

/** Takes rows of ours away, told by their key; every other row stays. Returns how many went. */
export function deleteRows(
  tab: TabDefinition,
  sheet: Sheet,
  isGoing: (key: string) => boolean,
): number {
  const [header = []] = sheet.read({ row: 1, column: 1, rows: 1, columns: sheet.maxColumns() });
  const { keyColumn } = readLayout(tab, header, sheet);
  const count = sheet.lastRow() - 1;
  if (keyColumn === null || count < 1) return 0;
  const keys = sheet.read({ row: 2, column: keyColumn, rows: count, columns: 1 });
  const rows = keys.flatMap(([key = ''], index) => (isGoing(String(key)) ? [index + 2] : []));
  // From the bottom up, so that the rows still to go keep their place.
  for (const row of rows.reverse()) sheet.deleteRows(row, 1);
  return rows.length;
}
