import type { Services } from '../platform/services';
import { paceAt, type Pace } from './pace';
import { kindOfAccount, quotas, type AccountKind } from './quotas';
import { noStrayUse, readStrayUse, type StrayUse } from './stray-use';
import { addUse, shareOf, unused, usedOf, zoneOfDay, type Usage } from './usage';

/** What the sweep remembers of the day's budget from run to run. */
export interface Budget {
  readonly usage: Usage;
  /** When that was noted, epoch ms; 0 before the first time. */
  readonly notedMs: number;
  /** The pace since then. */
  readonly everyMs: number;
  /** How long a run takes that finds nothing to do, on the average. */
  readonly lookMs: number;
  /** How many of them that is the average of. */
  readonly looks: number;
  /** What holds had told by then, and what nobody had: both only grow. */
  readonly told: number;
  readonly stray: StrayUse;
  /** What holds have told by now. */
  readonly heard: number;
  readonly kind: AccountKind;
}

const minuteMs = 60_000;

export const noBudget: Budget = {
  usage: unused,
  notedMs: 0,
  everyMs: minuteMs,
  // By the published costs, until it is known.
  lookMs: 350,
  looks: 0,
  told: 0,
  stray: noStrayUse,
  heard: 0,
  kind: 'consumer',
};

/** With what the hidden sheet says that holds have told (null: it says nothing), and the web app's address. */
export const hear = (budget: Budget, told: number | null, execUrl: string | null): Budget => ({
  ...budget,
  heard: told ?? budget.heard,
  kind: kindOfAccount(execUrl),
});

/** Which share of the day's quota is used, from 0 on. */
export const shareUsed = ({ usage, kind }: Budget): number => shareOf(usedOf(usage), quotas[kind]);

/** From that share of the day's operations on, requests save them, too. */
const shortFrom = 0.6;

/** Whether operations on properties are so short that requests should rather wait for the lock than for each other in there. */
export const areOperationsShort = ({ usage, kind }: Budget): boolean =>
  usedOf(usage).operations >= shortFrom * quotas[kind].operations;

/** How the sweep is to go about now. */
export const paceOf = (budget: Budget): Pace => paceAt(shareUsed(budget));

/** How a trigger may be early or late. */
const slackMs = 30_000;

/** Until when the sweep rests, epoch ms; at the usual pace it never does. */
export const restUntil = ({ notedMs, everyMs }: Budget): number =>
  everyMs > minuteMs ? notedMs + everyMs - slackMs : 0;

/** Records of Movimentos that may come between two sweeps: its ring holds a thousand, and what it lost makes all be counted anew. */
const mostRecords = 500;
/** In so short a time it cannot come round: a hold writes one record, and takes longer than half a second. */
const ringSafeMs = 10 * minuteMs;

/** The pace, but no longer than what writes records lets Totais go uncounted. */
function cadenceOf({ everyMs }: Pace, { records, passedMs }: RecentRecords): number {
  const isSafe = records * everyMs <= mostRecords * passedMs;
  return isSafe ? everyMs : Math.min(everyMs, ringSafeMs);
}

interface RecentRecords {
  readonly records: number;
  readonly passedMs: number;
}

/** A run of the sweep, as it is noted. */
export interface NotedRun {
  /** When it was entered, epoch ms; null when no trigger made it run. */
  readonly triggeredMs: number | null;
  /** How long it looked when it found nothing to do; null when it found something. */
  readonly lookMs: number | null;
  /** Records of Movimentos that were counted since the last one. */
  readonly records: number;
}

/**
 * Notes what was used since the last time: by the holds, by those whose use nobody else has told, by runs of the trigger that found
 * nothing to do (they write nothing; their number follows from the pace, their length from others like them), and by this run until
 * now, whose look at the properties follows from the pace, too. Whoever stores it has one more operation to make, which is told ahead.
 */
export function noteRun(services: Services, budget: Budget, run: NotedRun): Budget {
  const { clock, meter } = services;
  const nowMs = clock.now();
  const stray = readStrayUse(services);
  const since = sinceNoted(budget, run.triggeredMs ?? nowMs);
  const { lookMs, looks } = withLook(budget, run.lookMs);
  const isTriggered = run.triggeredMs !== null;
  const amount = {
    operations:
      more(budget.told, budget.heard) +
      more(budget.stray.operations, stray.operations) +
      more(budget.stray.triggerOperations, stray.triggerOperations) +
      since.looks +
      (isTriggered ? 1 : 0) +
      meter.tell(1),
    triggerMs:
      more(budget.stray.triggerMs, stray.triggerMs) +
      since.looks * lookMs +
      (isTriggered ? nowMs - run.triggeredMs : 0),
    runs: since.runs + (isTriggered ? 1 : 0),
  };
  const offsetMinutes = clock.offsetMinutes(zoneOfDay, nowMs);
  const usage = addUse(budget.usage, amount, { nowMs, offsetMinutes });
  const noted = { ...budget, usage, notedMs: nowMs, lookMs, looks, told: budget.heard, stray };
  const passedMs = nowMs - budget.notedMs;
  return { ...noted, everyMs: cadenceOf(paceOf(noted), { records: run.records, passedMs }) };
}

/** A count that only grows; one that was lost began anew. */
const more = (before: number, now: number): number => (now >= before ? now - before : now);

/** Looks that the average reaches back, so that it follows a slower Google within a day. */
const mostLooks = 50;

function withLook(
  { lookMs, looks }: Budget,
  look: number | null,
): Pick<Budget, 'lookMs' | 'looks'> {
  if (look === null) return { lookMs, looks };
  const count = Math.min(looks + 1, mostLooks);
  return { lookMs: lookMs + (look - lookMs) / count, looks: count };
}

/** No longer than that without a note while the trigger runs. */
const longestMs = 40 * minuteMs;

/** Runs of the trigger since the last note, before this one, and how many of them had a look. */
function sinceNoted(
  { notedMs, everyMs }: Budget,
  enteredMs: number,
): { readonly runs: number; readonly looks: number } {
  const passedMs = Math.min(enteredMs - notedMs, longestMs);
  const before = (stepMs: number): number => Math.max(0, Math.round(passedMs / stepMs) - 1);
  return notedMs === 0 ? { runs: 0, looks: 0 } : { runs: before(minuteMs), looks: before(everyMs) };
}
