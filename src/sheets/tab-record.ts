import { decodeRecord } from '../events/decode-record';

/**
 * What a tab knows of itself, kept in the header cell of one more hidden column: it is read with the header at every opening, and
 * written in the same flush as the rows that it counts.
 */
export interface TabRecord {
  /** Append number of the newest row. */
  readonly last: number;
  /** By connection: spans of births (epoch ms, both ends included) that lay ahead of our clock when their rows were appended. */
  readonly ahead: Readonly<Record<string, readonly Span[]>>;
}

export type Span = readonly [fromMs: number, untilMs: number];

export const emptyRecord: TabRecord = { last: 0, ahead: {} };

const word = 'Registro';
/** Beyond so many spans of a connection the nearest are joined: a longer span only means more searching. */
const maxSpans = 4;
const joinWithinMs = 86_400_000;

/** The header cell that holds the record. */
export const writeRecord = (record: TabRecord): string => `${word} ${JSON.stringify(record)}`;

/** The record in a header cell; null when that cell holds none, or one that somebody changed. */
export function readRecord(cell: unknown): TabRecord | null {
  const [, text] = /^Registro (\{.*\})$/.exec(String(cell)) ?? [];
  if (text === undefined) return null;
  const { last, ahead } = decodeRecord(text, { last: -1, ahead: {} });
  if (!Number.isSafeInteger(last) || last < 0) return null;
  return { last, ahead: Object.fromEntries(Object.entries(ahead).map(keepSpans)) };
}

const keepSpans = ([connectionId, spans]: readonly [string, unknown]): readonly [
  string,
  readonly Span[],
] => [connectionId, Array.isArray(spans) ? spans.flatMap(toSpan) : []];

function toSpan(span: unknown): readonly Span[] {
  const [from, until] = Array.isArray(span) ? span.map(Number) : [];
  return from !== undefined && until !== undefined && from <= until ? [[from, until]] : [];
}

/** Row keys begin with the connection's id. */
const connectionOf = (key: string): string => key.split('|')[0] ?? '';

/** Stands for all connections, where the record was lost. */
export const anyConnection = '*';

/** Whether a row born then, of that key's connection, may have been appended long before its birth. */
export function isAhead({ ahead }: TabRecord, key: string, bornAtMs: number): boolean {
  const spans = [...(ahead[connectionOf(key)] ?? []), ...(ahead[anyConnection] ?? [])];
  return spans.some(([from, until]) => from <= bornAtMs && bornAtMs <= until);
}

/** The record that remembers one more span of births; the same one when it is covered already. */
export function addAhead(record: TabRecord, key: string, span: Span): TabRecord {
  const id = connectionOf(key);
  const spans = record.ahead[id] ?? [];
  if (spans.some(([from, until]) => from <= span[0] && span[1] <= until)) return record;
  return { ...record, ahead: { ...record.ahead, [id]: joinSpans([...spans, span]) } };
}

function joinSpans(spans: readonly Span[]): readonly Span[] {
  let joined = joinWithin(spans, joinWithinMs);
  for (let withinMs = joinWithinMs; joined.length > maxSpans; withinMs *= 2)
    joined = joinWithin(joined, withinMs);
  return joined;
}

function joinWithin(spans: readonly Span[], withinMs: number): readonly Span[] {
  const joined: Span[] = [];
  for (const [from, until] of [...spans].sort(([a], [b]) => a - b)) {
    const last = joined[joined.length - 1];
    if (last !== undefined && from - last[1] <= withinMs)
      joined[joined.length - 1] = [last[0], Math.max(last[1], until)];
    else joined.push([from, until]);
  }
  return joined;
}
