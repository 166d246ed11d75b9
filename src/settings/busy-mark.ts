import { frugalKey } from '../budget/saving';
import type { Cache } from '../platform/services';

/** Cache key of the mark that the lock is busy: until when its holder means to hold it, epoch ms. */
export const busyKey = 'busy';
/** Cache key of the mark that somebody waits to hold the lock next. */
export const heirKey = 'heir';
/** Cache key of the mark that somebody came while the lock was busy. */
export const knockKey = 'knock';
const lifetimeSeconds = 10;

/** What the cache says of the lock. Whatever is lost or stale changes nothing that is stored. */
export interface LockMarks {
  /** Until when its holder means to hold it, epoch ms; 0 when it is said to be free. */
  readonly busyUntilMs: number;
  readonly hasHeir: boolean;
  readonly hasKnock: boolean;
  /** Operations on properties are short today: who finds the lock held waits a moment for it before spilling. */
  readonly isFrugal: boolean;
}

/** The marks out of what the cache gave for their keys. */
export const readMarks = (cached: Readonly<Record<string, string>>): LockMarks => ({
  busyUntilMs: Number(cached[busyKey] ?? 0),
  hasHeir: cached[heirKey] !== undefined,
  hasKnock: cached[knockKey] !== undefined,
  isFrugal: cached[frugalKey] !== undefined,
});

/**
 * Says that the lock is busy: for some seconds others go to the waiting room without asking for it first. Only a call is
 * saved: whoever spills asks for the lock afterwards.
 */
export function markBusy(cache: Cache, untilMs: number): void {
  cache.put(busyKey, String(untilMs), lifetimeSeconds);
}

/** Says that somebody waits: the holder then looks before it lets go of the lock, and goes on with what it knows. */
export const knock = (cache: Cache): void => cache.put(knockKey, '1', lifetimeSeconds);

export const hasKnock = (cache: Cache): boolean => cache.get(knockKey) !== null;

/** Says that somebody waits to be the next holder, so that one is enough. */
export const markHeir = (cache: Cache): void => cache.put(heirKey, '1', lifetimeSeconds);

export const unmarkHeir = (cache: Cache): void => cache.remove(heirKey);

export const hasHeir = (cache: Cache): boolean => cache.get(heirKey) !== null;
