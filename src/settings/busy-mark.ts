import type { Cache } from '../platform/services';

/** Cache key of the mark that the lock is busy: until when its holder means to hold it, epoch ms. */
export const busyKey = 'busy';
/** Cache key of the mark that somebody waits to hold the lock next. */
export const heirKey = 'heir';
/** Cache key of who last left something in the waiting room. */
const knockKey = 'knock';
/** Of a thousand items the cache forgets those first that are nearest to their end: so marks carry their time, and live long. */
const lifetimeSeconds = 21_600;
/** No heir waits longer. */
const heirMs = 10_000;

/** What the cache says of the lock. Whatever is lost or stale changes nothing that is stored. */
export interface LockMarks {
  /** Until when its holder means to hold it, epoch ms; 0 when nobody says so. */
  readonly busyUntilMs: number;
  readonly hasHeir: boolean;
}

const isYoung = (text: string | null | undefined, nowMs: number): boolean =>
  nowMs - Number(text ?? 0) < heirMs;

/** The marks out of what the cache gave for their keys. */
export const readMarks = (cached: Readonly<Record<string, string>>, nowMs: number): LockMarks => ({
  busyUntilMs: Number(cached[busyKey] ?? 0),
  hasHeir: isYoung(cached[heirKey], nowMs),
});

/** Says until when the holder means to hold the lock: who comes shortly before may be the heir. */
export function markBusy(cache: Cache, untilMs: number): void {
  cache.put(busyKey, String(untilMs), lifetimeSeconds);
}

/**
 * Says that a request was left in the waiting room. To be done before asking for the lock: whoever holds it then looks for the knock
 * later. The cache may forget it: then the next request finds what waits, at latest the sweep.
 */
export const knock = (cache: Cache, requestId: string): void =>
  cache.put(knockKey, requestId, lifetimeSeconds);

/** The last knock; each is another word. */
export const readKnock = (cache: Cache): string | null => cache.get(knockKey);

/** Says that somebody waits to be the next holder, so that one is enough. */
export const markHeir = (cache: Cache, nowMs: number): void =>
  cache.put(heirKey, String(nowMs), lifetimeSeconds);

export const unmarkHeir = (cache: Cache): void => cache.remove(heirKey);

export const hasHeir = (cache: Cache, nowMs: number): boolean => isYoung(cache.get(heirKey), nowMs);
