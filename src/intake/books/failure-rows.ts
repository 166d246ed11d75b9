import { decodeRecord } from '../../events/decode-record';
import { failureTexts } from '../../events/failure-texts';
import { failurePlace } from '../../events/failure-words';
import { say, type Language } from '../../events/localized';
import { keep } from '../../sheets/definition';
import { causeOf, type NamedFailure } from '../journal/failure-line';
import type { UpsertedRow } from '../write/upsert';

/** What a row of Falhas has counted. Written in the same flush as the journal lines it counts. */
interface FailureCount {
  readonly count: number;
  readonly solved: number;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly nextTryMs: number | null;
  /** Number of the last journal line that is counted here. */
  readonly through: number;
  /** Why a person ignores the cause; blank when nobody does. It ends when the cause comes again. */
  readonly reason: string;
}

/** `retrying`: by itself; `waiting`: for a person. */
export type CauseState = 'solved' | 'ignored' | 'retrying' | 'waiting';

/** What a row of Falhas says by its `Estado`. */
export function readCount(state: string): FailureCount & { readonly state: CauseState } {
  const counted = decodeRecord(state, noCount);
  return { ...counted, state: stateOf(counted) };
}

function stateOf({ solved, count, reason, nextTryMs }: FailureCount): CauseState {
  if (solved >= count) return 'solved';
  if (reason !== '') return 'ignored';
  return nextTryMs === null ? 'waiting' : 'retrying';
}

/** What happened to a cause since the row was written. */
export interface FailureNews {
  /** Of the journal line, where the news are those of a line. */
  readonly number?: number;
  /** What the row's own becomes; absent: it stays. */
  readonly through?: number;
  readonly vendorName: string;
  readonly failure: NamedFailure;
  readonly count: number;
  readonly solved: number;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly nextTryMs: number | null;
}

/** Failures of one platform, event, code and place (list positions aside) are one cause: one thing to do. */
export function causeKey(vendorName: string, named: NamedFailure): string {
  return [vendorName, causeOf(named)].join('|');
}

/** Adds what happened to what the row says. */
export function addFailures(state: string, news: FailureNews, language: Language): UpsertedRow {
  const known = decodeRecord(state, noCount);
  const counted: FailureCount = {
    count: known.count + news.count,
    solved: known.solved + news.solved,
    firstMs: Math.min(known.firstMs, news.firstMs),
    lastMs: Math.max(known.lastMs, news.lastMs),
    nextTryMs: news.nextTryMs,
    through: news.through ?? known.through,
    reason: news.count > 0 ? '' : known.reason,
  };
  return { content: renderFailure(counted, news, language), state: JSON.stringify(counted) };
}

const noCount: FailureCount = {
  count: 0,
  solved: 0,
  firstMs: Infinity,
  lastMs: 0,
  nextTryMs: null,
  through: 0,
  reason: '',
};

const situations = {
  solved: say('Resolvida', 'Resuelta', 'Solved'),
  retrying: say('Tentando de novo', 'Reintentando', 'Trying again'),
  waiting: say('Espera por você', 'Espera por usted', 'Waits for you'),
  ignored: say('Ignorada', 'Ignorada', 'Ignored'),
} as const;

function renderFailure(
  counted: FailureCount,
  news: FailureNews,
  language: Language,
): UpsertedRow['content'] {
  const { failure, event } = news.failure;
  const text = failureTexts[failure.code];
  const place = failurePlace(failure, language);
  return {
    vendor: news.vendorName,
    event,
    cause: place === '' ? text.cause[language] : `${text.cause[language]} (${place})`,
    advice: text.advice[language],
    count: counted.count,
    firstAt: counted.firstMs,
    lastAt: counted.lastMs,
    nextTryAt: stateOf(counted) === 'solved' ? null : counted.nextTryMs,
    situation: saySituation(counted, language),
  };
}

function saySituation(counted: FailureCount, language: Language): string {
  const state = stateOf(counted);
  const said = situations[state][language];
  return state === 'ignored' ? `${said}: ${counted.reason}` : said;
}

const columnIds = ['vendor', 'event', 'cause', 'advice', 'count', 'firstAt', 'lastAt', 'nextTryAt'];

/** Notes why a person ignores the cause (blank: no longer); all else stays as it stands. */
export function ignoreFailures(state: string, reason: string, language: Language): UpsertedRow {
  const counted = { ...decodeRecord(state, noCount), reason };
  const others = Object.fromEntries(columnIds.map((id) => [id, keep] as const));
  return {
    content: { ...others, situation: saySituation(counted, language) },
    state: JSON.stringify(counted),
  };
}
