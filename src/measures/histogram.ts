import type { Measures } from './sums';

/** A bucket reaches from its lower end to 10 % above: whatever lies in it is within 5 % of its middle. */
const growth = 1.1;

/** The measures of one duration: how many, their sum, and how many in its bucket. Below a second is no time. */
export function measureDuration(name: string, ms: number): Measures {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return { [`${name}.n`]: 1, [`${name}.s`]: seconds, [`${name}.b${bucketOf(seconds)}`]: 1 };
}

const bucketOf = (seconds: number): number =>
  seconds < 1 ? 0 : 1 + Math.floor(Math.log(seconds) / Math.log(growth) + 1e-9);

/** The middle of a bucket, in seconds. */
const middleOf = (bucket: number): number => (bucket === 0 ? 0 : growth ** (bucket - 0.5));

/** How long the one lasted that stands at that share of all, from the shortest on, in ms; null when there is none. */
export function quantile(measures: Measures, name: string, share: number): number | null {
  const count = measures[`${name}.n`] ?? 0;
  if (count <= 0) return null;
  const prefix = `${name}.b`;
  const buckets = Object.entries(measures)
    .flatMap(([key, times]) =>
      key.startsWith(prefix) ? [[Number(key.slice(prefix.length)), times] as const] : [],
    )
    .sort(([a], [b]) => a - b);
  let left = Math.ceil(share * count);
  for (const [bucket, times] of buckets) {
    left -= times;
    if (left <= 0) return middleOf(bucket) * 1000;
  }
  return null;
}
