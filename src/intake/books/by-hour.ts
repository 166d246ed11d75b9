/** How many requests came in an hour, by that hour (UTC, counted from 1970). */
export type ByHour = Readonly<Record<string, number>>;

const hourMs = 3_600_000;
/** A day of any time zone, and the hour that has begun. */
const mostHours = 25;

export const oneAt = (atMs: number): ByHour => ({ [Math.floor(atMs / hourMs)]: 1 });

/** Both counts together, as far as the newest hours are concerned. */
export function addByHour(a: ByHour, b: ByHour): ByHour {
  const sum = new Map(Object.entries(a));
  for (const [hour, count] of Object.entries(b)) sum.set(hour, (sum.get(hour) ?? 0) + count);
  const oldest = Math.max(...[...sum.keys()].map(Number)) - mostHours;
  return Object.fromEntries([...sum].filter(([hour]) => Number(hour) > oldest));
}

/** What came in each of the last hours, the present one last. */
export function lastHours(counts: ByHour, nowMs: number, hours: number): readonly number[] {
  const present = Math.floor(nowMs / hourMs);
  return Array.from(
    { length: hours },
    (_none, index) => Number(counts[present - hours + 1 + index]) || 0,
  );
}
