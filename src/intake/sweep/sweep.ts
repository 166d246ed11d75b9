import type { Services } from '../../platform/services';
import { hear, noteRun, paceOf, restUntil } from '../../budget/budget';
import { isResting, startRest, tellFrugal } from '../../budget/saving';
import { leaveStrayUse } from '../../budget/stray-use';
import { readMissing, updateBooks } from '../books/books';
import { workOffAndRecount } from '../books/recount';
import { tellRefused } from '../books/tell-refused';
import { areNewer, configFrom } from '../../settings/config';
import { goOn } from '../commit/accept';
import { commitWaiting, type Hold } from '../commit/commit';
import { isLeft, writeLeft } from '../commit/write-left';
import { memoryOf, openLedger, type Ledger } from '../repair/ledger';
import { holdLock } from '../../platform/hold';
import { openStatuses, type Line } from '../journal/journal';
import { linesAbove, nextVisitIn, readRequests, returnedLines } from '../journal/journal-lines';
import { lastNumberOf } from '../journal/journal-number';
import { sayLastNumber } from '../journal/journal-write';
import { correctNow } from '../../settings/now-cell';
import { migrate } from '../upgrade/migrate';
import { keepReserve } from '../../settings/reserve';
import { hasWork } from './has-work';
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
import { trimJournal } from './trim';
import { withWholeTabs } from '../repair/whole-tabs';

/** Journal lines that one sweep looks at, to work off those that are open. */
const linesPerSweep = 500;
/** Once in ten minutes the sweep does all of its work, and waits for the lock, so that load cannot starve it. */
const fullEveryMs = 10 * 60_000;
/** While nothing happens it does so half as often. */
const quietEveryMs = 20 * 60_000;
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
  const startedAtMs = services.clock.now();
  if (isResting(services)) return;
  const all = readAll(services);
  if (all === null) return tellRefused(services);
  const before = sweepStateFrom(all);
  // The cache may have forgotten it.
  if (startedAtMs < restUntil(before.budget)) return;
  const isDue = startedAtMs - before.lastRunMs >= (before.isQuiet ? quietEveryMs : fullEveryMs);
  const isQuiet = !hasWork(services, all, startedAtMs);
  if (isQuiet && !isDue) return startRest(services, before.budget);
  const lookMs = isQuiet ? services.clock.now() - startedAtMs : null;
  let notedMs = startedAtMs;
  try {
    sweepWithin(services, isDue ? patienceMs : 0, (state) => {
      const budget = noteRun(services, state.budget, { triggeredMs: startedAtMs, lookMs });
      notedMs = budget.notedMs;
      startRest(services, budget);
      tellFrugal(services, budget);
      return { ...state, budget, lastTriggeredMs: startedAtMs, isQuiet };
    });
  } finally {
    leaveStrayUse(services, services.clock.now() - notedMs + closingMs);
  }
}

/** All properties; null when Google refuses them. */
function readAll({ properties, logError }: Services): Readonly<Record<string, string>> | null {
  try {
    return properties.getAll();
  } catch (error) {
    logError(error instanceof Error ? error.message : 'unknown fault');
    return null;
  }
}

/** What the last call of a sweep takes, by published measurements: it cannot tell that itself. */
const closingMs = 95;

/** The same at a person's wish; false when somebody else kept the lock. */
export function sweepNow(services: Services): boolean {
  return sweepWithin(services, patienceMs, (state) => ({
    ...state,
    budget: noteRun(services, state.budget, { triggeredMs: null, lookMs: null }),
  }));
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
  let ledger = openLedger(services, all);
  const { execUrl } = ledger.config.settings;
  const known = sweepStateFrom(all);
  const state = { ...known, budget: hear(known.budget, ledger.view.told, execUrl) };
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
  const extras = paceOf(state.budget).hasExtras ? doExtras(services, ledger, state) : {};
  trimJournal(services, ledger);
  const journalRows = rowsWorkedThrough(ledger, done);
  return { ...done, ...extras, lastRunMs: nowMs, incompleteSinceMs, reserve, journalRows };
}

/** What nothing is lost without. */
function doExtras(services: Services, ledger: Ledger, state: SweepState): Partial<SweepState> {
  const rendering = renderAgain(services, ledger, state.rendering);
  services.workbook.flush();
  return { rendering, ...checkAtNight(services, ledger, { ...state, rendering }) };
}

/** Rows of the journal when no line is left for the next sweep, so that a look at its length tells whether there is work; else 0. */
const rowsWorkedThrough = ({ journal }: Ledger, { doneNumber }: SweepState): number =>
  journal.saidNumber === doneNumber ? journal.sheet.lastRow() : 0;

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
