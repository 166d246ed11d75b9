import type { Services, Sheet } from '../platform/services';
import { saveSettings } from './config';
import { forgetConfig } from './config-cache';
import type { Ledger } from './commit';
import { journalColumn, journalStatuses } from './journal';

const dayMs = 86_400_000;
/** How long settled requests stay in the journal. */
const retentionDays = 7;
/** Trimming begins only when it is worth a structure call, and looks at so many rows from the top. */
const minRowsToTrim = 200;
const minRowsInRun = 20;
const maxRowsToTrim = 5000;

const finished: ReadonlySet<string> = new Set([
  journalStatuses.written,
  journalStatuses.repeated,
  journalStatuses.unknown,
]);

/**
 * Deletes old settled rows of the journal, run by run; rows that are young, failed, held or waiting stay.
 * The offset is raised before the rows go: after a crash in between numbers only jump, and rows are looked at twice.
 * Returns how many rows went.
 */
export function trimJournal(services: Services, { config, journal }: Ledger): number {
  const rows = Math.min(maxRowsToTrim, journal.lastRow() - 1);
  if (rows < minRowsToTrim) return 0;
  const runs = findRuns(readOld(services, journal, rows)).filter(
    ({ count }) => count >= minRowsInRun,
  );
  const total = runs.reduce((sum, { count }) => sum + count, 0);
  if (total < minRowsToTrim) return 0;
  const { settings } = config;
  saveSettings(services.properties, { ...settings, journalOffset: settings.journalOffset + total });
  forgetConfig(services);
  // From the bottom up, so that the rows still to go keep their place.
  for (const { row, count } of runs.reverse()) journal.deleteRows(row, count);
  return total;
}

/** For each row from the second on: may it go? */
function readOld(services: Services, journal: Sheet, rows: number): readonly boolean[] {
  const statuses = journal.read({ row: 2, column: journalColumn('status'), rows, columns: 1 });
  const times = journal.read({ row: 2, column: journalColumn('receivedAtMs'), rows, columns: 1 });
  const youngestMs = services.clock.now() - retentionDays * dayMs;
  return statuses.map(
    ([status], index) => finished.has(String(status)) && Number(times[index]?.[0]) <= youngestMs,
  );
}

interface RowRun {
  readonly row: number;
  readonly count: number;
}

function findRuns(flags: readonly boolean[]): RowRun[] {
  const runs: RowRun[] = [];
  flags.forEach((flag, index) => {
    const last = runs[runs.length - 1];
    if (!flag) return;
    if (last !== undefined && last.row + last.count === index + 2)
      runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ row: index + 2, count: 1 });
  });
  return runs;
}
