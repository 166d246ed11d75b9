import type { Saying, State } from './state';

/** Longer texts stay in their cell only; the state (whose own cell is limited too) keeps their length and beginning. */
const maxStateTextLength = 2000;

/** Stands in the state for a long text that is kept in the row's cell. */
export interface LongMark {
  readonly long: number;
  readonly start: string;
}

/** True for the mark of a long text. */
export function isLongMark(value: unknown): value is LongMark {
  return typeof value === 'object' && value !== null && 'long' in value;
}

/** The state as it is stored: long texts replaced by their marks. */
export function shortenState(state: State): State {
  return { ...state, sayings: state.sayings.map(shortenSaying) };
}

function shortenSaying(saying: Saying): Saying {
  const fields = Object.entries(saying.fields).map(
    ([name, value]) => [name, shorten(value)] as const,
  );
  return { ...saying, fields: Object.fromEntries(fields) };
}

function shorten(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= maxStateTextLength) return value;
  return { long: value.length, start: value.slice(0, 40) } satisfies LongMark;
}
