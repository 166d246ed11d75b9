import type { Sheet } from '../platform/services';
import type { TabDefinition } from './definition';
import { isOurs } from './find-hidden';
import { hiddenColumnsOf, isAppendNumber } from './hidden-columns';
import { findHeader, readLayout, topRows, type Cells, type Layout } from './layout';
import type { SeenTop } from './seen-top';
import {
  lastNumberRow,
  newestRun,
  readWindow,
  toKeyRows,
  type Base,
  type KeyRow,
  type Window,
} from './key-window';
import { emptyRecord, type TabRecord } from './tab-record';

/** A tab opened for one hold of the lock: its layout and the hidden cells of its last rows. */
export interface OpenTab extends Base {
  readonly record: TabRecord;
  /** False when the tab cannot be written as it stands: see `isWhole` below. */
  readonly isWhole: boolean;
  /** Rows of the window by key; of a key that stands twice, the first. */
  readonly byKey: ReadonlyMap<string, KeyRow>;
  /** True when the window holds every row of the tab. */
  readonly isComplete: boolean;
  /**
   * No row outside the window was appended after this, epoch ms; Infinity when nothing is known. The record says which number is
   * the newest; where the window has that number and all below it down to some row, every other row of the tab is older than that
   * row, however the tab was sorted. Deleting or sorting shortens this run, and rows that are appended later make it grow again.
   */
  readonly windowFromMs: number;
  /** First row where a new row may be put: nothing of ours stands there or below. */
  readonly nextRow: number;
  /** Last row that carries an append number; 0 when none does, as far as was looked. */
  readonly lastNumberRow: number;
  /** The cells of the header's row as text. */
  readonly header: readonly string[];
}

/** Tabs up to this many cells are read whole in one call. */
const smallTabCells = 12_000;
/** How a tab is opened. */
export interface Opening {
  /** The window holds all rows, however many (for bookkeeping, whose keys are not known yet). */
  readonly everyRow?: boolean;
  /** What is known of its first row, seen a moment ago under this very lock and before anything was written. */
  readonly seen?: SeenTop | undefined;
}

/** Opens a tab: one read for a small one, three calls for a long one, two where its first row is known; whatever its length. */
export function openTab(tab: TabDefinition, sheet: Sheet, opening: Opening = {}): OpenTab {
  const { seen } = opening;
  if (seen !== undefined && isLong(seen.rows, seen.header.length)) {
    const open = openSeen(tab, sheet, { ...opening, seen });
    if (open?.isWhole === true) return open;
  }
  const [rows, columns] = [sheet.maxRows(), sheet.maxColumns()];
  if (!isLong(rows, columns)) return openSmall(tab, sheet, { rows, columns });
  const top = sheet.read({ row: 1, column: 1, rows: Math.min(topRows, rows), columns });
  return openLong({ tab, sheet, top }, opening);
}

/** Of so many cells that it is not read whole. */
export const isLong = (rows: number, columns: number): boolean => rows * columns > smallTabCells;

/** Null where the first row is not the header: then it is to be looked for. */
function openSeen(
  tab: TabDefinition,
  sheet: Sheet,
  { seen, ...opening }: Opening & { readonly seen: SeenTop },
): OpenTab | null {
  const top = [seen.header];
  if (seen.row !== 1 || findHeader(tab, top) === null) return null;
  return openLong({ tab, sheet, top }, opening);
}

interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

function openSmall(tab: TabDefinition, sheet: Sheet, size: GridSize): OpenTab {
  const all = sheet.read({ row: 1, column: 1, ...size });
  const top = all.slice(0, topRows);
  const layout = readLayout(tab, top, sheet);
  const firstRow = layout.headerRow + 1;
  const cells = all.slice(layout.headerRow);
  const start = (layout.keyColumn ?? 0) - 1;
  const hidden = layout.keyColumn === null ? [] : cells.map((row) => row.slice(start, start + 4));
  return assemble({
    base: { tab, sheet, layout, firstRow },
    top,
    window: { hidden, row: firstRow },
    nextRow: firstRow + countUsed(cells, ourColumns(tab, layout)),
  });
}

interface Top {
  readonly tab: TabDefinition;
  readonly sheet: Sheet;
  readonly top: Cells;
}

function openLong({ tab, sheet, top }: Top, opening: Opening): OpenTab {
  const layout = readLayout(tab, top, sheet);
  const base = { tab, sheet, layout, firstRow: layout.headerRow + 1 };
  const lastRow = Math.max(layout.headerRow, sheet.lastRow());
  if (layout.keyColumn === null) {
    const window = { hidden: [], row: base.firstRow };
    return assemble({ base, top, window, nextRow: lastRow + 1 });
  }
  const window = readWindow(base, lastRow, opening.everyRow === true);
  const lastKeyRow = toKeyRows(window.hidden, window.row).pop()?.row ?? layout.headerRow;
  const nextRow =
    lastKeyRow === lastRow
      ? lastRow + 1
      : findFreeRow(base, { lastKeyRow, lastRow, columns: top[0]?.length ?? 1 });
  return assemble({ base, top, window, nextRow });
}

interface FreeRowSearch {
  readonly lastKeyRow: number;
  readonly lastRow: number;
  readonly columns: number;
}

/** Below our last row stands something of the user's (check boxes, formulas): it matters only where it is in our columns. */
function findFreeRow({ tab, sheet, layout }: Base, search: FreeRowSearch): number {
  const rows = search.lastRow - search.lastKeyRow;
  const below = sheet.read({
    row: search.lastKeyRow + 1,
    column: 1,
    rows,
    columns: search.columns,
  });
  return search.lastKeyRow + 1 + countUsed(below, ourColumns(tab, layout));
}

/** The columns that we write, hidden ones included. */
export function ourColumns(tab: TabDefinition, layout: Layout): readonly number[] {
  const hidden = hiddenColumnsOf(tab).map((_name, index) => (layout.keyColumn ?? 0) + index);
  return [...layout.columns.values(), ...(layout.keyColumn === null ? [] : hidden)];
}

/** How many rows, from the first, end with the last one that holds anything in these columns. */
function countUsed(cells: Cells, columns: readonly number[]): number {
  for (let index = cells.length - 1; index >= 0; index -= 1) {
    if (columns.some((column) => (cells[index]?.[column - 1] ?? '') !== '')) return index + 1;
  }
  return 0;
}

interface Parts {
  readonly base: Base;
  readonly top: Cells;
  readonly window: Window;
  readonly nextRow: number;
}

function assemble({ base, top, window, nextRow }: Parts): OpenTab {
  const keyRows = toKeyRows(window.hidden, window.row);
  const byKey = new Map<string, KeyRow>();
  for (const row of keyRows) if (!byKey.has(row.key)) byKey.set(row.key, row);
  const record = base.layout.record ?? emptyRecord;
  return {
    ...base,
    record,
    isWhole: isWhole(base.layout, top, { hidden: window.hidden, keyRows }),
    byKey,
    isComplete: window.row === base.firstRow,
    windowFromMs: newestRun(keyRows, record)?.fromMs ?? Infinity,
    nextRow,
    lastNumberRow: lastNumberRow(window),
    header: (top[base.layout.headerRow - 1] ?? []).map(String),
  };
}

interface SeenRows {
  readonly hidden: Cells;
  readonly keyRows: readonly KeyRow[];
}

/**
 * A tab is whole when its hidden columns and its record are there, no row of ours stands above the header, no number is higher
 * than the record says, and not all keys are gone from rows that have a number.
 */
function isWhole(layout: Layout, top: Cells, { hidden, keyRows }: SeenRows): boolean {
  const { keyColumn, headerRow, record } = layout;
  if (keyColumn === null || record === null) return false;
  const above = top.slice(0, headerRow - 1);
  if (above.some((row) => isOurs(row[keyColumn - 1], row[keyColumn]))) return false;
  if (keyRows.length > 0)
    return keyRows.every(({ number }) => !(isAppendNumber(number) && number > record.last));
  return !hidden.some(([, number]) => typeof number === 'number');
}
