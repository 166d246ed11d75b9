import type { HttpAnswer } from '../../platform/http';
import { isObject } from '../../vendors/kit/object-reader';
import type { FetchCause } from './fetch-texts';

/** Why a question was not answered. */
export interface FetchFailure {
  readonly cause: FetchCause;
  /** 0 when no answer came. */
  readonly status: number;
  /** How long the platform wants to be left alone; null where it says nothing. */
  readonly waitMs: number | null;
  /** What the platform said to it, or the host that it leads on to; never the token. */
  readonly words: string;
}

/** What a platform answered, or why it did not. */
export type Fetched =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: FetchFailure };

const longestWords = 200;
const longestWaitMs = 3_600_000;
const minuteMs = 60_000;
/** Windows are counted by the minute, and others wait for the next one, too. */
const afterMinuteMs = 5000;

/** Reads an answer by its status, then its type, then its text: a page for people may come with 200. */
export function readFetched(answer: HttpAnswer, token: string, nowMs: number): Fetched {
  const { status, fault, headers } = answer;
  const fail = (cause: FetchCause, words: string, waitMs: number | null = null): Fetched => ({
    ok: false,
    failure: { cause, status, waitMs, words: withoutToken(words, token).slice(0, longestWords) },
  });
  if (fault !== null) return fail(fault, '');
  if (status >= 300 && status < 400) return fail('redirected', hostIn(headers['location']));
  if (status === 429)
    return fail('throttled', wordsIn(answer), waitIn(headers['retry-after'], nowMs));
  if (status < 200 || status >= 400) return fail(causeOf(status), wordsIn(answer) || `${status}`);
  if (isPage(answer)) return fail('page', '');
  const value = parse(answer.text);
  return value === undefined ? fail('notJson', '') : { ok: true, value };
}

const causes: ReadonlyMap<number, FetchCause> = new Map<number, FetchCause>([
  [401, 'tokenRefused'],
  [403, 'forbidden'],
  [404, 'notFound'],
]);

const causeOf = (status: number): FetchCause =>
  causes.get(status) ?? (status >= 500 ? 'serverFault' : 'refused');

const isPage = ({ headers, text }: HttpAnswer): boolean =>
  /html/i.test(headers['content-type'] ?? '') || /^\s*</.test(text);

/** Undefined when it is no JSON. */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

const hostIn = (location: string | undefined): string =>
  /^https?:\/\/([^/?#]+)/.exec(location ?? '')?.[1] ?? '';

/** Seconds or a date; without it, until the next minute has begun (Chatwoot's windows are minutes, and it says none). */
function waitIn(retryAfter: string | undefined, nowMs: number): number {
  const said = retryAfter ?? '';
  const waitMs = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - nowMs;
  return Number.isFinite(waitMs) && waitMs > 0
    ? Math.min(waitMs, longestWaitMs)
    : minuteMs - (nowMs % minuteMs) + afterMinuteMs;
}

/** Where platforms say what is wrong: `errors` is a list at Chatwoot. */
const wordFields = ['error', 'errors', 'detail', 'message', 'hint', 'reason'];

function wordsIn(answer: HttpAnswer): string {
  if (isPage(answer)) return '';
  const value = parse(answer.text);
  if (value === undefined) return answer.text.trim();
  if (!isObject(value)) return '';
  const said = wordFields.flatMap((name) => textsIn(value[name]));
  return said.join(' · ');
}

const textsIn = (said: unknown): readonly string[] =>
  Array.isArray(said) ? said.flatMap(textsIn) : typeof said === 'string' ? [said] : [];

const withoutToken = (words: string, token: string): string => words.split(token).join('•••');
