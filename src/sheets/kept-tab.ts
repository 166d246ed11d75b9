import { toStretches } from './stretches';
import type { KeyRow } from './key-window';
import type { OpenTab } from './open-tab';
import type { SeenTop } from './seen-top';

/**
 * A tab as a round of writing left it, for the next round under the same lock: nobody else of ours writes meanwhile, but people may
 * sort, insert and delete. So it serves only while everything that is cheap to look at is as it was left.
 */
export type KeptTab = OpenTab;

/** The formula that shows its first row must show its header. */
export const mayBeKept = ({ layout }: OpenTab): boolean => layout.headerRow === 1;

/** True while header, record and the place of the newest row are those that were left there. No call. */
export const isAsLeft = ({ header, lastNumberRow }: KeptTab, seen: SeenTop | undefined): boolean =>
  seen?.row === 1 &&
  seen.header.length === header.length &&
  seen.header.every((title, index) => title === header[index]) &&
  seen.lastNumberRow === lastNumberRow;

/** Rows in between that are read for nothing. */
const rowsBetween = 500;

/** True while these rows stand where they were left. A call for each group of rows. */
export function standAsLeft({ sheet, layout }: KeptTab, rows: readonly KeyRow[]): boolean {
  const column = layout.keyColumn ?? 1;
  const keys = new Map<number, string>();
  for (const { first, last } of toStretches(
    rows.map(({ row }) => row),
    rowsBetween,
  ))
    sheet
      .read({ row: first, column, rows: last - first + 1, columns: 1 })
      .forEach(([key = ''], index) => keys.set(first + index, String(key)));
  return rows.every(({ row, key }) => keys.get(row) === key);
}
