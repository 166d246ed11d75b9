import type { Cache } from '../../platform/services';

/** What is only counted, never written. Kept in the cache, so the figure says "at least". */
export type CountedKind = 'refused' | 'noise';

const lifetimeSeconds = 21_600;

const keyOf = (kind: CountedKind, connectionId: string): string =>
  `count.${kind}.${connectionId.slice(0, 60)}`;

export function countInCache(cache: Cache, kind: CountedKind, connectionId: string): void {
  const key = keyOf(kind, connectionId);
  cache.put(key, String(readCount(cache, kind, connectionId) + 1), lifetimeSeconds);
}

/** How many were counted in the last hours, at least. */
export function readCount(cache: Cache, kind: CountedKind, connectionId: string): number {
  return Number(cache.get(keyOf(kind, connectionId)) ?? 0);
}
