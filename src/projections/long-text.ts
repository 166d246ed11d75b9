import { isLongMark, type LongMark } from './long-mark';
import type { Saying } from './saying';
import type { State } from './state';

/** Longer texts (and lists of texts) stay in their cell only; the state (whose own cell is limited too) keeps their length and beginning. */
const maxStateTextLength = 2000;

/** The state as it is stored: long texts replaced by their marks, and nothing that would not fit into its cell. */
export function shortenState(state: State): State {
  const short = { ...state, sayings: state.sayings.map(shortenSaying) };
  return JSON.stringify(short).length <= maxStateLength ? short : dropOldest(short);
}

/** What a cell of 50,000 characters has room for. */
const maxStateLength = 45_000;

/** Halves the observations, the oldest first, until the state fits; a far too long one keeps none. */
function dropOldest(state: State): State {
  const halved = Object.entries(state.unions).map(
    ([name, observed]) => [name, observed.slice(Math.ceil(observed.length / 2))] as const,
  );
  const smaller = { ...state, unions: Object.fromEntries(halved) };
  const isEmpty = halved.every(([, observed]) => observed.length === 0);
  return isEmpty || JSON.stringify(smaller).length <= maxStateLength
    ? smaller
    : dropOldest(smaller);
}

/** How the long texts begin that won in a stored state; none when the newest was received before that time. */
export function longBeginnings({ sayings }: State, sinceMs: number): readonly string[] {
  if (sayings.every(({ receivedAtMs }) => receivedAtMs < sinceMs)) return [];
  const winners = new Map(sayings.flatMap(({ fields }) => Object.entries(fields)));
  return [...winners.values()].filter(isLongMark).map(({ start }) => start);
}

function shortenSaying(saying: Saying): Saying {
  const fields = Object.entries(saying.fields).map(
    ([name, value]) => [name, shorten(value)] as const,
  );
  return { ...saying, fields: Object.fromEntries(fields) };
}

function shorten(value: unknown): unknown {
  const text: unknown = Array.isArray(value) ? value.join(', ') : value;
  if (typeof text !== 'string' || text.length <= maxStateTextLength) return value;
  return { long: text.length, start: text.slice(0, 40) } satisfies LongMark;
}
