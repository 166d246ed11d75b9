import type { Services } from '../../platform/services';
import { holdFlushed } from '../../platform/hold';
import { markBusy, readHolderMarks, unmarkBusy } from '../../settings/busy-mark';
import { layOutDone } from '../waiting/done';
import { commitRound, type Hold, type OwnRequest } from './commit';
import { emptyMemory, refresh, type Memory } from './memory';

/** What a hold begins with. */
export interface Beginning {
  readonly own: OwnRequest | null;
  /** When it is to leave the rest to an heir, epoch ms. */
  readonly untilMs: number;
  /** The last knock that is known to be of a request which the first round will find. */
  readonly lastKnock: string | null;
}

/**
 * One hold of the lock, already acquired: takes the request at hand and all that wait, judges and merges them, writes journal
 * and tabs, and flushes; and again, in further rounds, while others have come and its time is not over. What it takes stays in the
 * waiting room, and is told as done in the same flush: so a crash at any point leaves each answered request either to be taken or in
 * the journal. The own request is answered only after the flush. Null when a later round failed: whoever comes next goes on.
 */
export function commitTogether(services: Services, beginning: Beginning): Hold | null {
  const progress = { rounds: 0 };
  try {
    return holdFlushed(services, () => commitRounds(services, beginning, progress));
  } catch (error) {
    // Of a first round that is durable the own request must not be stored once more.
    if (progress.rounds === 0) throw error;
    services.logError(error instanceof Error ? `a later round: ${error.message}` : 'a later round');
    return null;
  } finally {
    if (progress.rounds > 1) unmarkBusy(services.cache);
  }
}

/** One round for all that wait, within a hold that has other things to do. */
export function commitWaiting(services: Services, memory: Memory): Hold {
  services.workbook.flush();
  refresh(memory, services);
  const { knock: lastKnock } = readHolderMarks(services.cache, services.clock.now());
  const hold = commitRound(services, { own: null, memory, lastKnock });
  services.workbook.flush();
  return hold;
}

/** A hold that takes nothing: whoever knocks from now on is to be served after it. */
export const beginIdle = ({ cache, clock }: Services): Hold => ({
  lastKnock: readHolderMarks(cache, clock.now()).knock,
  known: new Set(),
  taken: [],
  isAll: true,
});

/** What a holder sees when it looks up between two rounds. */
interface Outlook {
  /** Somebody has come who is not served yet, and nobody else is there to do it. */
  readonly mustGoOn: boolean;
  readonly knock: string | null;
}

export function lookUp({ cache, clock }: Services, hold: Hold, untilMs: number): Outlook {
  const { knock, hasHeir, isCalled } = readHolderMarks(cache, clock.now());
  const hasMore = !hold.isAll || (knock !== null && knock !== hold.lastKnock);
  const mustGoOn = hasMore && !isCalled && (clock.now() < untilMs || !hasHeir);
  return { mustGoOn, knock };
}

function commitRounds(
  services: Services,
  { own, untilMs, lastKnock }: Beginning,
  progress: { rounds: number },
): Hold {
  const { workbook, cache } = services;
  const memory = emptyMemory(services);
  let hold = commitRound(services, { own, memory, lastKnock });
  workbook.flush();
  progress.rounds = 1;
  for (;;) {
    const { mustGoOn, knock } = lookUp(services, hold, untilMs);
    if (!mustGoOn) return hold;
    progress.rounds += 1;
    if (progress.rounds === 2) markBusy(cache, untilMs);
    if (refresh(memory, services)) {
      layOutDone(services, hold.taken);
      hold = withoutTaken(hold);
    }
    hold = joinHolds(hold, commitRound(services, { own: null, memory, lastKnock: knock }));
    workbook.flush();
  }
}

const withoutTaken = (hold: Hold): Hold => ({ ...hold, taken: [] });

/** What two holds, one after the other, have done. */
export const joinHolds = (before: Hold, after: Hold): Hold => ({
  ...after,
  taken: before.taken.concat(after.taken),
});
