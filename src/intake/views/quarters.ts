import type { AgentDay, Doing, Stint } from '../../projections/agent-days';

export const quarterMs = 15 * 60_000;
const quarters = 96;

/** The longest of what was done in each quarter of a day, as the timeline and the board for a TV show it; offline only between the first coming and the last leaving. */
export function quartersOf(
  stints: readonly Stint[],
  { firstInMs, lastOutMs }: AgentDay,
  startMs: number,
): readonly (Doing | null)[] {
  return Array.from({ length: quarters }, (_unused, index) => {
    const [fromMs, untilMs] = [startMs + index * quarterMs, startMs + (index + 1) * quarterMs];
    const spent = { available: 0, paused: 0, offline: 0 };
    for (const stint of stints) {
      const isAway =
        stint.doing === 'offline' &&
        (firstInMs === null ||
          stint.fromMs < firstInMs ||
          (lastOutMs !== null && stint.fromMs >= lastOutMs && stint.end !== 'open'));
      const ms = Math.min(stint.untilMs, untilMs) - Math.max(stint.fromMs, fromMs);
      if (ms > 0 && !isAway) spent[stint.doing] += ms;
    }
    const doings = ['available', 'paused', 'offline'] as const;
    const most = doings.reduce((a, b) => (spent[b] > spent[a] ? b : a));
    return spent[most] === 0 ? null : most;
  });
}
