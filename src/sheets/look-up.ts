import { hiddenColumnsOf } from './hidden-columns';
import { toKeyRows, type KeyRow } from './key-window';
import type { OpenTab } from './open-tab';

/** Time that a run may still spend on looking for rows, by the published costs of Google's calls. */
export interface LookupBudget {
  leftMs: number;
}

/** Published costs of a read, of each cell of it, and of a search (docs/platform-facts.md). */
const readMs = 180;
const perCellMs = 0.0085;
const searchMs = 300;

/** What one read of so many cells takes. */
export const readCost = (cells: number): number => readMs + cells * perCellMs;

/** Takes a call's time out of the budget; false when not enough is left. */
export function spend(budget: LookupBudget, ms: number): boolean {
  if (budget.leftMs < ms) return false;
  budget.leftMs -= ms;
  return true;
}

/** Rows that were found, and keys that stand nowhere; a key in neither was not looked for. */
export interface Found {
  readonly rows: ReadonlyMap<string, number>;
  readonly absent: ReadonlySet<string>;
}

/** Takes a call's time out of the budget although it may be overdrawn: what was found must be read, or no run would get on. */
export function overdraw(budget: LookupBudget, ms: number): true {
  budget.leftMs -= ms;
  return true;
}

/** Looks for keys in the whole tab: a search for each, or one read of the key column when that is cheaper. */
export function findRows(open: OpenTab, keys: readonly string[], budget: LookupBudget): Found {
  const { keyColumn } = open.layout;
  const count = open.nextRow - open.firstRow;
  if (keyColumn === null || count < 1 || keys.length === 0)
    return { rows: new Map(), absent: new Set(keys) };
  const area = { row: open.firstRow, column: keyColumn, rows: count, columns: 1 };
  const columnMs = readCost(count);
  if (columnMs < keys.length * searchMs && spend(budget, columnMs)) {
    const all = new Map<string, number>();
    open.sheet.read(area).forEach(([key = ''], index) => {
      if (!all.has(String(key))) all.set(String(key), area.row + index);
    });
    return sortOut(keys, (key) => all.get(key) ?? null);
  }
  const affordable = keys.filter(() => spend(budget, searchMs));
  return sortOut(affordable, (key) => open.sheet.find(area, key));
}

function sortOut(keys: readonly string[], find: (key: string) => number | null): Found {
  const rows = new Map<string, number>();
  const absent = new Set<string>();
  for (const key of keys) {
    const row = find(key);
    if (row === null) absent.add(key);
    else rows.set(key, row);
  }
  return { rows, absent };
}

/**
 * Reads the hidden cells of rows in as few reads as pay; `mayTake` is asked before each. A row where another key stands is left
 * out.
 */
export function readKeyRows(
  open: OpenTab,
  rows: ReadonlyMap<string, number>,
  mayTake: (ms: number) => boolean,
): ReadonlyMap<string, KeyRow> {
  const { keyColumn } = open.layout;
  const columns = hiddenColumnsOf(open.tab).length;
  const found = new Map<string, KeyRow>();
  if (keyColumn === null) return found;
  const wanted = [...rows.values()].filter((row) => row >= open.firstRow && row < open.nextRow);
  for (const { first, last } of toSpans(wanted, columns)) {
    const count = last - first + 1;
    if (!mayTake(readCost(count * columns))) continue;
    const cells = open.sheet.read({ row: first, column: keyColumn, rows: count, columns });
    for (const keyRow of toKeyRows(cells, first))
      if (rows.get(keyRow.key) === keyRow.row) found.set(keyRow.key, keyRow);
  }
  return found;
}

/** Rows whose state holds a text, by one search of the whole tab; none when the budget has no room for it. */
export function searchStates(open: OpenTab, text: string, budget: LookupBudget): readonly KeyRow[] {
  const { keyColumn } = open.layout;
  const count = open.nextRow - open.firstRow;
  const names = hiddenColumnsOf(open.tab);
  if (keyColumn === null || count < 1 || !spend(budget, searchMs)) return [];
  const column = keyColumn + names.indexOf('state');
  const rows = open.sheet.findAll({ row: open.firstRow, column, rows: count, columns: 1 }, text);
  return rows.flatMap((row) => {
    overdraw(budget, readMs);
    const area = { row, column: keyColumn, rows: 1, columns: names.length };
    return toKeyRows(open.sheet.read(area), row);
  });
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** Rows that lie so near to each other that reading what is between costs less than another read. */
function toSpans(rows: readonly number[], columns: number): readonly Span[] {
  const spans: Span[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const open = spans[spans.length - 1];
    if (open !== undefined && (row - open.last) * columns * perCellMs < readMs)
      spans[spans.length - 1] = { first: open.first, last: row };
    else spans.push({ first: row, last: row });
  }
  return spans;
}
