import { paceOf } from '../../budget/budget';
import type { Services } from '../../platform/services';
import { sweepStateFrom } from '../../settings/sweep-state';
import type { Job, Turn } from './job';
import { endTurn, keepTurn, recordFrom, takeTurn, type JobRecord, type Taken } from './lease';

/** Of the 90 minutes that a consumer account's triggers may run in a day (docs/platform-facts.md), all jobs together take these. */
const triggerMsPerDay = 15 * 60_000;
/** When so much of it is spent, what can wait for another day waits. */
const thriftyFromMs = 10 * 60_000;
/** Of Google's 20,000 calls a day, all jobs together; the rest is for what people do by hand. */
const callsPerDay = 15_000;
/** A run from the trigger ends its work after this, a person's click later: Google ends both after six minutes. */
const runMs = { trigger: 45_000, click: 4 * 60_000 } as const;

export type Starter = keyof typeof runMs;

/** Whether so much of Google's day is used by all that Plantão does that what can wait is left. */
const isShort = (all: Readonly<Record<string, string>>): boolean =>
  !paceOf(sweepStateFrom(all).budget).hasExtras;

/** Runs the jobs that are due by these properties, each when its turn is free; false when none was. */
export function runJobs(
  services: Services,
  jobs: readonly Job[],
  all: Readonly<Record<string, string>>,
): boolean {
  const nowMs = services.clock.now();
  const spentMs = jobs.reduce((sum, { id }) => sum + recordFrom(all, id, nowMs).spentMs, 0);
  if (spentMs >= triggerMsPerDay) return false;
  const moment = { nowMs, isThrifty: spentMs >= thriftyFromMs || isShort(all) };
  const due = jobs.filter((job) => job.isDue(all, moment));
  for (const job of due) runQuietly(services, job, isShort(all));
  return due.length > 0;
}

/** A trigger that throws makes Google write to its owner; a job that failed goes on with the next one. */
function runQuietly(services: Services, job: Job, isSaving: boolean): void {
  try {
    runTurn(services, job, { starter: 'trigger', isSaving });
  } catch (error) {
    services.logError(`job ${job.id}: ${error instanceof Error ? error.message : 'unknown fault'}`);
  }
}

/** Whether triggers leave what can wait of a job for another day. */
export const isThriftyToday = (
  all: Readonly<Record<string, string>>,
  jobId: string,
  nowMs: number,
): boolean => recordFrom(all, jobId, nowMs).spentMs >= thriftyFromMs || isShort(all);

/** Runs one job as a person wishes; false when another run has its turn. */
export const runJob = (services: Services, job: Job, starter: Starter): boolean =>
  runTurn(services, job, { starter, isSaving: false });

/** By whom a run is started, and whether the day is so short that what can wait is to wait. */
interface Occasion {
  readonly starter: Starter;
  readonly isSaving: boolean;
}

function runTurn(services: Services, job: Job, occasion: Occasion): boolean {
  const taken = takeTurn(services, job.id);
  if (taken === null) return false;
  const account = openAccount(services, job.id, { taken, ...occasion });
  try {
    job.run(services, account.turn);
  } finally {
    account.close();
  }
  return true;
}

interface Start extends Occasion {
  readonly taken: Taken;
}

/** Counts what a run spends, and keeps its turn. */
function openAccount(
  services: Services,
  jobId: string,
  { taken, starter, isSaving }: Start,
): { readonly turn: Turn; close(): void } {
  const startMs = services.clock.now();
  const { own, callsOfOthers } = taken;
  let record: JobRecord = own;
  const charged = (): JobRecord => {
    const tookMs = starter === 'trigger' ? services.clock.now() - startMs : 0;
    return { ...record, spentMs: own.spentMs + tookMs };
  };
  const turn: Turn = {
    isThrifty: () => isSaving || (starter === 'trigger' && charged().spentMs >= thriftyFromMs),
    allows: ({ ms, calls }) =>
      services.clock.now() - startMs + ms <= runMs[starter] &&
      callsOfOthers + record.calls + calls <= callsPerDay,
    note: (calls) => {
      const kept = keepTurn(services, jobId, { ...charged(), calls: record.calls + calls });
      record = kept ?? record;
      return kept !== null;
    },
  };
  return { turn, close: () => endTurn(services, jobId, charged()) };
}
