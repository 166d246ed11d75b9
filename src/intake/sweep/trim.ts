import type { CellValue, Services } from '../../platform/services';
import { readCountedNumber } from '../books/books';
import type { Ledger } from '../repair/ledger';
import { journalStatuses, type Journal } from '../journal/journal';
import { toStretches, type Stretch } from '../../sheets/stretches';

const dayMs = 86_400_000;
/** How long settled requests stay in the journal, unless somebody says otherwise. */
const retentionDays = 7;
/** Trimming begins only when it is worth a structure call, and looks at so many rows from the top. */
const minRowsToTrim = 200;
const minRowsInRun = 20;
const maxRowsToTrim = 5000;

const finished: ReadonlySet<string> = new Set([
  journalStatuses.written,
  journalStatuses.repeated,
  journalStatuses.unknown,
  journalStatuses.filtered,
]);

const undecided: ReadonlySet<string> = new Set([
  journalStatuses.failed,
  journalStatuses.quarantined,
]);

/**
 * Deletes old settled rows of the journal, run by run; rows that are young, failed, quarantined, waiting or not counted yet stay, and so
 * do the user's. Returns how many rows went. `isExact`: every row whose time is over goes, failed ones too where they have one.
 */
export function trimJournal(services: Services, ledger: Ledger, isExact = false): number {
  const { journal } = ledger;
  const toRuns = isExact ? toStretches : toLongRuns;
  const runs = toRuns(oldRows(services, ledger, isExact));
  if (sizeOf(runs) < (isExact ? 1 : minRowsToTrim)) return 0;
  const numbers = readTop(journal, 'number');
  const counted = readCountedNumber(services, ledger);
  const mayGo = (row: number): boolean => Number(numbers[row - 1]) <= counted;
  const rows = runs.flatMap(({ first, last }) => rangeOf(first, last)).filter(mayGo);
  const going = toRuns(rows);
  // From the bottom up, so that the rows still to go keep their place.
  for (const { first, last } of [...going].reverse())
    journal.sheet.deleteRows(first, last - first + 1);
  return sizeOf(going);
}

const toLongRuns = (rows: readonly number[]): readonly Stretch[] =>
  toStretches(rows).filter(({ first, last }) => last - first + 1 >= minRowsInRun);

const sizeOf = (runs: readonly Stretch[]): number =>
  runs.reduce((sum, { first, last }) => sum + last - first + 1, 0);

const rangeOf = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_unused, index) => first + index);

/** Rows whose request is finished and old. */
function oldRows(
  { clock }: Services,
  { journal, config: { privacy } }: Ledger,
  isExact: boolean,
): readonly number[] {
  if (journal.sheet.lastRow() <= (isExact ? 1 : minRowsToTrim)) return [];
  const statuses = readTop(journal, 'status');
  const times = readTop(journal, 'receivedAtMs');
  const { journalDays = 0, failedDays = 0 } = privacy?.retention ?? {};
  const settledMs = clock.now() - (journalDays || retentionDays) * dayMs;
  const failedMs = isExact && failedDays > 0 ? clock.now() - failedDays * dayMs : -Infinity;
  return statuses.flatMap((cell, index) => {
    const [time, status] = [times[index], String(cell)];
    const youngestMs = finished.has(status)
      ? settledMs
      : undecided.has(status)
        ? failedMs
        : -Infinity;
    return typeof time === 'number' && time <= youngestMs ? [index + 1] : [];
  });
}

/** A column of the journal's first rows. */
function readTop({ sheet, columns }: Journal, id: string): readonly CellValue[] {
  const [column, rows] = [columns.get(id), Math.min(maxRowsToTrim, sheet.lastRow())];
  if (column === undefined || rows < 1) return [];
  return sheet.read({ row: 1, column, rows, columns: 1 }).map(([cell = '']) => cell);
}
