import type { Quota } from './quotas';

/** What was used since a moment (epoch ms). */
interface UsedSince {
  readonly sinceMs: number;
  /** Operations on properties. */
  readonly operations: number;
  /** Run time of the sweep, from entry to return. */
  readonly triggerMs: number;
  /** Runs of its trigger; the start of each is not in `triggerMs`. */
  readonly runs: number;
}

/**
 * What was used today. When Google's day begins is not certain: 24 hours after the first use, says its page; at midnight in
 * California, say people who ran into it. So both days are kept, and the fuller one counts.
 */
export interface Usage {
  readonly fromFirst: UsedSince;
  readonly fromMidnight: UsedSince;
}

export type Amount = Omit<UsedSince, 'sinceMs'>;

export const nothing: Amount = { operations: 0, triggerMs: 0, runs: 0 };
const never: UsedSince = { sinceMs: 0, ...nothing };
export const unused: Usage = { fromFirst: never, fromMidnight: never };

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The zone whose midnight counts, as Google's own consoles have it. */
export const zoneOfDay = 'America/Los_Angeles';

/** Adds what was used by now, to a new day where one has begun. The offset is that zone's. */
export function addUse(
  { fromFirst, fromMidnight }: Usage,
  amount: Amount,
  { nowMs, offsetMinutes }: { readonly nowMs: number; readonly offsetMinutes: number },
): Usage {
  const midnightMs = nowMs - ((nowMs + offsetMinutes * minuteMs) % dayMs);
  const first = nowMs - fromFirst.sinceMs < dayMs ? fromFirst : { ...never, sinceMs: nowMs };
  const day = fromMidnight.sinceMs >= midnightMs ? fromMidnight : { ...never, sinceMs: midnightMs };
  return { fromFirst: sumOf(first, amount), fromMidnight: sumOf(day, amount) };
}

const sumOf = (day: UsedSince, amount: Amount): UsedSince => ({
  sinceMs: day.sinceMs,
  operations: day.operations + amount.operations,
  triggerMs: day.triggerMs + amount.triggerMs,
  runs: day.runs + amount.runs,
});

/** How long a run takes before any code; whether Google counts it is not known. A warm start, by published round trips of web apps. */
const startMs = 500;

/** Used of a day's quota. */
export function usedOf({ fromFirst, fromMidnight }: Usage): Quota {
  const days = [fromFirst, fromMidnight];
  return {
    operations: Math.max(...days.map(({ operations }) => operations)),
    triggerMs: Math.max(...days.map(({ triggerMs, runs }) => triggerMs + runs * startMs)),
  };
}

/** Which share of the quota that is, from 0 on: the larger of both. */
export const shareOf = (used: Quota, quota: Quota): number =>
  Math.max(used.operations / quota.operations, used.triggerMs / quota.triggerMs);
