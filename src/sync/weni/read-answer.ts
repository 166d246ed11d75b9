import type { HttpAnswer } from '../../platform/http';
import { isObject } from '../../vendors/kit/object-reader';
import type { CauseId } from './cause-texts';

/** What an answer means for what was asked. */
export type Reading =
  | { readonly kind: 'done'; readonly status: number; readonly value: unknown }
  /** What was asked will never be taken as it is: it is not sent again before it changes. */
  | { readonly kind: 'refused'; readonly status: number; readonly words: string }
  /** Nothing was said of it: it is sent again, not before `waitMs`. */
  | {
      readonly kind: 'later';
      readonly cause: CauseId;
      readonly waitMs: number | null;
      readonly words: string;
    }
  /** Nothing at all will be taken before a person has done something. */
  | { readonly kind: 'stop'; readonly cause: CauseId; readonly words: string };

/** Without a time to wait Weni's own is taken: its buckets are counted by the hour, and a minute is what a run waits anyway. */
const throttledMs = 60_000;
const longestWaitMs = 86_400_000;

/** Reads an answer by its status and its body (docs/plataformas/weni.md, "Enviar contatos à Weni"). */
export function readAnswer(answer: HttpAnswer): Reading {
  const { status, fault, headers } = answer;
  if (fault !== null) return later(fault, '');
  const words = wordsIn(answer);
  if (status === 429)
    return { ...later('throttled', words), waitMs: waitIn(headers['retry-after']) };
  if (status >= 500) return later('serverFault', String(status));
  if (status >= 300 && status < 400) return later('redirected', hostIn(headers['location']));
  if (status === 401 || status === 403) return stop('tokenRefused', words);
  if (status >= 400) return readRefusal(status, words, answer);
  return readSuccess(answer);
}

const later = (cause: CauseId, words: string) =>
  ({ kind: 'later', cause, waitMs: null, words }) as const;
const stop = (cause: CauseId, words: string) => ({ kind: 'stop', cause, words }) as const;

function readSuccess(answer: HttpAnswer): Reading {
  const { status, text } = answer;
  if (status === 204) return { kind: 'done', status, value: null };
  const value = parse(text);
  return value === undefined ? later('notJson', '') : { kind: 'done', status, value };
}

/** What only an address that leads elsewhere is answered; or a page of whatever stands between, which says nothing of what was asked. */
function readRefusal(status: number, words: string, { text }: HttpAnswer): Reading {
  const isElsewhere = status === 405 || status === 415 || (status === 404 && !isJson(text));
  if (isElsewhere) return stop('wrongAddress', `${status} ${words}`.trim());
  if (status === 408 || status === 425) return later('serverFault', String(status));
  if (!isJson(text)) return later('notJson', String(status));
  if (words.includes('anonymous organizations')) return stop('anonymous', words);
  return { kind: 'refused', status, words: words === '' ? String(status) : words };
}

const isJson = (text: string): boolean => parse(text) !== undefined;

/** Seconds; a date is not what Weni sends. */
function waitIn(retryAfter: string | undefined): number {
  const waitMs = Number(retryAfter ?? NaN) * 1000;
  return Number.isFinite(waitMs) && waitMs > 0 ? Math.min(waitMs, longestWaitMs) : throttledMs;
}

const hostIn = (location: string | undefined): string =>
  /^https?:\/\/([^/?#]+)/.exec(location ?? '')?.[1] ?? '';

/** Undefined when it is no JSON. */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

const longestWords = 300;

/**
 * What an error says, in its four shapes: `{field: [message]}`, messages by place or key below it, `{detail: message}`,
 * `{error: message}`.
 */
function wordsIn({ text }: HttpAnswer): string {
  const value = parse(text);
  if (!isObject(value)) return '';
  const { detail, error } = value;
  if (typeof detail === 'string') return detail;
  if (typeof error === 'string') return error;
  const parts = Object.entries(value).map(([name, said]) => {
    const messages = messagesIn(said).join(' ');
    return name === 'non_field_errors' ? messages : `${name}: ${messages}`;
  });
  return parts.join(' · ').slice(0, longestWords);
}

function messagesIn(said: unknown): readonly string[] {
  if (typeof said === 'string') return [said];
  if (Array.isArray(said)) return said.flatMap(messagesIn);
  if (!isObject(said)) return [];
  return Object.entries(said).map(([name, below]) => `${name}: ${messagesIn(below).join(' ')}`);
}

/** A text of an answer's object; blank when there is none. */
export function textIn(value: unknown, name: string): string {
  const found = isObject(value) ? value[name] : undefined;
  return typeof found === 'string' ? found : '';
}

/** The items of a list's page. */
export function resultsIn(value: unknown): readonly unknown[] {
  const results = isObject(value) ? value['results'] : undefined;
  return Array.isArray(results) ? results : [];
}

/** The cursor of the next page; null on the last one. Only the cursor is taken, never the host. */
export function nextCursorIn(value: unknown): string | null {
  const cursor = /[?&]cursor=([^&#]+)/.exec(textIn(value, 'next'))?.[1];
  return cursor === undefined ? null : decodeURIComponent(cursor);
}
