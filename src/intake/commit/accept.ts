import type { Services } from '../../platform/services';
import type { Hold } from './commit';
import { deletePacket, tidyUp } from '../waiting/done';
import type { Packet } from '../../settings/laid-out';
import type { Config } from '../../settings/config';
import {
  knock,
  markHeir,
  readHolderMarks,
  unmarkHeir,
  type LockMarks,
} from '../../settings/busy-mark';
import { journalAlone } from './journal-alone';
import { keepSafe } from './keep-safe';
import type { Request } from '../journal/request';
import { commitTogether, joinHolds, lookUp } from './rounds';
import { spill } from '../waiting/waiting-room';

/** How long a request waits for the lock when it cannot be put into the waiting room. */
const lockWaitMs = 30_000;
/** Between its turns it asks for room again: a hold may have emptied some. */
const lockTurnMs = 3000;
const lockTurns = lockWaitMs / lockTurnMs;
/**
 * A holder hands over this long after it began, when somebody is there to take over. Its own answer is late by then, and vendors wait
 * five seconds; so one of hundreds is late, where handing over every few seconds would make all wait and many be late.
 */
const holderTimeMs = 60_000;
/** Who comes so shortly before that may be overlooked, and waits to be the next holder. */
const lastMomentMs = 1000;
/** To wait for the lock costs no operation on properties, to spill costs two; longer, and 30 executions would wait. */
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
export function accept(services: Services, sent: Request, arrival: Arrival): void {
  const { marks, startedAtMs } = arrival;
  const request = keepSafe(services, sent, arrival.config);
  // While the sweep waits for the end of a hold nobody overtakes it: it takes what waits along.
  const isBusy = marks.isCalled || marks.busyUntilMs > startedAtMs;
  if (!isBusy && services.lock.tryAcquire(marks.isFrugal ? frugalWaitMs : 0)) {
    const hold = commitOrSpill(services, request, afterWaiting(services, arrival));
    if (hold !== null) unlessRefused(services, () => finish(services, hold, arrival));
    return;
  }
  for (let turn = 0; turn < lockTurns; turn += 1) {
    if (spill(services, request)) {
      unlessRefused(services, () => lookAgain(services, request.id, arrival));
      return;
    }
    if (services.lock.tryAcquire(lockTurnMs)) {
      const hold = commitOwn(services, request, arrival);
      if (hold !== null) unlessRefused(services, () => finish(services, hold, arrival));
      return;
    }
  }
  throw new Error('The lock stayed busy and the request did not fit the waiting room.');
}

/** Who may have waited looks at the marks again: those who have knocked meanwhile are found by the first round. */
const afterWaiting = ({ cache, clock }: Services, arrival: Arrival): Arrival =>
  arrival.marks.isFrugal ? { ...arrival, marks: readHolderMarks(cache, clock.now()) } : arrival;

/**
 * After the request was stored: takes the lock if it is free by now, or waits for it where nobody else would come after its holder.
 * It knocks first: whoever holds the lock while this execution asks for it has yet to look for the knock.
 */
function lookAgain(services: Services, requestId: string, arrival: Arrival): void {
  const { startedAtMs, marks, packet } = arrival;
  knock(services.cache, requestId);
  if (!marks.isCalled && (services.lock.tryAcquire(0) || inherit(services, marks))) {
    const untilMs = startedAtMs + holderTimeMs;
    const hold = commitTogether(services, { own: null, untilMs, lastKnock: requestId });
    if (hold !== null) finish(services, hold, arrival);
  } else if (packet !== null) deletePacket(services, packet);
}

/** True when this execution waited for the lock, and has it now. */
function inherit(
  { lock, cache, clock }: Services,
  { busyUntilMs, hasHeir: isWanted }: LockMarks,
): boolean {
  const isLastMoment = busyUntilMs > 0 && clock.now() >= busyUntilMs - lastMomentMs;
  if (!isLastMoment || isWanted || readHolderMarks(cache, clock.now()).hasHeir) return false;
  markHeir(cache, clock.now());
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
  { config, startedAtMs, marks }: Arrival,
): Hold | null {
  const own = { request, mayBeStored: false };
  const untilMs = startedAtMs + holderTimeMs;
  try {
    return commitTogether(services, { own, untilMs, lastKnock: marks.knock });
  } catch {
    if (!spill(services, request, true))
      journalAlone(services, request, { config, waitMs: lockWaitMs });
    return null;
  }
}

/** Commits under the lock a request that the waiting room refused. */
function commitOwn(services: Services, request: Request, { config, marks }: Arrival): Hold | null {
  const own = { request, mayBeStored: true };
  try {
    return commitTogether(services, { own, untilMs: 0, lastKnock: marks.knock });
  } catch {
    journalAlone(services, request, { config, waitMs: lockWaitMs });
    return null;
  }
}

/** Looks again after the release, and cleans up behind the hold. */
function finish(services: Services, hold: Hold, { startedAtMs, packet }: Arrival): void {
  const { taken } = goOn(services, hold, startedAtMs + holderTimeMs);
  tidyUp(services, taken, { packet, startedAtMs });
}

/**
 * Goes on after the release while others have knocked meanwhile. Once its time is over it leaves the rest to an heir; while there is
 * none it goes on, since nobody else would.
 */
export function goOn(services: Services, before: Hold, untilMs: number): Hold {
  let hold = before;
  for (;;) {
    const { mustGoOn, knock: lastKnock } = lookUp(services, hold, untilMs);
    if (!mustGoOn || !services.lock.tryAcquire(0)) return hold;
    const next = commitTogether(services, { own: null, untilMs, lastKnock });
    if (next === null) return hold;
    hold = joinHolds(hold, next);
  }
}
