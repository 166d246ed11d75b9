import type { Services } from '../../platform/services';
import { findSheet } from '../../sheets/find-sheet';
import { tabs } from '../../tabs/tabs';
import { updateBooks } from '../books/books';
import { areNewer, configFrom, isHalted } from '../../settings/config';
import { goOn } from '../commit/accept';
import { emptyMemory } from '../commit/memory';
import { commitWaiting } from '../commit/rounds';
import { openLedger } from '../repair/ledger';
import { holdLock } from '../../platform/hold';
import { openJournal } from '../journal/journal-layout';
import { callForTurn, endCall } from '../../settings/busy-mark';
import { correctNow } from '../../settings/now-cell';
import { isUpgrading } from '../upgrade/migrate';
import { keepReserve } from '../../settings/reserve';
import { isRenderingDue } from './render-again';
import { recheckTabs } from '../repair/repair';
import { isCheckDue } from '../self-check/self-check';
import {
  saveSweepState,
  sweepStateFrom,
  withSweepState,
  type SweepState,
} from '../../settings/sweep-state';
import { doTasks, fullEveryMs, isRetryDue, type Swept } from './tasks';
import { layOutDone } from '../waiting/done';
import { deleteEmptied, tidyWaitingRoom } from './tidy';
import { isRecountDue } from '../totals/update-totals';
import { emptiedKeys, hasWaiting, headlessIds } from '../waiting/waiting-room';
import { withWholeTabs } from '../repair/whole-tabs';
import { showBoards, type Boards } from '../views/views';

const patienceMs = 20_000;
/** At other times it waits for the end of a round. */
const turnMs = 6000;
/** How long a sweep remembers tabs that it has read or written. */
const memoryMs = 10_000;
/** How long it takes what waits, once its own work is done, when somebody else is there to take over. */
const drainMs = 3000;
/**
 * Finishes what a crash, a burst or a time box left. Runs every minute from its trigger; harmless at any other time.
 * A minute in which nothing happened costs three calls: a consumer account has 90 trigger minutes a day. Gives the properties that it
 * has read, with what it remembers now, for others who run in the same minute.
 */
export function sweep(services: Services): Readonly<Record<string, string>> {
  const all = services.properties.getAll();
  const nowMs = services.clock.now();
  const isDue = nowMs - sweepStateFrom(all).lastRunMs >= fullEveryMs;
  if (!isDue && !hasWork(services, all, nowMs)) return all;
  const noted = sweepWithin(services, isDue ? patienceMs : turnMs, (state) => ({
    ...state,
    lastTriggeredMs: nowMs,
  }));
  return noted === null ? all : withSweepState(all, noted);
}

/** The same at a person's wish; false when somebody else kept the lock. */
export function sweepNow(services: Services): boolean {
  return sweepWithin(services, patienceMs, (state) => state) !== null;
}

/** A look without the lock: something waits, the journal has grown, or a failure is to be tried again. */
function hasWork(
  services: Services,
  all: Readonly<Record<string, string>>,
  nowMs: number,
): boolean {
  const state = sweepStateFrom(all);
  const { doneNumber, nextRetryMs, rendering } = state;
  if (hasWaiting(all) || emptiedKeys(all).length > 0 || headlessIds(all).length > 0) return true;
  if (nextRetryMs !== null && nextRetryMs <= nowMs) return true;
  const config = configFrom(all);
  const { settings } = config;
  const isDue =
    isUpgrading(state, nowMs) ||
    isRenderingDue(rendering, config) ||
    isCheckDue(state, config, nowMs) ||
    isRecountDue(state.totals, config, nowMs);
  if (isDue && !isHalted(settings)) return true;
  const journal = findSheet(services.workbook, tabs.journal, settings.sheetIds['journal']);
  return journal === null || openJournal(journal).saidNumber !== doneNumber;
}

/** Gives what the sweep remembers from now on; null when somebody else kept the lock. */
function sweepWithin(
  services: Services,
  waitMs: number,
  note: (state: SweepState) => SweepState,
): SweepState | null {
  if (!takeTurn(services, waitMs)) return null;
  const { hold, boards, state } = holdLock(
    services,
    () => {
      services.workbook.flush();
      return sweepOrRepair(services);
    },
    (swept) => saveSweepState(services.properties, note(swept.state)),
  );
  // Whoever came meanwhile counts on the holder to look again.
  const last = goOn(services, hold, services.clock.now() + drainMs);
  layOutDone(services, last.taken);
  deleteEmptied(services, last);
  if (boards !== null) showQuietly(services, boards);
  return note(state);
}

/** The lock, at once or by a call to whoever holds it. */
function takeTurn({ lock, cache, clock }: Services, waitMs: number): boolean {
  if (lock.tryAcquire(0)) return true;
  callForTurn(cache, clock.now());
  const hasLock = lock.tryAcquire(waitMs);
  endCall(cache);
  return hasLock;
}

/** What nothing that is stored depends on. */
function showQuietly(services: Services, boards: Boards): void {
  try {
    showBoards(services, boards);
  } catch (error) {
    services.logError(error instanceof Error ? `boards: ${error.message}` : 'boards');
  }
}

const nothingYet = { found: null, counted: null, boards: null } as const;

/** A tab that the user deleted is made again, and the sweep begins anew. */
const sweepOrRepair = (services: Services): Swept =>
  withWholeTabs(services, () => sweepHeld(services));

function sweepHeld(services: Services): Swept {
  const memory = emptyMemory(services, memoryMs);
  const hold = commitWaiting(services, memory);
  const nowMs = services.clock.now();
  const before = services.properties.getAll();
  const known = sweepStateFrom(before);
  if (areNewer(configFrom(before).settings))
    return { state: { ...known, lastRunMs: nowMs }, hold, boards: null };
  const isDue = isRetryDue(known, nowMs);
  if (isDue) recheckTabs(services);
  const all = isDue ? services.properties.getAll() : before;
  const state = sweepStateFrom(all);
  const ledger = openLedger(services, all);
  const room = { all, incompleteSinceMs: state.incompleteSinceMs };
  const incompleteSinceMs = tidyWaitingRoom(services, ledger, room);
  correctNow(services, ledger.config.settings, ledger.view.correction);
  const reserve = keepReserve(services, ledger.config, state.reserve);
  const begun = { ...state, incompleteSinceMs, reserve };
  if (!ledger.config.settings.isPaused)
    return doTasks(services, { ...nothingYet, ledger, memory, state: begun, hold });
  updateBooks(services, ledger);
  return { state: { ...begun, lastRunMs: nowMs }, hold, boards: null };
}
