/** Rows or columns that lie side by side. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Sorts numbers into stretches; a gap of at most `mayBridge` others is bridged. */
export function toStretches(numbers: readonly number[], mayBridge = 0): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const open = stretches[stretches.length - 1];
    if (open !== undefined && number <= open.last + 1 + mayBridge)
      stretches[stretches.length - 1] = { first: open.first, last: number };
    else stretches.push({ first: number, last: number });
  }
  return stretches;
}
