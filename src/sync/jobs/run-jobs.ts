import type { Services } from '../../platform/services';
import type { Job, Turn } from './job';
import { endTurn, keepTurn, recordFrom, takeTurn, type JobRecord } from './lease';

/** Of the 90 minutes that a consumer account's triggers may run in a day (docs/platform-facts.md), all jobs together take these. */
const triggerMsPerDay = 15 * 60_000;
/** When so much of it is spent, what can wait for another day waits. */
const thriftyFromMs = 10 * 60_000;
/** Of Google's 20,000 calls a day; the rest is for what people do by hand. */
const callsPerDay = 15_000;
/** A run from the trigger ends its work after this, a person's click later: Google ends both after six minutes. */
const runMs = { trigger: 45_000, click: 4 * 60_000 } as const;

export type Starter = keyof typeof runMs;

/** Runs the jobs that are due by the properties, read a moment ago; each when its turn is free. */
export function runJobs(
  services: Services,
  jobs: readonly Job[],
  all: Readonly<Record<string, string>>,
): void {
  const nowMs = services.clock.now();
  const spentMs = jobs.reduce((sum, { id }) => sum + recordFrom(all, id, nowMs).spentMs, 0);
  if (spentMs >= triggerMsPerDay) return;
  const moment = { nowMs, isThrifty: spentMs >= thriftyFromMs };
  for (const job of jobs) if (job.isDue(all, moment)) runQuietly(services, job);
}

/** A trigger that throws makes Google write to its owner; a job that failed goes on with the next one. */
function runQuietly(services: Services, job: Job): void {
  try {
    runJob(services, job, 'trigger');
  } catch (error) {
    services.logError(`job ${job.id}: ${error instanceof Error ? error.message : 'unknown fault'}`);
  }
}

/** Whether triggers leave what can wait of a job for another day. */
export const isThriftyToday = (
  all: Readonly<Record<string, string>>,
  jobId: string,
  nowMs: number,
): boolean => recordFrom(all, jobId, nowMs).spentMs >= thriftyFromMs;

/** Runs one job; false when another run has its turn. */
export function runJob(services: Services, job: Job, starter: Starter): boolean {
  const taken = takeTurn(services, job.id);
  if (taken === null) return false;
  const account = openAccount(services, job.id, { taken, starter });
  try {
    job.run(services, account.turn);
  } finally {
    account.close();
  }
  return true;
}

interface Start {
  readonly taken: JobRecord;
  readonly starter: Starter;
}

/** Counts what a run spends, and keeps its turn. */
function openAccount(
  services: Services,
  jobId: string,
  { taken, starter }: Start,
): { readonly turn: Turn; close(): void } {
  const startMs = services.clock.now();
  let record = taken;
  const charged = (): JobRecord => {
    const tookMs = starter === 'trigger' ? services.clock.now() - startMs : 0;
    return { ...record, spentMs: taken.spentMs + tookMs };
  };
  const turn: Turn = {
    isThrifty: () => starter === 'trigger' && charged().spentMs >= thriftyFromMs,
    allows: ({ ms, calls }) =>
      services.clock.now() - startMs + ms <= runMs[starter] && record.calls + calls <= callsPerDay,
    note: (calls) => {
      const kept = keepTurn(services, jobId, { ...charged(), calls: record.calls + calls });
      record = kept ?? record;
      return kept !== null;
    },
  };
  return { turn, close: () => endTurn(services, jobId, charged()) };
}
