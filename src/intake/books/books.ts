import type { Services, Sheet } from '../../platform/services';
import { memoryOf, type Ledger } from '../repair/ledger';
import { readFailures } from '../journal/failure-line';
import { budgetKey, budgetRow } from './budget-row';
import { failureChanges } from './failure-news';
import type { FailureNews } from './failure-rows';
import { healthChanges, type Tidings } from './health-news';
import { openStatuses, type Line } from '../journal/journal';
import {
  linesAbove,
  returnedLines,
  type Found,
  type FoundLines,
  type NumberRange,
} from '../journal/journal-lines';
import {
  countMissing,
  isMissing,
  readMemory,
  renewGaps,
  writeCounted,
  writeMissing,
  type Gap,
} from '../../settings/journal-memory';
import { lastNumberOf } from '../journal/journal-number';
import { isTestRequest } from '../journal/request';
import { openUpsert, type UpsertedRow, type UpsertRows } from '../write/upsert';
import { MissingTab } from '../../tabs/missing-tab';

/**
 * Brings Saúde and Falhas up to the journal. Each line is counted once, when it is settled: every row says itself up to which line
 * it has counted, so a write that is cut short repeats nothing; the hidden cell only tells where to begin reading. A number whose
 * line is nowhere is passed over and told in Saúde. Buffered; callers hold the lock and flush, and ask for it once with a ledger.
 * Lines that the caller has just found, and that stand as they were found, are not read again.
 * Returns when the soonest of the newly counted lines is to be visited again, epoch ms; null when none is.
 */
export function updateBooks(
  services: Services,
  ledger: Ledger,
  found: Found | null = null,
): number | null {
  const place = openSettings(services, ledger);
  const memory = ledger.view.memory ?? readMemory(place);
  const counted = memory.counted ?? ledger.doneNumber;
  const last = lastNumberOf(ledger.journal, { memory: place, doneNumber: ledger.doneNumber });
  const isFound = found !== null && found.range.after <= counted && counted <= found.range.last;
  const range = { after: counted, last: isFound ? found.range.last : last };
  const page = toPage(isFound ? linesOf(found, counted) : linesAbove(ledger.journal, range), range);
  const late = returnedLines(ledger.journal, memory.missing).filter(isSettled);
  const gaps = renewGaps(memory.missing, {
    back: late.map(({ number }) => number),
    lost: page.lost,
    nowMs: services.clock.now(),
  });
  const news = [...page.settled, ...late].filter(isReal);
  writeBooks(services, ledger, {
    news,
    late,
    waiting: page.waiting.filter(isReal),
    missing: countMissing(gaps),
    reached: page.reached,
  });
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

const linesOf = ({ lines, missing }: FoundLines, after: number): FoundLines => ({
  lines: lines.filter(({ number }) => number > after),
  missing: missing.filter((number) => number > after),
});

function toPage({ lines, missing }: FoundLines, range: NumberRange): Page {
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

function writeBooks(services: Services, ledger: Ledger, tidings: Tidings): void {
  const isLate = new Set(tidings.late.map(({ number }) => number));
  const failures = tidings.news.flatMap((line) => toNews(line, isLate.has(line.number)));
  const upsertHealth = openBook('health', services, ledger);
  const upsertFailures = failures.length === 0 ? null : openBook('failures', services, ledger);
  const budget = (): UpsertedRow => budgetRow(ledger.budget, ledger.config.settings.language);
  upsertHealth(new Map([...healthChanges(services, ledger, tidings), [budgetKey, budget]]));
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

/** Numbers of lines that are missing from the journal, as the books left them when the ledger was opened. */
export function readMissing(services: Services, ledger: Ledger): readonly Gap[] {
  return (ledger.view.memory ?? readMemory(openSettings(services, ledger))).missing;
}

function openSettings(services: Services, ledger: Ledger): Sheet {
  const sheet = memoryOf(services, ledger);
  if (sheet === null) throw new MissingTab('settings');
  return sheet;
}

/** Opens Falhas or Saúde; to be done before anything is written that belongs in the same flush. */
export function openBook(
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
