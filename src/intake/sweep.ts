import type { Services, Sheet } from '../platform/services';
import { findSheet } from '../tabs/find-sheet';
import { tabs } from '../tabs/tabs';
import { commitTogether, settleEntry } from './commit';
import { configFrom, type Config } from './config';
import {
  journalColumn,
  journalStatuses,
  readEntries,
  updateEntry,
  type StoredRequest,
} from './journal';
import { judge, type Judgement } from './judge';
import { holdLock } from './receive';
import { correctNow } from './now-cell';
import { emptiedKeys, hasWaiting } from './waiting-room';
import { writeChanges } from './write-changes';

/** Searches for old rows that one sweep may make. */
const searchesPerSweep = 20;
/** Journal rows that one sweep works off at most. */
const rowsPerSweep = 500;
const deletionsPerSweep = 20;
/** Once in ten minutes the sweep waits for the lock, so that load cannot starve it. */
const patienceEveryMs = 10 * 60_000;
const patienceMs = 20_000;

const sweepKey = 'sweep';

/** What the sweep remembers between runs. */
interface SweepState {
  readonly lastRunMs: number;
  /** Journal rows up to this number need no further work. */
  readonly doneNumber: number;
}

/** Finishes what a crash, a burst or a time box left. Runs every minute from its trigger; harmless at any other time. */
export function sweep(services: Services): void {
  const { lastRunMs } = readSweepState(services);
  sweepWithin(services, services.clock.now() - lastRunMs >= patienceEveryMs ? patienceMs : 0);
}

/** The same at a person's wish; false when somebody else kept the lock. */
export function commitNow(services: Services): boolean {
  return sweepWithin(services, patienceMs);
}

function sweepWithin(services: Services, waitMs: number): boolean {
  const state = readSweepState(services);
  const nowMs = services.clock.now();
  if (!services.lock.tryAcquire(waitMs)) return false;
  holdLock(services, () => {
    if (hasWaiting(services.properties.getAll())) commitTogether(services, null);
    services.workbook.flush();
    const all = services.properties.getAll();
    const doneNumber = workOff(services, configFrom(all), state.doneNumber);
    correctNow(services, configFrom(all).settings);
    emptiedKeys(all)
      .slice(0, deletionsPerSweep)
      .forEach((key) => services.properties.remove(key));
    services.properties.set(
      sweepKey,
      JSON.stringify({ lastRunMs: nowMs, doneNumber } satisfies SweepState),
    );
  });
  return true;
}

/** When the sweep last ran and how far the journal is worked off. */
export function readSweepState(services: Services): SweepState {
  const stored = services.properties.get(sweepKey);
  const initial: SweepState = { lastRunMs: 0, doneNumber: 0 };
  // Decoding our own record, written by `sweep`.
  return stored === null ? initial : { ...initial, ...(JSON.parse(stored) as Partial<SweepState>) };
}

/** Statuses that ask for more work without a person. */
const openStatuses: ReadonlySet<string> = new Set([
  journalStatuses.received,
  journalStatuses.waiting,
]);

/** Works off journal rows above the number; returns the number up to which nothing is left to do. */
function workOff(services: Services, config: Config, doneNumber: number): number {
  const { settings } = config;
  const journal = findSheet(services.workbook, tabs.journal, settings.sheetIds['journal']);
  if (journal === null || settings.isPaused) return doneNumber;
  const firstRow = Math.max(2, doneNumber - settings.journalOffset + 2);
  const rows = Math.min(rowsPerSweep, journal.lastRow() - firstRow + 1);
  if (rows < 1) return doneNumber;
  const left = needsWork(journal, firstRow, rows)
    ? workOffRows({ services, config, journal }, firstRow, rows)
    : null;
  return (left ?? firstRow + rows) - 2 + settings.journalOffset;
}

function needsWork(journal: Sheet, row: number, rows: number): boolean {
  const statuses = journal.read({ row, column: journalColumn('status'), rows, columns: 1 });
  return statuses.some(([status]) => openStatuses.has(String(status)));
}

interface WorkPlace {
  readonly services: Services;
  readonly config: Config;
  readonly journal: Sheet;
}

/** Writes what is open in these rows; returns the first row that is still open, or null. */
function workOffRows(
  { services, config, journal }: WorkPlace,
  firstRow: number,
  rows: number,
): number | null {
  const open = readEntries(journal, firstRow, rows).filter(({ status }) =>
    openStatuses.has(status),
  );
  const judged = open.map((stored) => ({ stored, judgement: rejudge(services, config, stored) }));
  const report = writeChanges(
    judged.map(({ stored, judgement }) => ({
      requestId: stored.request.id,
      changes: judgement.changes,
    })),
    {
      workbook: services.workbook,
      settings: config.settings,
      nowMs: services.clock.now(),
      searches: searchesPerSweep,
    },
  );
  for (const { stored, judgement } of judged) {
    const settled = settleEntry(judgement.entry, report);
    updateEntry(journal, stored, { ...settled, attempts: stored.attempts + 1 });
  }
  return judged.find(({ stored }) => report.unfinished.has(stored.request.id))?.stored.row ?? null;
}

function rejudge(services: Services, config: Config, { request }: StoredRequest): Judgement {
  const connection = config.connections.find(({ id }) => id === request.connectionId) ?? null;
  return judge(request, { codec: services.codec, settings: config.settings, connection });
}
