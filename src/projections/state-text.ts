import { decodeRecord } from '../events/decode-record';
import { isObserved } from './observations';
import type { Saying } from './saying';
import type { State } from './state';

/**
 * Raised when the meaning of the stored text changes; code that meets a higher one must not touch the row.
 * 1 kept smallest, largest and furthest values apart from the sayings that told them (`b`) and knew no revisions; it is read as
 * a saying older than all others.
 */
export const stateSchema = 2;

type PackedSaying = readonly [
  atMs: number,
  receivedAtMs: number,
  index: number,
  hash: string,
  fields: Readonly<Record<string, unknown>>,
  revision?: number,
];

interface PackedState {
  readonly s: number;
  readonly o?: readonly PackedSaying[];
  readonly b?: Readonly<Record<string, unknown>>;
  readonly u?: State['unions'];
}

/** The `Estado` cell's text: compact JSON with its schema number. */
export function writeState(state: State): string {
  const packed: PackedState = {
    s: stateSchema,
    o: state.sayings.map((saying) => [
      saying.atMs,
      saying.receivedAtMs,
      saying.index,
      saying.hash,
      saying.fields,
      saying.revision,
    ]),
    ...(Object.keys(state.unions).length === 0 ? {} : { u: state.unions }),
  };
  return JSON.stringify(packed);
}

const blank: Required<PackedState> = { s: stateSchema, o: [], b: {}, u: {} };

/** Reads an `Estado` cell; blank or unreadable text (the user typed over it) is an empty state. */
export function parseState(text: string): State {
  const packed = decodeRecord(text, blank);
  const unions = Object.entries(packed.u).map(
    ([name, observed]) =>
      [name, Array.isArray(observed) ? observed.filter(isObserved) : []] as const,
  );
  return {
    sayings: [...sayBests(packed.b), ...packed.o.filter(isPacked).map(unpack)],
    unions: Object.fromEntries(unions),
  };
}

function sayBests(fields: Saying['fields']): readonly Saying[] {
  if (Object.keys(fields).length === 0) return [];
  return [{ atMs: 0, receivedAtMs: 0, index: 0, hash: 'bests', revision: 0, fields }];
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function isPacked(saying: unknown): boolean {
  const [atMs, receivedAtMs, index, hash, fields] = asList(saying);
  const clock = [atMs, receivedAtMs, index];
  return (
    clock.every((part) => typeof part === 'number') &&
    typeof hash === 'string' &&
    typeof fields === 'object' &&
    fields !== null
  );
}

function unpack([atMs, receivedAtMs, index, hash, fields, revision = 0]: PackedSaying): Saying {
  return { atMs, receivedAtMs, index, hash, fields, revision };
}

/** The schema number of an `Estado` cell; 0 when it has none. */
export function schemaOf(text: string): number {
  const match = /^\{"s":(\d+)/.exec(text);
  return match ? Number(match[1]) : 0;
}
