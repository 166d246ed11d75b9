import type { SeededRandom } from '../../twin/runtime/random';
import type { MomentOf } from './moments';
import { agents, type Agent } from './people';
import { hourMs, minuteMs, openingHours, weekday } from './shop-time';

type PauseReason = 'lunch' | 'coffee' | 'short';

/** One change of an agent's state. */
export interface StatusChange {
  readonly atMs: number;
  readonly agent: Agent;
  readonly isOnline: boolean;
  readonly isAvailable: boolean;
  /** Of a pause. */
  readonly reason?: PauseReason;
}

/** An agent's day: when they can take work, and each change of state. */
export interface Shift {
  readonly agent: Agent;
  readonly free: readonly (readonly [fromMs: number, toMs: number])[];
  readonly changes: readonly StatusChange[];
}

interface Pause {
  readonly reason: PauseReason;
  readonly fromMs: number;
  readonly toMs: number;
}

const spread = (random: SeededRandom, aroundMs: number, widthMinutes: number): number =>
  aroundMs + (random.next() - 0.5) * 2 * widthMinutes * minuteMs;

const agentIsEarly = ({ startsAt }: Agent): boolean => startsAt < 10;

function drawPauses(
  random: SeededRandom,
  agent: Agent,
  [startMs, endMs, dayMs]: readonly [number, number, number],
): Pause[] {
  const lunchMs = spread(random, dayMs + agent.lunchAt * hourMs, 6);
  // An hour is the limit: hardly anybody stays away for longer.
  const lunch = {
    reason: 'lunch',
    fromMs: lunchMs,
    toMs: spread(random, lunchMs + 52 * minuteMs, 9),
  } as const;
  const short = Array.from({ length: 1 + random.below(3) }, (): Pause => {
    const fromMs = startMs + random.next() * (endMs - startMs - 40 * minuteMs) + 20 * minuteMs;
    return { reason: 'short', fromMs, toMs: fromMs + (5 + random.next() * 14) * minuteMs };
  });
  const coffeeMs = dayMs + (agentIsEarly(agent) ? 10.6 : 16.2) * hourMs + random.next() * hourMs;
  const coffee = {
    reason: 'coffee',
    fromMs: coffeeMs,
    toMs: coffeeMs + (9 + random.next() * 12) * minuteMs,
  } as const;
  const all = endMs - startMs > 6 * hourMs ? [lunch, coffee, ...short] : short;
  const sorted = all.toSorted((a, b) => a.fromMs - b.fromMs);
  // One pause at a time: what would begin within another is left out.
  return sorted.filter((pause, at) => pause.fromMs > (sorted[at - 1]?.toMs ?? 0) + 10 * minuteMs);
}

function makeShift(
  random: SeededRandom,
  agent: Agent,
  { dayMs, momentOf }: { readonly dayMs: number; readonly momentOf: MomentOf },
): Shift {
  const [opens, closes] = openingHours(dayMs);
  const [from, to] = weekday(dayMs) === 6 ? [opens, closes] : [agent.startsAt, agent.endsAt];
  const startMs = spread(random, dayMs + from * hourMs + 2 * minuteMs, 4);
  const endMs = spread(random, dayMs + to * hourMs + 4 * minuteMs, 6);
  const pauses = drawPauses(random, agent, [startMs, endMs, dayMs]);
  const change = (atMs: number, isOnline: boolean, isAvailable: boolean): StatusChange => ({
    atMs,
    agent,
    isOnline,
    isAvailable,
  });
  const drawn = [startMs, ...pauses.flatMap(({ fromMs, toMs }) => [fromMs, toMs]), endMs];
  // Two changes in one moment would be one: what is so short is left out.
  const edges = dropTwins(drawn.map(momentOf));
  return {
    agent,
    free: Array.from({ length: edges.length / 2 }, (_, index) => [
      edges[2 * index] ?? 0,
      edges[2 * index + 1] ?? 0,
    ]),
    changes: [
      ...edges.slice(0, -1).map((atMs, index) => {
        const pause = pauses.find(({ fromMs }) => momentOf(fromMs) === atMs);
        const isPause = index % 2 === 1 && pause !== undefined;
        return {
          ...change(atMs, true, index % 2 === 0),
          ...(isPause ? { reason: pause.reason } : {}),
        };
      }),
      change(edges.at(-1) ?? endMs, false, false),
    ],
  };
}

/** Beginnings and ends of pauses in pairs; a pair that falls together is taken out. */
function dropTwins(edges: readonly number[]): readonly number[] {
  const [first = 0, ...rest] = edges;
  const kept = [first];
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const [fromMs = 0, toMs = 0] = rest.slice(at, at + 2);
    if (fromMs > (kept.at(-1) ?? 0) && toMs > fromMs) kept.push(fromMs, toMs);
  }
  return [...kept, Math.max(rest.at(-1) ?? 0, (kept.at(-1) ?? 0) + minuteMs)];
}

/** One has to go in the morning, and comes back after lunch. */
function leave({ agent, free, changes }: Shift, dayMs: number, momentOf: MomentOf): Shift {
  const [goneMs, backMs] = [10.6, 13.4].map((hour) => momentOf(dayMs + hour * hourMs));
  if (goneMs === undefined || backMs === undefined) return { agent, free, changes };
  const isAway = (atMs: number): boolean => atMs >= goneMs && atMs <= backMs;
  const at = (atMs: number, isOnline: boolean): StatusChange => ({
    atMs,
    agent,
    isOnline,
    isAvailable: isOnline,
  });
  const kept = changes.filter(({ atMs }) => !isAway(atMs));
  return {
    agent,
    free: free.flatMap(([from, to]) => subtract([from, to], [goneMs, backMs])),
    changes: [...kept, at(goneMs, false), at(backMs, true)].toSorted((a, b) => a.atMs - b.atMs),
  };
}

type Span = readonly [fromMs: number, toMs: number];

/** What is left of a span without another. */
function subtract([from, to]: Span, [goneMs, backMs]: Span): readonly Span[] {
  const parts: readonly Span[] = [
    [from, Math.min(to, goneMs)],
    [Math.max(from, backMs), to],
  ];
  return parts.filter(([start, end]) => end > start);
}

/** Who works on a day: all on weekdays (now and then somebody is ill), five on Saturdays, nobody on Sundays. */
export function drawShifts(
  random: SeededRandom,
  dayMs: number,
  momentOf: MomentOf,
): readonly Shift[] {
  const day = weekday(dayMs);
  if (day === 0) return [];
  const working = agents.filter((agent) =>
    day === 6 ? agent.id % 5 < 2 : random.fork(`ill-${agent.id}`).next() > 0.04,
  );
  const shifts = working.map((agent) =>
    makeShift(random.fork(`shift-${agent.id}`), agent, { dayMs, momentOf }),
  );
  if (day === 6) return shifts;
  const early = shifts.filter(({ agent }) => agentIsEarly(agent));
  const away = early[random.fork('away').below(early.length)];
  return shifts.map((shift) => (shift === away ? leave(shift, dayMs, momentOf) : shift));
}
