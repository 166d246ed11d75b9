import { decodeRecord } from '../../events/decode-record';
import type { Services } from '../../platform/services';
import { holdShortly } from './short-hold';

/** What is remembered of a job between its runs. */
export interface JobRecord {
  /** Whose turn it is; blank: nobody's. */
  readonly holder: string;
  /** Until when, epoch ms: a run that died has then ended. */
  readonly untilMs: number;
  /** UTC day of the two numbers below, counted from 1970. */
  readonly day: number;
  /** Time that triggers have spent on it, and calls that it has made. */
  readonly spentMs: number;
  readonly calls: number;
}

const blank: JobRecord = { holder: '', untilMs: 0, day: 0, spentMs: 0, calls: 0 };
const prefix = 'job.';
const keyOf = (jobId: string): string => prefix + jobId;
const dayMs = 86_400_000;

/** Longer than any call may take, and the storing of its answers. */
const leaseMs = 120_000;
/** How long a run waits for the lock to take its turn. */
const lockWaitMs = 2000;

/** The record out of all properties, its numbers those of the day. */
export function recordFrom(
  all: Readonly<Record<string, string>>,
  jobId: string,
  nowMs: number,
): JobRecord {
  const record = decodeRecord(all[keyOf(jobId)], blank);
  const day = Math.floor(nowMs / dayMs);
  return record.day === day ? record : { ...record, day, spentMs: 0, calls: 0 };
}

/** A turn that was taken, and the calls that all other jobs have made on the same day. */
export interface Taken {
  readonly own: JobRecord;
  readonly callsOfOthers: number;
}

function callsOfOthers(
  all: Readonly<Record<string, string>>,
  jobId: string,
  nowMs: number,
): number {
  const ids = Object.keys(all)
    .filter((key) => key.startsWith(prefix) && key !== keyOf(jobId))
    .map((key) => key.slice(prefix.length));
  return ids.reduce((sum, id) => sum + recordFrom(all, id, nowMs).calls, 0);
}

/** Takes the turn; null when another run has it, or the lock is busy. Under the lock, so that of two only one gets it. */
export function takeTurn(services: Services, jobId: string): Taken | null {
  const { properties, clock, codec } = services;
  return holdShortly(services, lockWaitMs, () => {
    const nowMs = clock.now();
    const all = properties.getAll();
    const known = recordFrom(all, jobId, nowMs);
    if (known.holder !== '' && known.untilMs > nowMs) return null;
    const taken = { ...known, holder: codec.uuid(), untilMs: nowMs + leaseMs };
    properties.set(keyOf(jobId), JSON.stringify(taken));
    return { own: taken, callsOfOthers: callsOfOthers(all, jobId, nowMs) };
  });
}

/** Keeps the turn while it is still ours; null when it is not. */
export function keepTurn(
  { properties, clock }: Services,
  jobId: string,
  own: JobRecord,
): JobRecord | null {
  const known = decodeRecord(properties.get(keyOf(jobId)), blank);
  if (known.holder !== own.holder) return null;
  const kept = { ...own, untilMs: clock.now() + leaseMs };
  properties.set(keyOf(jobId), JSON.stringify(kept));
  return kept;
}

/** Gives the turn back. */
export function endTurn({ properties }: Services, jobId: string, own: JobRecord): void {
  const known = decodeRecord(properties.get(keyOf(jobId)), blank);
  if (known.holder === own.holder)
    properties.set(keyOf(jobId), JSON.stringify({ ...own, holder: '', untilMs: 0 }));
}
