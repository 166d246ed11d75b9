import type { KeyRow, OpenTab } from './open-tab';
import { hiddenColumnsOf } from './hidden-columns';

/** Where a key stands. `unsearched`: it may stand above the window, and this hold has no search left. */
export type Place =
  | { readonly kind: 'row'; readonly row: KeyRow }
  | { readonly kind: 'new' }
  | { readonly kind: 'unsearched' };

/** How many searches a hold may still make; each costs about as much as a read of the whole window. */
export interface SearchBudget {
  left: number;
}

/** Vendors' clocks and ours may differ by this much. */
const clockMarginMs = 10 * 60_000;

/**
 * Finds the row of a key without reading the whole tab. An entity that came into being after the window began
 * (and the user neither sorted nor deleted there) cannot stand above it, so it needs no search.
 */
export function locate(
  open: OpenTab,
  key: string,
  options: { readonly createdAtMs: number | null; readonly budget: SearchBudget },
): Place {
  const known = open.byKey.get(key);
  if (known !== undefined) return { kind: 'row', row: known };
  const { createdAtMs, budget } = options;
  const isYoung = createdAtMs !== null && createdAtMs > open.windowFromMs + clockMarginMs;
  if (open.isComplete || (open.isUnbroken && isYoung)) return { kind: 'new' };
  if (budget.left <= 0) return { kind: 'unsearched' };
  budget.left -= 1;
  const found = search(open, key);
  return found === null ? { kind: 'new' } : { kind: 'row', row: found };
}

function search(open: OpenTab, key: string): KeyRow | null {
  const { keyColumn } = open.layout;
  const rows = open.nextRow - 2;
  if (keyColumn === null || rows < 1) return null;
  const row = open.sheet.find({ row: 2, column: keyColumn, rows, columns: 1 }, key);
  if (row === null) return null;
  const columns = hiddenColumnsOf(open.tab).length;
  const [cells = []] = open.sheet.read({ row, column: keyColumn, rows: 1, columns });
  const [foundKey = '', number = 0, writtenAtMs = 0, state = ''] = cells;
  // A row number is never trusted without its key.
  if (foundKey !== key) return null;
  return {
    row,
    key,
    number: Number(number),
    writtenAtMs: Number(writtenAtMs),
    state: String(state),
  };
}
