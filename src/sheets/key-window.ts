import type { Sheet } from '../platform/services';
import type { TabDefinition } from './definition';
import { hiddenColumnsOf } from './hidden-columns';
import type { Cells, Layout } from './layout';
import { emptyRecord, type TabRecord } from './tab-record';

/** A row's hidden cells. */
export interface KeyRow {
  readonly row: number;
  readonly key: string;
  readonly number: number;
  /** When the row was appended, epoch ms. */
  readonly writtenAtMs: number;
  /** The `Estado` text; blank in logs. */
  readonly state: string;
}

/** Where a tab's rows begin, and how they are read. */
export interface Base {
  readonly tab: TabDefinition;
  readonly sheet: Sheet;
  readonly layout: Layout;
  /** First row below the header. */
  readonly firstRow: number;
}

const windowRows = 2000;
const maxWindowRows = 64 * windowRows;
/** The window reaches at least this far back, so that a fresh entity is known to be new without a search. */
const windowSpanMs = 15 * 60_000;

/** The hidden cells of the last rows, from that row on. */
export interface Window {
  readonly hidden: Cells;
  readonly row: number;
}

/** Reads the last rows' hidden cells; more of them while that makes the unbroken run longer and it is short of its span. */
export function readWindow(base: Base, lastRow: number, everyRow: boolean): Window {
  const { tab, sheet, layout, firstRow } = base;
  const columns = hiddenColumnsOf(tab).length;
  for (let wanted = everyRow ? Infinity : windowRows; ; wanted *= 4) {
    const row = Math.max(firstRow, lastRow - wanted + 1);
    const rows = lastRow - row + 1;
    if (rows < 1) return { hidden: [], row: firstRow };
    const hidden = sheet.read({ row, column: layout.keyColumn ?? 1, rows, columns });
    const isEnough = row === firstRow || wanted >= maxWindowRows;
    if (isEnough || !wantsMore(toKeyRows(hidden, row), layout)) return { hidden, row };
  }
}

/** More rows are of use where none of ours is in the window, or all that are belong to a run that is still short. */
function wantsMore(keyRows: readonly KeyRow[], { record }: Layout): boolean {
  if (keyRows.length === 0) return true;
  const run = newestRun(keyRows, record ?? emptyRecord);
  if (run === null || run.count < keyRows.length) return false;
  return run.untilMs - run.fromMs < windowSpanMs;
}

interface Run {
  readonly count: number;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** The rows that carry the newest number and, without a gap, those below it; null when the newest is not among them. */
export function newestRun(keyRows: readonly KeyRow[], { last }: TabRecord): Run | null {
  const times = new Map(keyRows.map(({ number, writtenAtMs }) => [number, writtenAtMs] as const));
  const untilMs = times.get(last) ?? 0;
  let [count, fromMs] = [0, untilMs];
  // A row whose time is gone proves nothing about the rows that are older.
  for (let atMs = untilMs; atMs > 0; atMs = times.get(last - count) ?? 0) {
    fromMs = atMs;
    count += 1;
  }
  return count === 0 ? null : { count, fromMs, untilMs };
}

/** The rows of a block of hidden cells that hold a key. */
export function toKeyRows(cells: Cells, firstRow: number): KeyRow[] {
  return cells.flatMap(([key = '', number = 0, writtenAtMs = 0, state = ''], index) =>
    key === ''
      ? []
      : [
          {
            row: firstRow + index,
            key: String(key),
            number: Number(number),
            writtenAtMs: Number(writtenAtMs),
            state: String(state),
          },
        ],
  );
}

/** The last row that has a number of ours; 0 when none has. */
export function lastNumberRow({ hidden, row }: Window): number {
  for (let index = hidden.length - 1; index >= 0; index -= 1)
    if (typeof hidden[index]?.[1] === 'number') return row + index;
  return 0;
}
