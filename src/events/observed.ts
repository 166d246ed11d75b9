const lowerBound = '~';
const cutMark = '^';

/**
 * Marks an observed state as reached at that time or later: for vendors' versions that say when the thing was last active,
 * but not when it changed. An exact observation of the same state is preferred to it.
 */
export function notBefore(state: string): string {
  return `${state}${lowerBound}`;
}

/**
 * Marks an observed state as reached at some moment of that second: what a vendor's API says of the past in whole seconds. An
 * observation of the same state in the same second by a finer clock is preferred to it.
 */
export function withinSecond(state: string): string {
  return `${state}${cutMark}`;
}

/** The observed state without its mark, and how exact its time is. */
export function readObservedState(text: string): {
  readonly state: string;
  readonly isExact: boolean;
  readonly isCut: boolean;
} {
  const isBound = text.endsWith(lowerBound);
  const isCut = text.endsWith(cutMark);
  return { state: isBound || isCut ? text.slice(0, -1) : text, isExact: !isBound, isCut };
}

/** Stands for the agent of a conversation where a platform says that one has it, though not who. A blank one: nobody has it. */
export const unnamedAgent = '?';
