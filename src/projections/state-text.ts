import { decodeRecord } from '../events/decode-record';
import { isObserved, type Saying, type State } from './state';

/** Raised when the meaning of the stored text changes; code that meets a higher one must not touch the row. */
export const stateSchema = 1;

type PackedSaying = readonly [number, number, number, string, Readonly<Record<string, unknown>>];

interface PackedState {
  readonly s: number;
  readonly o?: readonly PackedSaying[];
  readonly b?: State['bests'];
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
    ]),
    ...(Object.keys(state.bests).length === 0 ? {} : { b: state.bests }),
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
    sayings: packed.o.filter(isPacked).map(unpack),
    bests: packed.b,
    unions: Object.fromEntries(unions),
  };
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

function unpack([atMs, receivedAtMs, index, hash, fields]: PackedSaying): Saying {
  return { atMs, receivedAtMs, index, hash, fields };
}

/** The schema number of an `Estado` cell; 0 when it has none. */
export function schemaOf(text: string): number {
  const match = /^\{"s":(\d+)/.exec(text);
  return match ? Number(match[1]) : 0;
}
