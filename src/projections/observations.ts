import type { Observed } from '../events/fields';

/** Observed states by field, each sorted by time. */
export type ObservedSets = Readonly<Record<string, readonly Observed[]>>;

/** Observations kept per field. Below this the set is whole; above it the insides of runs of one state go first, then the oldest. */
const maxObservations = 1000;
/** An observed state is a word, a name or an id; a longer one is cut, so that a row's `Estado` fits its cell. */
const maxObservedLength = 60;

export function isObserved(value: unknown): value is Observed {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'string';
}

/** The observations in a decoder's value; what is none is left out. */
export function toObserved(value: unknown): readonly Observed[] {
  const observed = Array.isArray(value) ? value.filter(isObserved) : [];
  return observed.map(([atMs, state]) => [atMs, state.slice(0, maxObservedLength)]);
}

/** Both sets as one, sorted by time. */
export function uniteObserved(a: readonly Observed[], b: readonly Observed[]): readonly Observed[] {
  const byIdentity = new Map([...a, ...b].map((item) => [`${item[0]}|${item[1]}`, item] as const));
  const sorted = [...byIdentity.values()].sort((x, y) => x[0] - y[0] || (x[1] < y[1] ? -1 : 1));
  return sorted.length <= maxObservations ? sorted : thinRuns(sorted).slice(-maxObservations);
}

/** Of each run of one state its first and last observation: enough to tell since when, and where one state became another. */
function thinRuns(sorted: readonly Observed[]): readonly Observed[] {
  return sorted.filter(
    ([, state], index) => sorted[index - 1]?.[1] !== state || sorted[index + 1]?.[1] !== state,
  );
}
