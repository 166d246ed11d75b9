import type { Services } from '../../platform/services';
import { holdLock } from '../../platform/hold';
import { markBusy, readHolderMarks } from '../../settings/busy-mark';
import { layOutDone } from '../waiting/done';
import { commitRound, type Hold, type OwnRequest } from './commit';
import { emptyMemory, refresh, type Memory } from './memory';

/**
 * One hold of the lock, already acquired: takes the request at hand and all that wait, judges and merges them, writes journal
 * and tabs, and flushes; and again, in further rounds, while others have come and its time is not over. What it takes stays in the
 * waiting room, and is told as done in the same flush: so a crash at any point leaves each answered request either to be taken or in
 * the journal. The own request is answered only after the flush.
 */
export const commitTogether = (services: Services, own: OwnRequest | null, untilMs = 0): Hold =>
  holdLock(services, () => commitRounds(services, own, untilMs));

/** One round for all that wait, within a hold that has other things to do. */
export function commitWaiting(services: Services, memory: Memory): Hold {
  services.workbook.flush();
  refresh(memory, services);
  const hold = commitRound(services, null, memory);
  services.workbook.flush();
  return hold;
}

/** True when somebody has come who is not served yet, and nobody else is there to do it. */
export function mustGoOn({ cache, clock }: Services, hold: Hold, untilMs: number): boolean {
  const { knock, hasHeir, isCalled } = readHolderMarks(cache, clock.now());
  const hasMore = !hold.isAll || (knock !== null && knock !== hold.lastKnock);
  return hasMore && !isCalled && (clock.now() < untilMs || !hasHeir);
}

function commitRounds(services: Services, own: OwnRequest | null, untilMs: number): Hold {
  const { workbook, cache } = services;
  const memory = emptyMemory(services);
  let hold = commitRound(services, own, memory);
  workbook.flush();
  for (let round = 2; mustGoOn(services, hold, untilMs); round += 1) {
    if (round === 2) markBusy(cache, untilMs);
    if (refresh(memory, services)) {
      layOutDone(services, hold.taken);
      hold = { ...hold, taken: [] };
    }
    hold = joinHolds(hold, commitRound(services, null, memory));
    workbook.flush();
  }
  return hold;
}

/** What two holds, one after the other, have done. */
export const joinHolds = (before: Hold, after: Hold): Hold => ({
  ...after,
  taken: [...before.taken, ...after.taken],
});
