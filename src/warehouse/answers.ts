import { parseObject } from '../events/decode-record';
import type { HttpAnswer } from '../platform/http';

/** What stands in the way: `again` passes by itself, `anew` needs another job id, `stop` needs the user. */
export interface Trouble {
  readonly kind: 'again' | 'anew' | 'stop';
  readonly text: string;
}

export type Answered<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

export type Json = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Something stands in the way. */
export const troubled = (kind: Trouble['kind'], text: string): Answered<never> => ({
  ok: false,
  trouble: { kind, text },
});

/** Reasons that pass: https://cloud.google.com/bigquery/docs/error-messages */
const passing =
  /backendError|internalError|rateLimitExceeded|jobBackendError|jobInternalError|jobRateLimitExceeded|tableUnavailable|timeout|quotaExceeded/;

/** What Google's reason and words mean. */
export const toTrouble = ({ reason, message }: Json, kind: 'again' | 'anew'): Trouble => ({
  kind: passing.test(String(reason)) ? kind : 'stop',
  text: textOf(message ?? reason).slice(0, 300),
});

/** What an answer says, or what stands in the way. */
export function toValue<T>(answer: HttpAnswer, read: (value: Json) => T): Answered<T> {
  const value = parseObject(answer.text === '' ? '{}' : answer.text);
  if (answer.status >= 200 && answer.status < 300) return { ok: true, value: read(value) };
  if (answer.status === 0 || answer.status === 429 || answer.status >= 500)
    return troubled('again', answer.fault ?? `HTTP ${answer.status}`);
  const [first] = listAt(inside(value, 'error'), 'errors');
  const message = inside(value, 'error')['message'] ?? `HTTP ${answer.status}`;
  return { ok: false, trouble: toTrouble({ reason: first?.['reason'], message }, 'again') };
}

/** The object inside an answer; an empty one where there is none. */
export function inside(value: Json, ...names: readonly string[]): Json {
  return names.reduce<Json>(
    (within, name) => parseObject(JSON.stringify(within[name] ?? {})),
    value,
  );
}

const listAt = (value: Json, name: string): readonly Json[] => {
  const list: unknown = value[name];
  return Array.isArray(list) ? list.map((one) => parseObject(JSON.stringify(one))) : [];
};

/** How many rows a load took. */
export const rowsLoaded = (job: Json): number =>
  Number(inside(job, 'statistics', 'load')['outputRows']);

/** Rows of a query, every cell as text, and how many it has in all. */
export interface Page {
  readonly rows: readonly (readonly string[])[];
  readonly total: number;
}

export const toPage = (answer: Json): Page => ({
  rows: listAt(answer, 'rows').map((row) => listAt(row, 'f').map(({ v }) => textOf(v))),
  total: Number(answer['totalRows'] ?? 0),
});
