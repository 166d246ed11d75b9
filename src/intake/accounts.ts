import type { Services, Sheet } from '../platform/services';
import { findSheet } from '../tabs/find-sheet';
import { tabs } from '../tabs/tabs';
import { findVendor } from '../vendors/registry';
import type { Ledger } from './commit';
import type { Connection } from './config';
import { readCount } from './counters';
import { readFailures } from './failure-line';
import { failureChanges, throughOf } from './failure-news';
import type { FailureNews } from './failure-rows';
import { addCounts, addHealth, noCounts, type HealthCount, type HealthNews } from './health-rows';
import {
  journalStatuses,
  openStatuses,
  type Journal,
  type JournalStatus,
  type Line,
} from './journal';
import { linesAbove, returnedLines, type NumberRange } from './journal-lines';
import {
  countMissing,
  isMissing,
  readMemory,
  renewGaps,
  writeCounted,
  writeMissing,
  type Gap,
} from './journal-memory';
import { lastNumberOf } from './journal-number';
import { isTestRequest } from './request';
import { openUpsert, type UpsertedRow, type UpsertRows } from './upsert';
import { MissingTab } from './write-changes';

/**
 * Brings Saúde and Falhas up to the journal. Each line is counted once, when it is settled: every row says itself up to which line
 * it has counted, so a write that is cut short repeats nothing; the hidden cell only tells where to begin reading. A number whose
 * line is nowhere is passed over and told in Saúde. Buffered; callers hold the lock and flush.
 * Returns when the soonest of the newly counted lines is to be visited again, epoch ms; null when none is.
 */
export function settleAccounts(services: Services, ledger: Ledger): number | null {
  const place = openSettings(services, ledger);
  const memory = readMemory(place);
  const counted = memory.counted ?? ledger.doneNumber;
  const last = lastNumberOf(ledger.journal, { memory: place, doneNumber: ledger.doneNumber });
  const page = readPage(ledger.journal, { after: counted, last });
  const late = returnedLines(ledger.journal, memory.missing).filter(isSettled);
  const gaps = renewGaps(memory.missing, {
    back: late.map(({ number }) => number),
    lost: page.lost,
    nowMs: services.clock.now(),
  });
  const news = [...page.settled, ...late].filter(isReal);
  writeAccounts(services, ledger, { ...page, late, news, missing: countMissing(gaps) });
  if (page.reached > counted) writeCounted(place, page.reached);
  if (gaps.length > 0 || memory.missing.length > 0) writeMissing(place, gaps);
  return soonestOf([...page.settled, ...late]);
}

const isSettled = ({ status }: Line): boolean => !openStatuses.has(status);
const isReal = ({ requestId }: Line): boolean => !isTestRequest(requestId);

/** The lines that are counted now, and those that are not yet. */
interface Page {
  readonly settled: readonly Line[];
  /** From the first open line on. */
  readonly waiting: readonly Line[];
  /** Numbers that were given and are nowhere. */
  readonly lost: readonly number[];
  /** Number up to which everything is counted then. */
  readonly reached: number;
}

function readPage(journal: Journal, range: NumberRange): Page {
  const { lines, missing } = linesAbove(journal, range);
  const open = lines.find((line) => !isSettled(line));
  const highest = Math.max(range.after, range.last, lines[lines.length - 1]?.number ?? 0);
  const reached = open === undefined ? highest : open.number - 1;
  return {
    settled: lines.filter(({ number }) => number <= reached),
    waiting: lines.filter(({ number }) => number > reached),
    lost: missing.filter((number) => number <= reached),
    reached,
  };
}

function soonestOf(lines: readonly Line[]): number | null {
  const tries = lines.flatMap(({ nextTryMs }) => nextTryMs ?? []);
  return tries.length === 0 ? null : Math.min(...tries);
}

interface Tidings extends Page {
  /** Lines that were given up for missing, and are there. */
  readonly late: readonly Line[];
  /** Those of the settled and the late lines that count: without test events. */
  readonly news: readonly Line[];
  /** How many lines are missing. */
  readonly missing: number;
}

function writeAccounts(services: Services, ledger: Ledger, tidings: Tidings): void {
  const isLate = new Set(tidings.late.map(({ number }) => number));
  const failures = tidings.news.flatMap((line) => toNews(line, isLate.has(line.number)));
  const upsertHealth = openAccount('health', services, ledger);
  const upsertFailures = failures.length === 0 ? null : openAccount('failures', services, ledger);
  upsertHealth(healthChanges(services, ledger, tidings));
  upsertFailures?.(failureChanges(failures, ledger, tidings.reached));
}

/** Tells which journal lines Falhas and Saúde have counted. */
export function readIsCounted(services: Services, ledger: Ledger): (line: Line) => boolean {
  const { counted, missing } = readMemory(openSettings(services, ledger));
  const upTo = counted ?? ledger.doneNumber;
  return ({ number }) => number <= upTo && !isMissing(missing, number);
}

/** Number up to which Falhas and Saúde have counted the journal. */
export function readCountedNumber(services: Services, ledger: Ledger): number {
  return readMemory(openSettings(services, ledger)).counted ?? ledger.doneNumber;
}

/** Numbers of lines that are missing from the journal. */
export function readMissing(services: Services, ledger: Ledger): readonly Gap[] {
  return readMemory(openSettings(services, ledger)).missing;
}

function openSettings(services: Services, { config }: Ledger): Sheet {
  const sheet = findSheet(services.workbook, tabs.settings, config.settings.sheetIds['settings']);
  if (sheet === null) throw new MissingTab('settings');
  return sheet;
}

const countedAs: Readonly<Partial<Record<JournalStatus, keyof HealthCount>>> = {
  written: 'written',
  repeated: 'repeated',
  unknown: 'unknown',
  failed: 'failed',
  held: 'held',
};

/**
 * What a line adds beyond being received; one that is still open adds nothing. A request of which a part failed or is unknown was
 * written all the same, as far as it brought rows.
 */
export function countsOf({ status, rows }: Pick<Line, 'status' | 'rows'>): HealthCount {
  const [name] = Object.entries(journalStatuses).find(([, word]) => word === status) ?? [];
  const field = Object.entries(countedAs).find(([key]) => key === name)?.[1];
  if (field === undefined) return noCounts;
  const written = rows > 0 && status !== journalStatuses.repeated ? 1 : 0;
  return { ...noCounts, written, [field]: 1 };
}

const countOf = (line: Line): HealthCount => ({
  ...countsOf(line),
  received: 1,
  lastMs: line.receivedAtMs,
});

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

function healthChanges(services: Services, ledger: Ledger, tidings: Tidings): Changes {
  const isLate = new Set(tidings.late.map(({ number }) => number));
  const changes = ledger.config.connections.map((connection) => {
    const own = (line: Line): boolean => line.connectionId === connection.id;
    const lines = tidings.news.filter(own);
    const tallyAfter = (through: number): Tally => ({
      counts: lines
        .filter(({ number }) => number > through || isLate.has(number))
        .map(countOf)
        .reduce(addCounts, noCounts),
      waiting: tidings.waiting.filter((line) => own(line) && isReal(line)).length,
      missing: tidings.missing,
      through: tidings.reached,
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
      missing: null,
      through,
    });
    return counts === undefined ? [] : [healthChange(connection, tallyAfter, { services, ledger })];
  });
  return new Map(changes);
}

type Tally = Pick<HealthNews, 'counts' | 'waiting' | 'missing' | 'through'>;

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

/** A late line has no number here: rows that have counted further know nothing of it. */
function toNews(line: Line, isLate: boolean): readonly FailureNews[] {
  return readFailures(line.error).map((failure) => ({
    ...(isLate ? {} : { number: line.number }),
    vendorName: line.vendorName,
    failure,
    count: failure.times,
    solved: 0,
    firstMs: line.receivedAtMs,
    lastMs: line.receivedAtMs,
    nextTryMs: line.nextTryMs,
  }));
}
