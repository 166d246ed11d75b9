import { decodeRecord } from '../../events/decode-record';
import { failureTexts } from '../../events/failure-texts';
import { failurePlace } from '../../events/failure-words';
import { say, type Language } from '../../events/localized';
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
};

const situations = {
  solved: say('Resolvida', 'Resuelta', 'Solved'),
  retrying: say('Tentando de novo', 'Reintentando', 'Trying again'),
  waiting: say('Espera por você', 'Espera por usted', 'Waits for you'),
} as const;

function renderFailure(
  counted: FailureCount,
  news: FailureNews,
  language: Language,
): UpsertedRow['content'] {
  const { failure, event } = news.failure;
  const text = failureTexts[failure.code];
  const isSolved = counted.solved >= counted.count;
  const situation = isSolved ? 'solved' : counted.nextTryMs === null ? 'waiting' : 'retrying';
  const place = failurePlace(failure, language);
  return {
    vendor: news.vendorName,
    event,
    cause: place === '' ? text.cause[language] : `${text.cause[language]} (${place})`,
    advice: text.advice[language],
    count: counted.count,
    firstAt: counted.firstMs,
    lastAt: counted.lastMs,
    nextTryAt: isSolved ? null : counted.nextTryMs,
    situation: situations[situation][language],
  };
}
