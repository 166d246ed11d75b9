/** Something that was seen of a thing at a time. */
export interface Observed {
  readonly atMs: number;
  readonly word: string;
}

/** The value as a list; an empty one when it is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Pairs of time and word, by their times. */
export function listOf(value: unknown): Observed[] {
  return asList(value)
    .map((pair) => ({ atMs: Number(asList(pair)[0]), word: String(asList(pair)[1]) }))
    .sort((a, b) => a.atMs - b.atMs || (a.word < b.word ? -1 : 1));
}

/** Both sets of pairs as one. */
export function unite(known: unknown, value: unknown): readonly unknown[] {
  const all = [...asList(known), ...asList(value)];
  return [...new Map(all.map((pair) => [JSON.stringify(pair), pair] as const)).values()];
}

/** When the last run of equal words began. */
export function sinceWhen(value: unknown): number | undefined {
  const all = listOf(value);
  const last = all.at(-1);
  const before = all.findLastIndex(({ word }) => word !== last?.word);
  return all[before + 1]?.atMs;
}
