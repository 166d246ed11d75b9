const lowerBound = '~';

/**
 * Marks an observed state as reached at that time or later: for vendors' versions that say when the thing was last active,
 * but not when it changed. An exact observation of the same state is preferred to it.
 */
export function notBefore(state: string): string {
  return `${state}${lowerBound}`;
}

/** The observed state without its mark, and whether its time is exact. */
export function readObservedState(text: string): {
  readonly state: string;
  readonly isExact: boolean;
} {
  return text.endsWith(lowerBound)
    ? { state: text.slice(0, -lowerBound.length), isExact: false }
    : { state: text, isExact: true };
}
