import type { CellValue, Services, Sheet } from '../platform/services';
import { findSheet } from '../tabs/find-sheet';
import { tabs } from '../tabs/tabs';
import type { Ledger } from './commit';
import { readCounted, writeCounted } from './counted-cell';
import { readCount } from './counters';
import { readFailures } from './failure-line';
import { failureChanges, throughOf } from './failure-news';
import type { FailureNews } from './failure-rows';
import { addCounts, addHealth, noCounts, type HealthCount, type HealthNews } from './health-rows';
import { journalColumn, journalStatuses, rowOfNumber, type JournalStatus } from './journal';
import { findVendor } from '../vendors/registry';
import { sweepStateFrom } from './sweep-state';
import type { Connection } from './config';
import { openUpsert, type UpsertedRow, type UpsertRows } from './upsert';
import { MissingTab } from './write-changes';

/** A journal line as far as it is counted. */
interface Line {
  readonly number: number;
  readonly vendorName: string;
  readonly account: string;
  readonly status: string;
  readonly error: string;
  readonly connectionId: string;
  readonly receivedAtMs: number;
  readonly nextTryMs: number | null;
}

/**
 * Brings Saúde and Falhas up to the journal. Each line is counted once, when it is settled: every row says itself up to which line
 * it has counted, so a write that is cut short repeats nothing; the hidden cell only tells where to begin reading. Buffered;
 * callers hold the lock and flush.
 * Returns when the soonest of the newly counted failures is to be tried again, epoch ms; null when none is.
 */
export function settleAccounts(services: Services, ledger: Ledger): number | null {
  const place = openSettings(services, ledger);
  const counted = readCounted(place) ?? doneNumberOf(services);
  const lines = readLines(
    ledger.journal,
    rowOfNumber(counted + 1, ledger.config.settings.journalOffset),
  ).filter(({ number }) => number > counted);
  const open = lines.findIndex(({ status }) => openWords.has(status));
  const settled = open < 0 ? lines : lines.slice(0, open);
  const waiting = open < 0 ? [] : lines.slice(open);
  const news = settled.flatMap(toNews);
  const upsertHealth = openAccount('health', services, ledger);
  const upsertFailures = news.length === 0 ? null : openAccount('failures', services, ledger);
  const reached = settled[settled.length - 1]?.number ?? counted;
  upsertHealth(healthChanges(services, ledger, { settled, waiting, reached }));
  upsertFailures?.(failureChanges(news, ledger, reached));
  if (reached > counted) writeCounted(place, reached);
  const tries = settled.flatMap(({ nextTryMs }) => nextTryMs ?? []);
  return tries.length === 0 ? null : Math.min(...tries);
}

/** Number of the last journal row that Falhas and Saúde have counted. */
export function readCountedNumber(services: Services, ledger: Ledger): number {
  return readCounted(openSettings(services, ledger)) ?? doneNumberOf(services);
}

/** When the user deleted the hidden tab, what the sweep worked off counts as counted. */
const doneNumberOf = (services: Services): number =>
  sweepStateFrom(services.properties.getAll()).doneNumber;

function openSettings(services: Services, { config }: Ledger): Sheet {
  const sheet = findSheet(services.workbook, tabs.settings, config.settings.sheetIds['settings']);
  if (sheet === null) throw new MissingTab('settings');
  return sheet;
}

const openWords: ReadonlySet<string> = new Set([journalStatuses.received, journalStatuses.waiting]);

/** Reads the lines from that row on, without their bodies; only the first line of a long body counts. */
function readLines(journal: Sheet, firstRow: number): readonly Line[] {
  const rows = journal.lastRow() - firstRow + 1;
  if (rows < 1) return [];
  const bodyColumn = journalColumn('body');
  const left = journal.read({ row: firstRow, column: 1, rows, columns: bodyColumn - 1 });
  const right = journal.read({
    row: firstRow,
    column: bodyColumn + 1,
    rows,
    columns: journalColumn('nextTryMs') - bodyColumn,
  });
  return left.flatMap((cells, index) => {
    const row = [...cells, '', ...(right[index] ?? [])];
    return cellOf(row, 'part') === 1 ? [toLine(row)] : [];
  });
}

const cellOf = (row: readonly CellValue[], id: string): CellValue =>
  row[journalColumn(id) - 1] ?? '';

function toLine(row: readonly CellValue[]): Line {
  const nextTryMs = cellOf(row, 'nextTryMs');
  return {
    number: Number(cellOf(row, 'number')),
    vendorName: String(cellOf(row, 'vendor')),
    account: String(cellOf(row, 'account')),
    status: String(cellOf(row, 'status')),
    error: String(cellOf(row, 'error')),
    connectionId: String(cellOf(row, 'connection')),
    receivedAtMs: Number(cellOf(row, 'receivedAtMs')),
    nextTryMs: nextTryMs === '' ? null : Number(nextTryMs),
  };
}

const countedAs: Readonly<Partial<Record<JournalStatus, keyof HealthCount>>> = {
  written: 'written',
  repeated: 'repeated',
  unknown: 'unknown',
  failed: 'failed',
  held: 'held',
};

/** What a line of that status adds beyond being received; a line that is still open adds nothing. */
export function countsOf(status: string): HealthCount {
  const [name] = Object.entries(journalStatuses).find(([, word]) => word === status) ?? [];
  const field = Object.entries(countedAs).find(([key]) => key === name)?.[1];
  return field === undefined ? noCounts : { ...noCounts, [field]: 1 };
}

const countOf = ({ status, receivedAtMs }: Line): HealthCount => ({
  ...countsOf(status),
  received: 1,
  lastMs: receivedAtMs,
});

interface Lines {
  readonly settled: readonly Line[];
  readonly waiting: readonly Line[];
  /** Number of the last line that is counted now. */
  readonly reached: number;
}

/** Opens Falhas or Saúde; to be done before anything is written that belongs in the same flush. */
export function openAccount(
  tab: 'failures' | 'health',
  services: Services,
  { config: { settings } }: Ledger,
): UpsertRows {
  return openUpsert(tab, {
    workbook: services.workbook,
    settings,
    nowMs: services.clock.now(),
  });
}

type Changes = Parameters<UpsertRows>[0];

function healthChanges(
  services: Services,
  ledger: Ledger,
  { settled, waiting, reached }: Lines,
): Changes {
  const changes = ledger.config.connections.map((connection) => {
    const own = (line: Line): boolean => line.connectionId === connection.id;
    const lines = settled.filter(own);
    const tallyAfter = (through: number): Tally => ({
      counts: lines
        .filter(({ number }) => number > through)
        .map(countOf)
        .reduce(addCounts, noCounts),
      waiting: waiting.filter(own).length,
      through: reached,
    });
    return healthChange(connection, tallyAfter, { services, ledger });
  });
  return new Map(changes);
}

/** Changes of lines that are counted already: by connection, what its counts change by. */
export function healthCorrections(
  services: Services,
  ledger: Ledger,
  corrections: ReadonlyMap<string, HealthCount>,
): Changes {
  const changes = ledger.config.connections.flatMap((connection) => {
    const counts = corrections.get(connection.id);
    const tallyAfter = (through: number): Tally => ({
      counts: counts ?? noCounts,
      waiting: null,
      through,
    });
    return counts === undefined ? [] : [healthChange(connection, tallyAfter, { services, ledger })];
  });
  return new Map(changes);
}

type Tally = Pick<HealthNews, 'counts' | 'waiting' | 'through'>;

interface Books {
  readonly services: Services;
  readonly ledger: Ledger;
}

function healthChange(
  connection: Connection,
  tallyAfter: (through: number) => Tally,
  { services, ledger }: Books,
): readonly [string, (state: string) => UpsertedRow] {
  const { settings } = ledger.config;
  const base = {
    vendorName: findVendor(connection.vendor)?.name ?? connection.vendor,
    account: connection.account,
    refused: readCount(services.cache, 'refused', connection.id),
    isPaused: settings.isPaused,
  };
  return [
    connection.id,
    (state) => addHealth(state, { ...base, ...tallyAfter(throughOf(state)) }, settings.language),
  ];
}

function toNews(line: Line): readonly FailureNews[] {
  return readFailures(line.error).map((failure) => ({
    number: line.number,
    vendorName: line.vendorName,
    failure,
    count: 1,
    solved: 0,
    firstMs: line.receivedAtMs,
    lastMs: line.receivedAtMs,
    nextTryMs: line.nextTryMs,
  }));
}
