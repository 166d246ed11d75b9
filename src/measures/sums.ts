/** Named numbers that add up: counts, sums of ms, counts by hour of the day, counts by bucket of a histogram. */
export type Measures = Readonly<Record<string, number>>;

/** Measures by what they are of; see `total-key.ts`. */
export type Sums = ReadonlyMap<string, Measures>;

/** Sums that are being added up. */
export type GrowingSums = Map<string, Record<string, number>>;

/** Adds to one place; a measure that comes to nothing leaves. */
export function addMeasures(
  sums: GrowingSums,
  [key, more]: readonly [string, Measures],
  sign: 1 | -1 = 1,
): void {
  const known = sums.get(key) ?? {};
  sums.set(key, known);
  for (const [name, value] of Object.entries(more)) {
    const sum = (known[name] ?? 0) + sign * value;
    if (sum === 0) delete known[name];
    else known[name] = sum;
  }
  if (Object.keys(known).length === 0) sums.delete(key);
}

/** Adds all of them. */
export function addSums(sums: GrowingSums, more: Sums, sign: 1 | -1 = 1): void {
  for (const [key, measures] of more) addMeasures(sums, [key, measures], sign);
}
