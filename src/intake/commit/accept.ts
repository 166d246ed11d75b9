import type { Services } from '../../platform/services';
import { commitTogether, type Hold } from './commit';
import { countKeys, deletePacket, layOutDone } from '../waiting/done';
import type { Packet } from '../../settings/laid-out';
import type { Config } from '../../settings/config';
import {
  hasHeir,
  hasKnock,
  knock,
  markHeir,
  unmarkHeir,
  type LockMarks,
} from '../../settings/busy-mark';
import { journalAlone } from './journal-alone';
import type { Request } from '../journal/request';
import { headedIds, spill } from '../waiting/waiting-room';

/** How long a request waits for the lock when it cannot be put into the waiting room. */
const lockWaitMs = 30_000;
/** Between its turns it asks for room again: a hold may have emptied some. */
const lockTurnMs = 3000;
const lockTurns = lockWaitMs / lockTurnMs;
/** A holder hands over this long after it began, when somebody is there to take over: vendors wait five seconds for the answer. */
const holderTimeMs = 3000;
/** Who comes so shortly before that may be overlooked, and waits to be the next holder. */
const lastMomentMs = 1000;
/** To wait for the lock costs no operations on properties, and to spill costs three; longer, and 30 executions would wait. */
const frugalWaitMs = 1500;
/** How long an heir waits. */
const heirWaitMs = 6000;

/** With what an execution comes to the lock. */
export interface Arrival {
  readonly startedAtMs: number;
  readonly marks: LockMarks;
  /** What it may delete in passing, if it comes to wait. */
  readonly packet: Packet | null;
  readonly config: Config;
}

/**
 * Takes a request, whatever brought it (a web call, later a poller or an import): it is stored durably when this returns. It is
 * committed, or left in the waiting room when somebody else is writing: either this execution gets the lock, or the one that holds it
 * looks again after releasing it and finds the request, or an heir does. What fails after the request is stored is left to the next hold.
 * @throws {Error} when the request could be stored nowhere
 */
export function accept(services: Services, request: Request, arrival: Arrival): void {
  const { startedAtMs, marks } = arrival;
  const isBusy = marks.busyUntilMs > startedAtMs;
  if (!isBusy && services.lock.tryAcquire(marks.isFrugal ? frugalWaitMs : 0)) {
    // The look that every hold tells ahead is spared.
    if (marks.isFrugal) services.meter.leaveToOthers(1);
    const hold = commitOrSpill(services, request, arrival);
    if (hold !== null) lookAfter(services, hold, arrival);
    return;
  }
  for (let turn = 0; turn < lockTurns; turn += 1) {
    if (spill(services, request, countKeys(arrival.packet))) {
      unlessRefused(services, () => lookAgain(services, arrival));
      return;
    }
    if (services.lock.tryAcquire(lockTurnMs)) {
      const hold = commitOwn(services, request, arrival);
      if (hold !== null) unlessRefused(services, () => goOn(services, hold, startedAtMs));
      return;
    }
  }
  throw new Error('The lock stayed busy and the request did not fit the waiting room.');
}

/**
 * Goes on after the release; while operations are short only when the cache says that somebody came: it may err, and then what waits is
 * found a little later. The look that every hold tells ahead is not told then.
 */
function lookAfter(services: Services, hold: Hold, { marks, startedAtMs }: Arrival): void {
  const { cache, meter } = services;
  if (marks.isFrugal) {
    if (hold.taken.length === 0 && !hasKnock(cache)) return;
    meter.leaveToOthers(-1);
  }
  unlessRefused(services, () => goOn(services, hold, startedAtMs));
}

/** After the request was stored: takes the lock if it is free by now, or waits for it where nobody else would come after its holder. */
function lookAgain(services: Services, { startedAtMs, marks, packet }: Arrival): void {
  if (services.lock.tryAcquire(0) || inherit(services, marks)) {
    // Its request tells deletions that the next one in need of a moment will make.
    services.meter.leaveToOthers(countKeys(packet));
    const hold = commitTogether(services, null, startedAtMs + holderTimeMs);
    return goOn(services, hold, startedAtMs);
  }
  if (!marks.hasKnock) knock(services.cache);
  if (packet !== null) deletePacket(services, packet);
}

/** True when this execution waited for the lock, and has it now. */
function inherit(
  { lock, cache, clock }: Services,
  { busyUntilMs, hasHeir: isWanted }: LockMarks,
): boolean {
  const isLastMoment = busyUntilMs > 0 && clock.now() >= busyUntilMs - lastMomentMs;
  if (!isLastMoment || isWanted || hasHeir(cache)) return false;
  markHeir(cache);
  const hasLock = lock.tryAcquire(heirWaitMs);
  unmarkHeir(cache);
  return hasLock;
}

/** Does what nothing that is stored depends on. */
function unlessRefused(services: Services, work: () => void): void {
  try {
    work();
  } catch (error) {
    services.logError(
      error instanceof Error ? `left for later: ${error.message}` : 'left for later',
    );
  }
}

/**
 * When Google fails in the middle of a commit, the request is kept in the waiting room; a second copy in the journal is told by
 * its id. Null then: whoever comes next goes on, not this execution.
 */
function commitOrSpill(
  services: Services,
  request: Request,
  { config, startedAtMs }: Arrival,
): Hold | null {
  try {
    return commitTogether(services, { request, mayBeStored: false }, startedAtMs + holderTimeMs);
  } catch {
    if (!spill(services, request)) journalAlone(services, request, { config, waitMs: lockWaitMs });
    return null;
  }
}

/** Commits under the lock a request that the waiting room refused. */
function commitOwn(services: Services, request: Request, { config }: Arrival): Hold | null {
  try {
    return commitTogether(services, { request, mayBeStored: true });
  } catch {
    journalAlone(services, request, { config, waitMs: lockWaitMs });
    return null;
  }
}

/**
 * Looks again after the release, and goes on while others wait than before: what no hold could take stays. Once its time is over it
 * leaves the rest to an heir; while there is none it goes on, since nobody else would. What was taken is laid out to be deleted.
 */
export function goOn(
  services: Services,
  before: Hold,
  startedAtMs: number,
  timeMs = holderTimeMs,
): void {
  const { properties, clock, cache, lock } = services;
  const untilMs = startedAtMs + timeMs;
  let hold = before;
  let left = '';
  for (;;) {
    const waiting = headedIds(properties.getAll()).filter((id) => !hold.known.has(id));
    if (waiting.length === 0 || waiting.join() === left) break;
    if (clock.now() > untilMs && hasHeir(cache)) break;
    if (!lock.tryAcquire(0)) break;
    left = waiting.join();
    const next = commitTogether(services, null, untilMs);
    hold = { known: next.known, taken: [...hold.taken, ...next.taken] };
  }
  layOutDone(services, hold.taken);
}
