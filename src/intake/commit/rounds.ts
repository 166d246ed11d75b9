import type { Services } from '../../platform/services';
import { holdLock } from '../../platform/hold';
import { hasHeir, markBusy, readKnock } from '../../settings/busy-mark';
import { commitRound, type Hold, type OwnRequest } from './commit';
import { emptyMemory, refresh } from './memory';

/**
 * One hold of the lock, already acquired: takes the request at hand and all that wait, judges and merges them, writes journal
 * and tabs, and flushes; and again, in further rounds, while others have come and its time is not over. What it takes stays in the
 * waiting room, and is told as done in the same flush: so a crash at any point leaves each answered request either to be taken or in
 * the journal. The own request is answered only after the flush.
 */
export const commitTogether = (services: Services, own: OwnRequest | null, untilMs = 0): Hold =>
  holdLock(services, () => commitRounds(services, own, untilMs));

/** The same for all that wait, within a hold that goes on. */
export function commitWaiting(services: Services, untilMs = 0): Hold {
  services.workbook.flush();
  return commitRounds(services, null, untilMs);
}

/** True when something may wait that this hold has not taken. */
export function hasMore({ cache }: Services, { isAll, lastKnock }: Hold): boolean {
  const knock = readKnock(cache);
  return !isAll || (knock !== null && knock !== lastKnock);
}

function commitRounds(services: Services, own: OwnRequest | null, untilMs: number): Hold {
  const { workbook, cache } = services;
  const memory = emptyMemory(services);
  let hold = commitRound(services, own, memory);
  workbook.flush();
  for (let round = 2; hasMore(services, hold) && mayGoOn(services, untilMs); round += 1) {
    if (round === 2) markBusy(cache, untilMs);
    refresh(memory, services);
    hold = joinHolds(hold, commitRound(services, null, memory));
    workbook.flush();
  }
  return hold;
}

/** Once its time is over a holder leaves the rest to an heir; while there is none it goes on, since nobody else would. */
const mayGoOn = ({ clock, cache }: Services, untilMs: number): boolean =>
  clock.now() < untilMs || !hasHeir(cache, clock.now());

/** What two holds, one after the other, have done. */
export const joinHolds = (before: Hold, after: Hold): Hold => ({
  ...after,
  taken: [...before.taken, ...after.taken],
});
