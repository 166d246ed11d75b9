import type { Services } from '../../platform/services';
import { hear, noteRun, restUntil } from '../../budget/budget';
import { isResting, startRest, tellFrugal } from '../../budget/saving';
import type { TriggerRun } from '../../budget/trigger-run';
import { updateBooks } from '../books/books';
import { tellRefused } from '../books/tell-refused';
import { areNewer, configFrom } from '../../settings/config';
import { goOn } from '../commit/accept';
import { findDoneIds } from '../commit/commit';
import { emptyMemory } from '../commit/memory';
import { commitWaiting } from '../commit/rounds';
import { openLedger } from '../repair/ledger';
import { holdLock } from '../../platform/hold';
import { callForTurn, endCall } from '../../settings/busy-mark';
import { correctNow } from '../../settings/now-cell';
import { keepReserve } from '../../settings/reserve';
import { recheckTabs } from '../repair/repair';
import { screensFrom } from '../../settings/screens';
import { saveSweepState, sweepStateFrom, type SweepState } from '../../settings/sweep-state';
import type { Swept } from './desk';
import { doTasks, fullEveryMs, isRetryDue } from './tasks';
import { layOutDone } from '../waiting/done';
import { deleteEmptied, tidyWaitingRoom } from './tidy';
import { hasWork } from './has-work';
import { openWatch } from './watch';
import { withWholeTabs } from '../repair/whole-tabs';
import { showBoards, type Boards } from '../views/views';

/** While nothing happens it does all of its work half as often. */
const quietEveryMs = 20 * 60_000;
const patienceMs = 20_000;
/** At other times it waits for the end of a round. */
const turnMs = 6000;
/** How long a sweep remembers tabs that it has read or written. */
const memoryMs = 10_000;
/** How long it takes what waits, once its own work is done, when somebody else is there to take over. */
const drainMs = 3000;
/**
 * Finishes what a crash, a burst or a time box left. Runs every minute from its trigger; harmless at any other time. Gives the properties
 * as it last saw them; null while it rests, or Google refuses them.
 * A minute in which nothing happened costs three calls: a consumer account has 90 trigger minutes a day.
 */
export function sweep(services: Services, run: TriggerRun): Found {
  if (isResting(services)) return null;
  const all = readAll(services);
  if (all === null) {
    tellRefused(services);
    return null;
  }
  const before = sweepStateFrom(all);
  const restMs = restUntil(before.budget);
  if (run.startedAtMs < restMs) {
    // The cache has forgotten it.
    startRest(services, restMs);
    return null;
  }
  // Each look is told by whoever notes the next run.
  services.meter.leaveToOthers(1);
  const sinceMs = run.startedAtMs - before.lastRunMs;
  const isDue = sinceMs >= (before.isQuiet ? quietEveryMs : fullEveryMs);
  const isQuiet = !hasWork(services, all, run.startedAtMs);
  if (!isQuiet || isDue) return sweepNoted(services, run, { before, isDue, isQuiet }) ?? all;
  startRest(services, restUntil({ ...before.budget, notedMs: services.clock.now() }));
  return all;
}

type Found = Readonly<Record<string, string>> | null;

/** All properties; null when Google refuses them. */
function readAll({ properties, logError }: Services): Found {
  try {
    return properties.getAll();
  } catch (error) {
    logError(error instanceof Error ? error.message : 'unknown fault');
    return null;
  }
}

/** What a look found. */
interface Look {
  readonly before: SweepState;
  readonly isDue: boolean;
  readonly isQuiet: boolean;
}

/** Sweeps, and notes what the day has come to. */
function sweepNoted(services: Services, run: TriggerRun, { before, isDue, isQuiet }: Look): Found {
  const lookedAtMs = services.clock.now();
  const lookMs = isQuiet ? lookedAtMs - run.startedAtMs : null;
  run.untoldFromMs = lookedAtMs;
  return sweepWithin(services, isDue ? patienceMs : turnMs, (state) => {
    const records = state.totals.mark - before.totals.mark;
    const noted = { triggeredMs: run.startedAtMs, lookMs, records };
    const budget = noteRun(services, state.budget, noted);
    run.untoldFromMs = budget.notedMs;
    startRest(services, restUntil(budget));
    tellFrugal(services, budget);
    return { ...state, budget, lastTriggeredMs: run.startedAtMs, isQuiet };
  });
}

/** The same at a person's wish; false when somebody else kept the lock. */
export function sweepNow(services: Services): boolean {
  const noted = { triggeredMs: null, lookMs: null, records: 0 };
  const found = sweepWithin(services, patienceMs, (state) => ({
    ...state,
    budget: noteRun(services, state.budget, noted),
  }));
  return found !== null;
}

/** Gives the properties as they were found at the end; null when somebody else kept the lock. */
function sweepWithin(
  services: Services,
  waitMs: number,
  note: (state: SweepState) => SweepState,
): Found {
  if (!takeTurn(services, waitMs)) return null;
  const { hold, boards } = holdLock(
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
  const all = deleteEmptied(services, last);
  if (boards !== null) showQuietly(services, boards, all);
  return all;
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
function showQuietly(services: Services, boards: Boards, all: NonNullable<Found>): void {
  try {
    showBoards(services, boards, screensFrom(all).length > 0);
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
  const done = findDoneIds(ledger, all);
  const room = { all, done, incompleteSinceMs: state.incompleteSinceMs };
  const watch = openWatch(services, ledger, { all, done, state });
  const incompleteSinceMs = tidyWaitingRoom(services, ledger, room);
  correctNow(services, ledger.config.settings, ledger.view.correction);
  const reserve = keepReserve(services, ledger.config, state.reserve);
  const { execUrl } = ledger.config.settings;
  const budget = hear(state.budget, ledger.view.told, execUrl);
  const begun = { ...state, incompleteSinceMs, reserve, budget, alarms: watch.state };
  if (!ledger.config.settings.isPaused)
    return doTasks(services, { ...nothingYet, ledger, memory, watch, state: begun, hold });
  const { alarms } = updateBooks(services, ledger, { watch });
  const told = { ...begun, alarms: alarms ?? begun.alarms };
  return { state: { ...told, lastRunMs: nowMs }, hold, boards: null };
}
