import { frugalKey } from '../budget/saving';
import type { Cache } from '../platform/services';

/** Cache key of the mark that the lock is busy: until when its holder means to hold it, epoch ms. */
const busyKey = 'busy';
/** Cache key of the mark that somebody waits to hold the lock next. */
const heirKey = 'heir';
/** Cache key of who last left something in the waiting room. */
const knockKey = 'knock';
/** Cache key of the mark that the sweep waits for the lock. */
const turnKey = 'turn';
/** Of a thousand items the cache forgets those first that are nearest to their end: so marks carry their time, and live long. */
const lifetimeSeconds = 21_600;
/** Nobody waits longer for the lock who says so. */
const waitMs = 20_000;

/** What the cache says of the lock. Whatever is lost or stale changes nothing that is stored. */
export interface LockMarks {
  /** Until when its holder means to hold it, epoch ms; 0 when nobody says so. */
  readonly busyUntilMs: number;
  readonly hasHeir: boolean;
  /** The sweep waits for its turn. */
  readonly isCalled: boolean;
  /** The last knock; each is another word. */
  readonly knock: string | null;
  /** Operations on properties are short today: who finds the lock held waits a moment for it before spilling. */
  readonly isFrugal: boolean;
}

const isYoung = (text: string | null | undefined, nowMs: number): boolean =>
  nowMs - Number(text ?? 0) < waitMs;

/** The marks out of what the cache gave for their keys. */
export const readMarks = (cached: Readonly<Record<string, string>>, nowMs: number): LockMarks => ({
  busyUntilMs: Number(cached[busyKey] ?? 0),
  hasHeir: isYoung(cached[heirKey], nowMs),
  isCalled: isYoung(cached[turnKey], nowMs),
  knock: cached[knockKey] ?? null,
  isFrugal: nowMs < Number(cached[frugalKey] ?? 0),
});

/** Keys that tell of the lock, to be asked for with others. */
export const lockKeys: readonly string[] = [busyKey, heirKey, turnKey, knockKey, frugalKey];

/**
 * Says until when the holder means to hold the lock: others need not ask for it before they spill, and who comes shortly before may be
 * the heir.
 */
export function markBusy(cache: Cache, untilMs: number): void {
  cache.put(busyKey, String(untilMs), lifetimeSeconds);
}

export const unmarkBusy = (cache: Cache): void => cache.remove(busyKey);

/**
 * Says that a request was left in the waiting room. To be done before asking for the lock: whoever holds it then looks for the knock
 * later. The cache may forget it: then the next request finds what waits, at latest the sweep.
 */
export const knock = (cache: Cache, requestId: string): void =>
  cache.put(knockKey, requestId, lifetimeSeconds);

/** Says that somebody waits to be the next holder, so that one is enough. */
export const markHeir = (cache: Cache, nowMs: number): void =>
  cache.put(heirKey, String(nowMs), lifetimeSeconds);

export const unmarkHeir = (cache: Cache): void => cache.remove(heirKey);

/** Says that the sweep waits for the lock: whoever holds it lets it have its turn. */
export const callForTurn = (cache: Cache, nowMs: number): void =>
  cache.put(turnKey, String(nowMs), lifetimeSeconds);

export const endCall = (cache: Cache): void => cache.remove(turnKey);

/** What a holder asks between its rounds, in one call. */
export const readHolderMarks = (cache: Cache, nowMs: number): LockMarks =>
  readMarks(cache.getMany(lockKeys), nowMs);
