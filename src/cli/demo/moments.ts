import type { SeededRandom } from '../../twin/runtime/random';
import { dayMs, hourMs, minuteMs } from './shop-time';

/** The end of the moment in which an instant lies. */
export type MomentOf = (atMs: number) => number;

const firstHour = 6;
const shortestMinutes = 8;
const spreadMinutes = 7;

/**
 * Huggy's webhook carries all that happens in the same moment. The moments of a day are some minutes long, none as long as the next, so
 * that a day of history is some dozens of webhooks and its times do not look as if they were ruled.
 */
export function drawMoments(random: SeededRandom, startMs: number): MomentOf {
  const ends: number[] = [];
  for (let atMs = startMs + firstHour * hourMs; atMs < startMs + dayMs;) {
    atMs += (shortestMinutes + random.below(spreadMinutes)) * minuteMs;
    ends.push(atMs);
  }
  return (atMs) => ends.find((endMs) => endMs >= atMs) ?? startMs + dayMs;
}
