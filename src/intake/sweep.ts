import type { Services } from '../platform/services';
import { settleAccounts } from './accounts';
import { commitTogether, openLedger, type Ledger } from './commit';
import { holdLock } from './hold';
import { journalColumn, journalStatuses, readEntries, rowOfNumber } from './journal';
import { correctNow } from './now-cell';
import { replay } from './replay';
import { trimJournal } from './trim';
import { emptiedKeys, hasWaiting } from './waiting-room';
import { workOff } from './work-off';

/** Journal rows that one sweep works off at most. */
const rowsPerSweep = 500;
const deletionsPerSweep = 20;
/** Once in ten minutes the sweep waits for the lock, so that load cannot starve it. */
const patienceEveryMs = 10 * 60_000;
const patienceMs = 20_000;
/** Failures that may pass by themselves are looked for this often. */
const retryEveryMs = 60_000;

const sweepKey = 'sweep';

/** What the sweep remembers between runs. A crash before it is stored only makes the next run look twice. */
interface SweepState {
  readonly lastRunMs: number;
  /** Journal rows up to this number are not open any more. */
  readonly doneNumber: number;
  readonly lastRetryMs: number;
}

/** Finishes what a crash, a burst or a time box left. Runs every minute from its trigger; harmless at any other time. */
export function sweep(services: Services): void {
  const { lastRunMs } = readSweepState(services);
  sweepWithin(services, services.clock.now() - lastRunMs >= patienceEveryMs ? patienceMs : 0);
}

/** The same at a person's wish; false when somebody else kept the lock. */
export function sweepNow(services: Services): boolean {
  return sweepWithin(services, patienceMs);
}

/** When the sweep last ran and how far the journal is worked off. */
export function readSweepState(services: Services): SweepState {
  const stored = services.properties.get(sweepKey);
  const initial: SweepState = { lastRunMs: 0, doneNumber: 0, lastRetryMs: 0 };
  // Decoding our own record, written below.
  return stored === null ? initial : { ...initial, ...(JSON.parse(stored) as Partial<SweepState>) };
}

function sweepWithin(services: Services, waitMs: number): boolean {
  if (!services.lock.tryAcquire(waitMs)) return false;
  const state = readSweepState(services);
  holdLock(services, () => {
    const next = sweepHeld(services, state);
    services.workbook.flush();
    services.properties.set(sweepKey, JSON.stringify(next));
  });
  return true;
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
