import type { AlarmState } from '../../alarms/alarm';
import type { Services, Sheet } from '../../platform/services';
import { memoryOf, type Ledger } from '../repair/ledger';
import { readFailures } from '../journal/failure-line';
import { watchChanges, type Watch } from './alarm-row';
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

/** What the caller knows already. */
interface Occasion {
  /** Lines that it has just found, and that stand as they were found: they are not read again. */
  readonly found?: Found | null;
  /** With what alarms are looked for; null: they are left as they are. */
  readonly watch?: Watch | null;
}

/** What came of it. */
interface BooksNews {
  /** When the soonest of the newly counted lines is to be visited again, epoch ms; null when none is. */
  readonly soonestMs: number | null;
  /** What is to be remembered of alarms; null where they were not looked for. */
  readonly alarms: AlarmState | null;
}

/**
 * Brings Saúde and Falhas up to the journal. Each line is counted once, when it is settled: every row says itself up to which line
 * it has counted, so a write that is cut short repeats nothing; the hidden cell only tells where to begin reading. A number whose
 * line is nowhere is passed over and told in Saúde. Buffered; callers hold the lock and flush, and ask for it once with a ledger.
 */
export function updateBooks(
  services: Services,
  ledger: Ledger,
  { found = null, watch = null }: Occasion = {},
): BooksNews {
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
  const tidings = {
    news,
    late,
    waiting: page.waiting.filter(isReal),
    missing: countMissing(gaps),
    reached: page.reached,
  };
  const alarms = writeBooks(services, ledger, { tidings, watch });
  if (page.reached > counted) writeCounted(place, page.reached);
  if (gaps.length > 0 || memory.missing.length > 0) writeMissing(place, gaps);
  return { soonestMs: soonestOf([...page.settled, ...late]), alarms };
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

function writeBooks(
  services: Services,
  ledger: Ledger,
  { tidings, watch }: { readonly tidings: Tidings; readonly watch: Watch | null },
): AlarmState | null {
  const isLate = new Set(tidings.late.map(({ number }) => number));
  const failures = tidings.news.flatMap((line) => toNews(line, isLate.has(line.number)));
  const upsertHealth = openBook('health', services, ledger);
  const upsertFailures = failures.length === 0 ? null : openBook('failures', services, ledger);
  const budget = (): UpsertedRow => budgetRow(ledger.budget, ledger.config.settings.language);
  const health = new Map([...healthChanges(services, ledger, tidings), [budgetKey, budget]]);
  const watched = watch === null ? null : watchOpen(health, watch, { tidings, ledger });
  upsertHealth(watched?.changes ?? health);
  upsertFailures?.(failureChanges(failures, ledger, tidings.reached));
  return watched?.raised() ?? null;
}

/** Lines that are open wait as well as what is in the waiting room. */
function watchOpen(
  health: Parameters<UpsertRows>[0],
  { facts, state }: Watch,
  { tidings, ledger }: { readonly tidings: Tidings; readonly ledger: Ledger },
): ReturnType<typeof watchChanges> {
  const moments = tidings.waiting.map(({ receivedAtMs }) => receivedAtMs);
  const oldestMs = Math.min(facts.lateSinceMs ?? Infinity, ...moments);
  const lateSinceMs = oldestMs === Infinity ? null : oldestMs;
  return watchChanges(health, { facts: { ...facts, lateSinceMs }, state }, ledger.config);
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
