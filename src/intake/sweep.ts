import type { Services } from '../platform/services';
import { findSheet } from '../tabs/find-sheet';
import { tabs } from '../tabs/tabs';
import { settleAccounts } from './accounts';
import { workOffAndBook } from './book';
import { configFrom } from './config';
import { commitTogether, openLedger, type Ledger } from './commit';
import { holdLock } from './hold';
import {
  journalColumn,
  journalStatuses,
  lastJournalNumber,
  readEntries,
  rowOfNumber,
} from './journal';
import { correctNow } from './now-cell';
import { mendOnce } from './own-formulas';
import { keepReserve } from './reserve';
import { isRenderingDue, renderAgain } from './render-again';
import { replay } from './replay';
import { restOf } from './sweep-rest';
import { earlier, saveSweepState, sweepStateFrom, withRest, type SweepState } from './sweep-state';
import { deleteEmptied, tidyWaitingRoom } from './tidy';
import { trimJournal } from './trim';
import { emptiedKeys, hasWaiting } from './waiting-room';
import { withWholeTabs } from './whole-tabs';

/** Journal rows that one sweep works off at most. */
const rowsPerSweep = 500;
/** Once in ten minutes the sweep does all of its work, and waits for the lock, so that load cannot starve it. */
const fullEveryMs = 10 * 60_000;
const patienceMs = 20_000;

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
  const { doneNumber, nextRetryMs, rendering } = sweepStateFrom(all);
  if (hasWaiting(all) || emptiedKeys(all).length > 0) return true;
  if (nextRetryMs !== null && nextRetryMs <= nowMs) return true;
  const config = configFrom(all);
  const { settings } = config;
  if (!settings.isPaused && isRenderingDue(rendering, config)) return true;
  const journal = findSheet(services.workbook, tabs.journal, settings.sheetIds['journal']);
  return journal === null || lastJournalNumber(journal, settings.journalOffset) !== doneNumber;
}

function sweepWithin(
  services: Services,
  waitMs: number,
  note: (state: SweepState) => SweepState,
): boolean {
  if (!services.lock.tryAcquire(waitMs)) return false;
  holdLock(services, () => {
    services.workbook.flush();
    const next = sweepOrRepair(services);
    services.workbook.flush();
    saveSweepState(services.properties, note(next));
  });
  deleteEmptied(services);
  return true;
}

/** A tab that the user deleted is made again, and the sweep begins anew. */
const sweepOrRepair = (services: Services): SweepState =>
  withWholeTabs(services, () => sweepHeld(services));

function sweepHeld(services: Services): SweepState {
  const nowMs = services.clock.now();
  commitTogether(services, null);
  const all = services.properties.getAll();
  const state = sweepStateFrom(all);
  const ledger = openLedger(services, all);
  const room = { all, incompleteSinceMs: state.incompleteSinceMs };
  const incompleteSinceMs = tidyWaitingRoom(services, ledger, room);
  correctNow(services, ledger.config.settings);
  const reserve = keepReserve(services, ledger.config, state.reserve);
  if (ledger.config.settings.isPaused) {
    settleAccounts(services, ledger);
    return { ...state, lastRunMs: nowMs, incompleteSinceMs, reserve };
  }
  const formulas = mendOnce(services.workbook, ledger.config.settings, state.formulas);
  const worked = workOffOpen(services, ledger, state);
  const done = retryDue(services, ledger, worked);
  services.workbook.flush();
  const rendering = renderAgain(services, ledger, state.rendering);
  services.workbook.flush();
  trimJournal(services, ledger);
  return { ...done, lastRunMs: nowMs, incompleteSinceMs, reserve, rendering, formulas };
}

/** Statuses that ask for more work without a person. */
const openStatuses: ReadonlySet<string> = new Set([
  journalStatuses.received,
  journalStatuses.waiting,
]);

/** Works off journal rows above those that are done. */
function workOffOpen(services: Services, ledger: Ledger, state: SweepState): SweepState {
  const { journal, config } = ledger;
  const { journalOffset } = config.settings;
  const firstRow = rowOfNumber(state.doneNumber + 1, journalOffset);
  const rows = Math.min(rowsPerSweep, journal.lastRow() - firstRow + 1);
  if (rows < 1) return state;
  const statuses = journal.read({
    row: firstRow,
    column: journalColumn('status'),
    rows,
    columns: 1,
  });
  const reached = { ...state, doneNumber: firstRow + rows - 2 + journalOffset };
  if (!statuses.some(([status]) => openStatuses.has(String(status)))) return reached;
  const open = readEntries(journal, firstRow, rows).filter(({ status }) =>
    openStatuses.has(status),
  );
  return withRest(reached, restOf(workOffAndBook(services, open, ledger), ledger));
}

/** Tries again what is due, brings Falhas and Saúde up to date, and learns when the next try is. */
function retryDue(services: Services, ledger: Ledger, state: SweepState): SweepState {
  const nowMs = services.clock.now();
  if (state.nextRetryMs === null || state.nextRetryMs > nowMs) {
    const soonestMs = settleAccounts(services, ledger);
    return { ...state, nextRetryMs: earlier(state.nextRetryMs, soonestMs) };
  }
  const { rest } = replay(services, { kind: 'due', nowMs }, ledger);
  services.workbook.flush();
  return { ...withRest(state, rest), nextRetryMs: nextRetryOf(ledger) };
}

/** The soonest try that the journal asks for: the times of all its rows in one read. */
function nextRetryOf({ journal }: Ledger): number | null {
  const rows = journal.lastRow() - 1;
  if (rows < 1) return null;
  const times = journal.read({ row: 2, column: journalColumn('nextTryMs'), rows, columns: 1 });
  return times.reduce<number | null>(
    (soonest, [time]) => earlier(soonest, typeof time === 'number' ? time : null),
    null,
  );
}
