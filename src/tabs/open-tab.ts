import type { CellValue, Sheet } from '../platform/services';
import type { TabDefinition } from './definition';
import { hiddenColumnsOf } from './hidden-columns';
import { readLayout, type Layout } from './layout';

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

/** A tab opened for one hold of the lock: its layout and the hidden cells of its last rows. */
export interface OpenTab {
  readonly tab: TabDefinition;
  readonly sheet: Sheet;
  readonly layout: Layout;
  /** Rows of the window by key; of a key that stands twice, the first. */
  readonly byKey: ReadonlyMap<string, KeyRow>;
  /** True when the window holds every row of the tab. */
  readonly isComplete: boolean;
  /** True when no row of the window is missing or out of order (the user neither sorted nor deleted there). */
  readonly isUnbroken: boolean;
  /** When the window's first row was appended, epoch ms; Infinity when no row of ours is in it. */
  readonly windowFromMs: number;
  readonly lastNumber: number;
  /** First row where a new row may be put: nothing of ours stands there or below. */
  readonly nextRow: number;
}

/** Tabs up to this many cells are read whole in one call. */
const smallTabCells = 12_000;
const windowRows = 2000;
/** The window reaches at least this far back, so that a fresh entity is known to be new without a search. */
const windowSpanMs = 15 * 60_000;

/** Opens a tab: one read for a small one, three calls for a long one, whatever its length. */
export function openTab(tab: TabDefinition, sheet: Sheet): OpenTab {
  const [rows, columns] = [sheet.maxRows(), sheet.maxColumns()];
  return rows * columns <= smallTabCells
    ? openSmall(tab, sheet, { rows, columns })
    : openLong(tab, sheet, columns);
}

interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

function openSmall(tab: TabDefinition, sheet: Sheet, size: GridSize): OpenTab {
  const [header = [], ...cells] = sheet.read({ row: 1, column: 1, ...size });
  const layout = readLayout(tab, header, sheet);
  const keyIndex = (layout.keyColumn ?? 0) - 1;
  const keyRows =
    layout.keyColumn === null
      ? []
      : toKeyRows(
          cells.map((row) => row.slice(keyIndex, keyIndex + 4)),
          2,
        );
  const ours = ourColumns(tab, layout);
  return assemble({
    tab,
    sheet,
    layout,
    keyRows,
    firstRow: 2,
    nextRow: 2 + countUsed(cells, ours),
  });
}

function openLong(tab: TabDefinition, sheet: Sheet, columns: number): OpenTab {
  const [header = []] = sheet.read({ row: 1, column: 1, rows: 1, columns });
  const layout = readLayout(tab, header, sheet);
  const lastRow = Math.max(1, sheet.lastRow());
  const { keyColumn } = layout;
  if (keyColumn === null)
    return assemble({ tab, sheet, layout, keyRows: [], firstRow: 2, nextRow: lastRow + 1 });
  const window = readWindow(tab, sheet, { keyColumn, lastRow });
  const lastKeyRow = window.keyRows[window.keyRows.length - 1]?.row ?? 1;
  const nextRow =
    lastKeyRow === lastRow
      ? lastRow + 1
      : findFreeRow(tab, sheet, { layout, lastKeyRow, lastRow, columns });
  return assemble({ tab, sheet, layout, ...window, nextRow });
}

interface Window {
  readonly keyRows: readonly KeyRow[];
  readonly firstRow: number;
}

/** Reads the last rows' hidden cells; more of them until they reach far enough back. */
function readWindow(
  tab: TabDefinition,
  sheet: Sheet,
  at: { readonly keyColumn: number; readonly lastRow: number },
): Window {
  const columns = hiddenColumnsOf(tab).length;
  for (let wanted = windowRows; ; wanted *= 4) {
    const firstRow = Math.max(2, at.lastRow - wanted + 1);
    const rows = at.lastRow - firstRow + 1;
    if (rows < 1) return { keyRows: [], firstRow: 2 };
    const keyRows = toKeyRows(
      sheet.read({ row: firstRow, column: at.keyColumn, rows, columns }),
      firstRow,
    );
    const first = keyRows[0];
    const last = keyRows[keyRows.length - 1];
    const spanMs = (last?.writtenAtMs ?? 0) - (first?.writtenAtMs ?? 0);
    if (firstRow === 2 || (first !== undefined && spanMs >= windowSpanMs))
      return { keyRows, firstRow };
    if (wanted > 32 * windowRows) return { keyRows, firstRow };
  }
}

interface FreeRowSearch {
  readonly layout: Layout;
  readonly lastKeyRow: number;
  readonly lastRow: number;
  readonly columns: number;
}

/** Below our last row stands something of the user's (check boxes, formulas): it matters only where it is in our columns. */
function findFreeRow(tab: TabDefinition, sheet: Sheet, search: FreeRowSearch): number {
  const rows = search.lastRow - search.lastKeyRow;
  const below = sheet.read({
    row: search.lastKeyRow + 1,
    column: 1,
    rows,
    columns: search.columns,
  });
  return search.lastKeyRow + 1 + countUsed(below, ourColumns(tab, search.layout));
}

function ourColumns(tab: TabDefinition, layout: Layout): readonly number[] {
  const hidden = hiddenColumnsOf(tab).map((_name, index) => (layout.keyColumn ?? 0) + index);
  return [...layout.columns.values(), ...(layout.keyColumn === null ? [] : hidden)];
}

/** How many rows, from the first, end with the last one that holds anything in these columns. */
function countUsed(cells: readonly (readonly CellValue[])[], columns: readonly number[]): number {
  for (let index = cells.length - 1; index >= 0; index -= 1) {
    if (columns.some((column) => (cells[index]?.[column - 1] ?? '') !== '')) return index + 1;
  }
  return 0;
}

/** The rows of a block of hidden cells that hold a key. */
export function toKeyRows(cells: readonly (readonly CellValue[])[], firstRow: number): KeyRow[] {
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

interface Parts {
  readonly tab: TabDefinition;
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly keyRows: readonly KeyRow[];
  readonly firstRow: number;
  readonly nextRow: number;
}

function assemble({ tab, sheet, layout, keyRows, firstRow, nextRow }: Parts): OpenTab {
  const byKey = new Map<string, KeyRow>();
  for (const row of keyRows) if (!byKey.has(row.key)) byKey.set(row.key, row);
  return {
    tab,
    sheet,
    layout,
    byKey,
    isComplete: firstRow === 2,
    isUnbroken: keyRows.every(
      (row, index) => index === 0 || row.number === (keyRows[index - 1]?.number ?? 0) + 1,
    ),
    windowFromMs: keyRows[0]?.writtenAtMs ?? Infinity,
    lastNumber: keyRows.reduce((largest, row) => Math.max(largest, row.number), 0),
    nextRow,
  };
}
