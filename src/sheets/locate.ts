import { findRows, overdraw, readKeyRows, spend, type LookupBudget } from './look-up';
import type { KeyRow } from './key-window';
import type { OpenTab } from './open-tab';
import { isAhead } from './tab-record';

/** Where a key stands. `unsearched`: it may stand above the window, and this run has no time left to look. */
export type Place =
  /** `also`: another row of the same entity, which is joined to this one (see `intake/write/aliases.ts`). */
  | { readonly kind: 'row'; readonly row: KeyRow; readonly also?: KeyRow }
  | { readonly kind: 'new' }
  | { readonly kind: 'unsearched' };

/** A key to be found; `createdAtMs` is when its entity came into being, null when that is not known. */
export interface Sought {
  readonly key: string;
  readonly createdAtMs: number | null;
}

/** Rows where keys stood a while ago. They may be wrong, or forgotten. */
export interface RowHints {
  recall(sheetId: number, keys: readonly string[]): ReadonlyMap<string, number>;
  keep(sheetId: number, rows: ReadonlyMap<string, number>): void;
}

/** What looking above the window may use. */
export interface LookupMeans {
  readonly budget: LookupBudget;
  readonly hints: RowHints;
}

/** Vendors' clocks and ours may differ by this much; what lies further ahead is remembered in the tab's record. */
export const clockMarginMs = 10 * 60_000;

const isNew: Place = { kind: 'new' };
const isUnsearched: Place = { kind: 'unsearched' };

/**
 * Finds the rows of keys without reading the whole tab. An entity born after the newest rows began cannot stand among older ones, so
 * it is not looked for: a row outside the window was appended at `windowFromMs` or before, and was born at most `clockMarginMs`
 * after it was appended, unless the record remembers that birth (see `isAhead`). Others are looked for where they stood last, then by
 * search. A row number is never trusted without its key.
 */
export function locateAll(
  open: OpenTab,
  sought: readonly Sought[],
  means: LookupMeans,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const one of sought) {
    const place = placeByWindow(open, one);
    if (place !== null) places.set(one.key, place);
  }
  const hidden = sought.map(({ key }) => key).filter((key) => !places.has(key));
  if (hidden.length > 0)
    for (const [key, place] of lookAbove(open, hidden, means)) places.set(key, place);
  return places;
}

function placeByWindow(open: OpenTab, { key, createdAtMs }: Sought): Place | null {
  const row = open.byKey.get(key);
  if (row !== undefined) return { kind: 'row', row };
  return open.isComplete || isYoung(open, key, createdAtMs) ? isNew : null;
}

const isYoung = (open: OpenTab, key: string, createdAtMs: number | null): boolean =>
  createdAtMs !== null &&
  createdAtMs > open.windowFromMs + clockMarginMs &&
  !isAhead(open.record, key, createdAtMs);

function lookAbove(
  open: OpenTab,
  keys: readonly string[],
  { budget, hints }: LookupMeans,
): ReadonlyMap<string, Place> {
  const sheetId = open.sheet.id();
  const remembered = readKeyRows(open, hints.recall(sheetId, keys), (ms) => spend(budget, ms));
  const rest = keys.filter((key) => !remembered.has(key));
  const { rows, absent } = findRows(open, rest, budget);
  const found = readKeyRows(open, rows, (ms) => overdraw(budget, ms));
  if (found.size > 0)
    hints.keep(sheetId, new Map([...found].map(([key, { row }]) => [key, row] as const)));
  return new Map(
    keys.map((key) => {
      const row = remembered.get(key) ?? found.get(key);
      if (row !== undefined) return [key, { kind: 'row', row } as const] as const;
      return [key, absent.has(key) ? isNew : isUnsearched] as const;
    }),
  );
}
