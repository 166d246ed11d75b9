import type { Services } from '../../platform/services';
import { commitTogether } from './commit';
import type { Config } from '../../settings/config';
import { markBusy } from '../../settings/busy-mark';
import { journalAlone } from './journal-alone';
import type { Request } from '../journal/request';
import { headedIds, spill } from '../waiting/waiting-room';

/** How long a request waits for the lock when it cannot be put into the waiting room. */
const lockWaitMs = 30_000;
/** Between its turns it asks for room again: a hold may have emptied some. */
const lockTurnMs = 3000;
const lockTurns = lockWaitMs / lockTurnMs;
/** A holder starts no further hold this long after it began: vendors wait five seconds for the answer. */
const holderTimeMs = 4000;

/** With what an execution comes to the lock. */
export interface Arrival {
  readonly startedAtMs: number;
  /** The lock was busy a moment ago. */
  readonly isBusy: boolean;
  readonly config: Config;
}

/**
 * Takes a request, whatever brought it (a web call, later a poller or an import): it is stored durably when this returns. It is
 * committed, or left in the waiting room when somebody else is writing: either this execution gets the lock, or the one that holds it
 * looks again after releasing it and finds the request. What fails after the request is stored is left to the next hold.
 * @throws {Error} when the request could be stored nowhere
 */
export function accept(services: Services, request: Request, arrival: Arrival): void {
  const { startedAtMs, isBusy } = arrival;
  if (!isBusy && services.lock.tryAcquire(0)) {
    const isCommitted = commitOrSpill(services, request, arrival);
    if (isCommitted) unlessRefused(services, () => drain(services, startedAtMs));
    return;
  }
  for (let turn = 0; turn < lockTurns; turn += 1) {
    if (spill(services, request)) {
      lookAgain(services, arrival);
      return;
    }
    if (services.lock.tryAcquire(lockTurnMs)) {
      commitOwn(services, request, arrival);
      unlessRefused(services, () => drain(services, startedAtMs));
      return;
    }
  }
  throw new Error('The lock stayed busy and the request did not fit the waiting room.');
}

/** After the request was stored: takes the lock if it is free by now, so that nobody's request is overlooked. */
function lookAgain(services: Services, { startedAtMs, isBusy }: Arrival): void {
  if (services.lock.tryAcquire(0)) {
    unlessRefused(services, () => {
      commitTogether(services, null);
      drain(services, startedAtMs);
    });
  } else if (!isBusy) markBusy(services.cache);
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
 * its id. False then: whoever comes next goes on, not this execution.
 */
function commitOrSpill(services: Services, request: Request, { config }: Arrival): boolean {
  try {
    commitTogether(services, { request, mayBeStored: false });
    return true;
  } catch {
    if (!spill(services, request)) journalAlone(services, request, { config, waitMs: lockWaitMs });
    return false;
  }
}

/** Commits under the lock a request that the waiting room refused. */
function commitOwn(services: Services, request: Request, { config }: Arrival): void {
  try {
    commitTogether(services, { request, mayBeStored: true });
  } catch {
    journalAlone(services, request, { config, waitMs: lockWaitMs });
  }
}

/** Looks again after the release, and goes on while others wait than before and time is left: what no hold could take stays. */
export function drain(services: Services, startedAtMs: number): void {
  let left = '';
  while (services.clock.now() - startedAtMs < holderTimeMs) {
    const waiting = headedIds(services.properties.getAll()).join();
    if (waiting === left) return;
    left = waiting;
    if (!services.lock.tryAcquire(0)) return;
    commitTogether(services, null);
  }
}
