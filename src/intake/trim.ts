import type { Services } from '../platform/services';
import { saveSettings } from './config';
import { forgetConfig } from './config-cache';
import type { Ledger } from './commit';
import { journalColumn, journalStatuses } from './journal';

const dayMs = 86_400_000;
/** How long settled requests stay in the journal. */
const retentionDays = 7;
/** Trimming begins only when it is worth a structure call, and looks at so many rows from the top. */
const minRowsToTrim = 200;
const maxRowsToTrim = 5000;

const finished: ReadonlySet<string> = new Set([
  journalStatuses.written,
  journalStatuses.repeated,
  journalStatuses.unknown,
]);

/**
 * Deletes old settled rows from the top of the journal; the first row that is young, failed, held or waiting ends the run.
 * The offset is raised before the rows go: after a crash in between numbers only jump, and rows are looked at twice.
 * Returns how many rows went.
 */
export function trimJournal(services: Services, { config, journal }: Ledger): number {
  const rows = Math.min(maxRowsToTrim, journal.lastRow() - 1);
  if (rows < minRowsToTrim) return 0;
  const statuses = journal.read({ row: 2, column: journalColumn('status'), rows, columns: 1 });
  const times = journal.read({ row: 2, column: journalColumn('receivedAtMs'), rows, columns: 1 });
  const youngestMs = services.clock.now() - retentionDays * dayMs;
  const kept = statuses.findIndex(
    ([status], index) => !finished.has(String(status)) || Number(times[index]?.[0]) > youngestMs,
  );
  const old = kept < 0 ? rows : kept;
  if (old < minRowsToTrim) return 0;
  const { settings } = config;
  saveSettings(services.properties, { ...settings, journalOffset: settings.journalOffset + old });
  forgetConfig(services);
  journal.deleteRows(2, old);
  return old;
}
