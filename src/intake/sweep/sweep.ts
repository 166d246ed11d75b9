import type { Services } from '../../platform/services';
import { findSheet } from '../../sheets/find-sheet';
import { tabs } from '../../tabs/tabs';
import { readMissing, updateBooks } from '../books/books';
import { workOffAndRecount } from '../books/recount';
import { areNewer, configFrom, isHalted } from '../../settings/config';
import { goOn } from '../commit/accept';
import { commitWaiting, type Hold } from '../commit/commit';
import { isLeft, writeLeft } from '../commit/write-left';
import { memoryOf, openLedger, type Ledger } from '../repair/ledger';
import { holdLock } from '../../platform/hold';
import { openStatuses, type Line } from '../journal/journal';
import { openJournal } from '../journal/journal-layout';
import { linesAbove, nextVisitIn, readRequests, returnedLines } from '../journal/journal-lines';
import { lastNumberOf } from '../journal/journal-number';
import { sayLastNumber } from '../journal/journal-write';
import { correctNow } from '../../settings/now-cell';
import { isUpgrading, migrate } from '../upgrade/migrate';
import { keepReserve } from '../../settings/reserve';
import { isRenderingDue, renderAgain } from './render-again';
import { recheckTabs } from '../repair/repair';
import { replay } from '../replay/replay';
import { checkOn, isCheckDue, type Checked } from '../self-check/self-check';
import { restOf } from '../replay/sweep-rest';
import {
  earlier,
  saveSweepState,
  sweepStateFrom,
  withRest,
  type SweepState,
} from '../../settings/sweep-state';
import { removeTestRows } from './test-rows';
import { deleteEmptied, tidyWaitingRoom } from './tidy';
import { isRecountDue, updateTotals } from '../totals/update-totals';
import { trimJournal } from './trim';
import { updateViews } from '../views/views';
import { emptiedKeys, hasWaiting, headlessIds } from '../waiting/waiting-room';
import { withWholeTabs } from '../repair/whole-tabs';

/** Journal lines that one sweep looks at, to work off those that are open. */
const linesPerSweep = 500;
/** Once in ten minutes the sweep does all of its work, and waits for the lock, so that load cannot starve it. */
const fullEveryMs = 10 * 60_000;
const patienceMs = 20_000;
/** How long it takes what waits, once its own work is done, when somebody else is there to take over. */
const drainMs = 10_000;
/** Google's time that one sweep of the night spends on the self-check; a step that has begun is ended. */
const checkMs = 1000;

/**
 * Finishes what a crash, a burst or a time box left. Runs every minute from its trigger; harmless at any other time.
 * A minute in which nothing happened costs three calls: a consumer account has 90 trigger minutes a day.
 */
export function sweep(services: Services): void {
  const all = services.properties.getAll();
  const nowMs = services.clock.now();
  const isDue = nowMs - sweepStateFrom(all).lastRunMs >= fullEveryMs;
  if (!isDue && !hasWork(services, all, nowMs)) return;
  sweepWithin(services, isDue ? patienceMs : 0, (state) => ({ ...state, lastTriggeredMs: nowMs }));
}

/** The same at a person's wish; false when somebody else kept the lock. */
export function sweepNow(services: Services): boolean {
  return sweepWithin(services, patienceMs, (state) => state);
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

function sweepWithin(
  services: Services,
  waitMs: number,
  note: (state: SweepState) => SweepState,
): boolean {
  if (!services.lock.tryAcquire(waitMs)) return false;
  const { hold } = holdLock(
    services,
    () => {
      services.workbook.flush();
      return sweepOrRepair(services);
    },
    ({ state }) => saveSweepState(services.properties, note(state)),
  );
  // Whoever came meanwhile counts on the holder to look again.
  goOn(services, hold, services.clock.now(), drainMs);
  deleteEmptied(services);
  return true;
}

/** A tab that the user deleted is made again, and the sweep begins anew. */
const sweepOrRepair = (services: Services): Swept =>
  withWholeTabs(services, () => sweepHeld(services));

/** What a sweep remembers, and what it has taken out of the waiting room. */
interface Swept {
  readonly state: SweepState;
  readonly hold: Hold;
}

function sweepHeld(services: Services): Swept {
  const hold = commitWaiting(services);
  return { state: doTasks(services), hold };
}

function doTasks(services: Services): SweepState {
  const nowMs = services.clock.now();
  const before = services.properties.getAll();
  if (areNewer(configFrom(before).settings)) return { ...sweepStateFrom(before), lastRunMs: nowMs };
  if (isRetryDue(sweepStateFrom(before), nowMs)) recheckTabs(services);
  const all = services.properties.getAll();
  const state = sweepStateFrom(all);
  let ledger = openLedger(services, all);
  const room = { all, incompleteSinceMs: state.incompleteSinceMs };
  const incompleteSinceMs = tidyWaitingRoom(services, ledger, room);
  correctNow(services, ledger.config.settings);
  const reserve = keepReserve(services, ledger.config, state.reserve);
  if (ledger.config.settings.isPaused) {
    updateBooks(services, ledger);
    return { ...state, lastRunMs: nowMs, incompleteSinceMs, reserve };
  }
  const migrated = migrate(services, ledger, state);
  // A step may have given numbers to lines.
  if (migrated !== state) ledger = openLedger(services, all);
  const worked = workOffOpen(services, ledger, migrated);
  const done = retryDue(services, ledger, worked);
  services.workbook.flush();
  const rendering = renderAgain(services, ledger, state.rendering);
  services.workbook.flush();
  const checked = checkAtNight(services, ledger, { ...state, rendering });
  trimJournal(services, ledger);
  services.workbook.flush();
  const counted = updateTotals(services, ledger.config, state.totals);
  const views = updateViews(services, ledger.config, { shown: state.views, counted });
  return {
    ...done,
    ...checked,
    totals: counted.state,
    views,
    lastRunMs: nowMs,
    incompleteSinceMs,
    reserve,
    rendering,
  };
}

/** Rows must be as they are rendered now before their cells are compared. */
function checkAtNight(services: Services, ledger: Ledger, state: SweepState): Checked {
  const { check, findings, rendering } = state;
  const isDue =
    isCheckDue(state, ledger.config, services.clock.now()) &&
    !isRenderingDue(rendering, ledger.config);
  return isDue ? checkOn(services, ledger, { state, budgetMs: checkMs }) : { check, findings };
}

const isOpen = ({ status }: Line): boolean => openStatuses.has(status);

/** Works off open lines above those that are done, and those that had been given up for missing. */
function workOffOpen(services: Services, ledger: Ledger, state: SweepState): SweepState {
  const { journal } = ledger;
  const memory = memoryOf(services, ledger);
  const last = lastNumberOf(journal, { memory, doneNumber: state.doneNumber });
  const { lines } = linesAbove(journal, { after: state.doneNumber, last });
  const looked = lines.slice(0, linesPerSweep);
  const highest = Math.max(last, lines[lines.length - 1]?.number ?? 0);
  const isAll = looked.length === lines.length;
  const doneNumber = isAll ? highest : (looked[looked.length - 1]?.number ?? highest);
  const returned = returnedLines(journal, readMissing(services, ledger));
  const open = [...looked, ...returned].filter(isOpen);
  const stored = readRequests(journal, open);
  const left = readRequests(journal, looked.filter(isLeft));
  if (highest !== journal.saidNumber) sayLastNumber(journal, highest, memory);
  const worked = restOf(workOffAndRecount(services, stored, ledger));
  const later = writeLeft(services, left, ledger);
  return withRest(withRest({ ...state, doneNumber }, worked), later);
}

const isRetryDue = ({ nextRetryMs }: SweepState, nowMs: number): boolean =>
  nextRetryMs !== null && nextRetryMs <= nowMs;

/**
 * Visits again what is due, brings Falhas and Saúde up to date, and learns when the next visit is. A full run asks the journal for
 * it: a crash may have come between counting a line and remembering its next visit.
 */
function retryDue(services: Services, ledger: Ledger, state: SweepState): SweepState {
  const nowMs = services.clock.now();
  if (isRetryDue(state, nowMs)) {
    const { rest } = replay(services, { kind: 'due', nowMs }, ledger);
    services.workbook.flush();
    removeTestRows(services, ledger, nowMs);
    return { ...withRest(state, rest), nextRetryMs: nextVisitIn(ledger.journal) };
  }
  const soonestMs = updateBooks(services, ledger);
  const isFull = nowMs - state.lastRunMs >= fullEveryMs;
  const known = isFull ? nextVisitIn(ledger.journal) : state.nextRetryMs;
  return { ...state, nextRetryMs: earlier(known, soonestMs) };
}
