import type { Cache } from '../../platform/services';
import type { RowHints } from '../../sheets/locate';

/** Shorter than that of what each request asks the cache for: of a thousand items it forgets those first that are nearest to their end. */
const lifetimeSeconds = 14_400;
/** Google allows 250 characters a key; a cut one can only name a wrong row, which its key then gives away. */
const maxKeyLength = 240;

/** Under which name the cache remembers where a key stood. */
export const hintName = (sheetId: number, key: string): string =>
  `row.${sheetId}.${key}`.slice(0, maxKeyLength);

/**
 * Rows of entities that are active again long after their row was appended, remembered in the cache: their next event needs a
 * read instead of a search. Whatever the cache has forgotten is searched.
 */
export function rowHints(cache: Cache): RowHints {
  return {
    recall: (sheetId, keys) => {
      const stored = cache.getMany(keys.map((key) => hintName(sheetId, key)));
      return new Map(
        keys.flatMap((key) => {
          const row = Number(stored[hintName(sheetId, key)]);
          return Number.isInteger(row) ? [[key, row] as const] : [];
        }),
      );
    },
    keep: (sheetId, rows) => {
      const values = [...rows].map(([key, row]) => [hintName(sheetId, key), String(row)] as const);
      cache.putMany(Object.fromEntries(values), lifetimeSeconds);
    },
  };
}
