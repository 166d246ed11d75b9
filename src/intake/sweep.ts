import type { Services } from '../platform/services';
import { settleAccounts } from './accounts';
import { configFrom } from './config';
import { commitTogether, openLedger, type Ledger } from './commit';
import { holdLock } from './hold';
import { journalColumn, journalStatuses, readEntries, rowOfNumber } from './journal';
import { correctNow } from './now-cell';
import { replay } from './replay';
import { repairTabs } from './repair';
import { readSweepState, saveSweepState, type SweepState } from './sweep-state';
import { trimJournal } from './trim';
import { emptiedKeys, hasWaiting } from './waiting-room';
import { workOff } from './work-off';
import { MissingTab } from './write-changes';

/** Journal rows that one sweep works off at most. */
const rowsPerSweep = 500;
const deletionsPerSweep = 20;
/** Once in ten minutes the sweep waits for the lock, so that load cannot starve it. */
const patienceEveryMs = 10 * 60_000;
const patienceMs = 20_000;
/** Failures that may pass by themselves are looked for this often. */
const retryEveryMs = 60_000;

/** Finishes what a crash, a burst or a time box left. Runs every minute from its trigger; harmless at any other time. */
export function sweep(services: Services): void {
  const { lastRunMs } = readSweepState(services.properties);
  sweepWithin(services, services.clock.now() - lastRunMs >= patienceEveryMs ? patienceMs : 0);
}

/** The same at a person's wish; false when somebody else kept the lock. */
export function sweepNow(services: Services): boolean {
  return sweepWithin(services, patienceMs);
}

function sweepWithin(services: Services, waitMs: number): boolean {
  if (!services.lock.tryAcquire(waitMs)) return false;
  const state = readSweepState(services.properties);
  holdLock(services, () => {
    const next = sweepOrRepair(services, state);
    services.workbook.flush();
    saveSweepState(services.properties, next);
  });
  return true;
}

/** A tab that the user deleted is made again, and the sweep begins anew. */
function sweepOrRepair(services: Services, state: SweepState): SweepState {
  try {
    return sweepHeld(services, state);
  } catch (error) {
    if (!(error instanceof MissingTab)) throw error;
    repairTabs(services, configFrom(services.properties.getAll()), error.tab);
    return sweepHeld(services, state);
  }
}

function sweepHeld(services: Services, state: SweepState): SweepState {
  const nowMs = services.clock.now();
  if (hasWaiting(services.properties.getAll())) commitTogether(services, null);
  services.workbook.flush();
  const all = services.properties.getAll();
  const ledger = openLedger(services, all);
  emptiedKeys(all)
    .slice(0, deletionsPerSweep)
    .forEach((key) => services.properties.remove(key));
  correctNow(services, ledger.config.settings);
  if (ledger.config.settings.isPaused) {
    settleAccounts(services, ledger);
    return { ...state, lastRunMs: nowMs };
  }
  const doneNumber = workOffOpen(services, ledger, state.doneNumber);
  const isRetryDue = nowMs - state.lastRetryMs >= retryEveryMs && hasDueRetry(ledger, nowMs);
  if (isRetryDue) replay(services, { kind: 'due', nowMs }, ledger);
  else settleAccounts(services, ledger);
  services.workbook.flush();
  trimJournal(services, ledger);
  return { lastRunMs: nowMs, doneNumber, lastRetryMs: isRetryDue ? nowMs : state.lastRetryMs };
}

/** Statuses that ask for more work without a person. */
const openStatuses: ReadonlySet<string> = new Set([
  journalStatuses.received,
  journalStatuses.waiting,
]);

/** Works off journal rows above the number; returns the number up to which none is open. */
function workOffOpen(services: Services, ledger: Ledger, doneNumber: number): number {
  const { journal, config } = ledger;
  const { journalOffset } = config.settings;
  const firstRow = rowOfNumber(doneNumber + 1, journalOffset);
  const rows = Math.min(rowsPerSweep, journal.lastRow() - firstRow + 1);
  if (rows < 1) return doneNumber;
  const statuses = journal.read({
    row: firstRow,
    column: journalColumn('status'),
    rows,
    columns: 1,
  });
  if (!statuses.some(([status]) => openStatuses.has(String(status))))
    return firstRow + rows - 2 + journalOffset;
  const open = readEntries(journal, firstRow, rows).filter(({ status }) =>
    openStatuses.has(status),
  );
  const left = workOff(services, open, ledger).find(({ after }) => after.status === 'waiting');
  const cut = open.length === 0 ? firstRow - 1 : firstRow + rows - 1;
  return (left === undefined ? cut : left.before.row - 1) - 1 + journalOffset;
}

/** True when a failure's next try has come: the times of all journal rows in one read. */
function hasDueRetry({ journal }: Ledger, nowMs: number): boolean {
  const rows = journal.lastRow() - 1;
  if (rows < 1) return false;
  const times = journal.read({ row: 2, column: journalColumn('nextTryMs'), rows, columns: 1 });
  return times.some(([time]) => typeof time === 'number' && time <= nowMs);
}
