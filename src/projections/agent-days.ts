import type { FieldsOf, Observed } from '../events/fields';
import { situationOf } from './situation';

/** What an agent does: `available` and `paused` are both online. */
export type Doing = 'available' | 'paused' | 'offline';

/** One stretch of time in which an agent does one thing, epoch ms. */
export interface Stint {
  readonly doing: Doing;
  readonly fromMs: number;
  readonly untilMs: number;
  /** `open`: it goes on; `cut`: nothing was heard for a day, so it ends there; `over`: another one follows. */
  readonly end: 'over' | 'open' | 'cut';
  /** The platform's code of the status, where it told one for a pause. */
  readonly code: string | null;
}

/** Online without any word for so long is no longer taken for online. */
const silentForMs = 86_400_000;
const dayMs = 86_400_000;

/** A word that tells nothing of what the agent does is left out; a platform's own word for being online without receiving is a pause. */
function doingOf(word: string): Doing | null {
  if (word === 'unknown') return null;
  if (word === 'available' || word === 'online') return 'available';
  return word === 'offline' ? 'offline' : 'paused';
}

/** The stints of an agent as Agora knows them. */
export function stintsOfAgent(agent: FieldsOf<'agentStatus'>, nowMs: number): readonly Stint[] {
  const situations = endWith(agent.situations ?? [], situationOf(agent));
  const codes = endWith(agent.pauseCodes ?? [], agent.statusCode);
  return stintsOf(situations, codes, nowMs);
}

/** Of what two requests tell of the newest second no clock says which came last: it is what Agora shows. */
function endWith(seen: readonly Observed[], now: string | null | undefined): readonly Observed[] {
  const second = secondOf(seen[seen.length - 1]?.[0] ?? 0);
  const states = seen.map(([atMs, state]) => (secondOf(atMs) === second ? state : null));
  const place = now ? states.lastIndexOf(now) : -1;
  return place < 0 ? seen : seen.slice(0, place + 1);
}

const secondOf = (atMs: number): number => Math.floor(atMs / 1000) * 1000;

/** The stints of an agent up to now, oldest first: they follow from the set of observations, whatever their order. */
export function stintsOf(
  situations: readonly Observed[],
  codes: readonly Observed[],
  nowMs: number,
): readonly Stint[] {
  const sorted = [...situations].sort(([a], [b]) => a - b).flatMap((seen) => readSeen(seen, codes));
  const known = sorted.filter(({ atMs }) => atMs <= nowMs);
  return known.flatMap(({ atMs, doing, code }, index) => {
    const nextMs = known[index + 1]?.atMs;
    const silentMs = doing === 'offline' ? Infinity : atMs + silentForMs;
    const untilMs = Math.min(nextMs ?? nowMs, silentMs);
    const isCut = untilMs === silentMs && untilMs < (nextMs ?? Infinity);
    const end = isCut ? 'cut' : nextMs === undefined ? 'open' : 'over';
    const stint: Stint = { doing, fromMs: atMs, untilMs, end, code };
    return untilMs > atMs || end === 'open' ? [stint] : [];
  });
}

interface Seen extends Pick<Stint, 'doing' | 'code'> {
  readonly atMs: number;
}

/** By whole seconds, as the log shows them: of several changes in one only the last takes time. */
function readSeen([atMs, word]: Observed, codes: readonly Observed[]): readonly Seen[] {
  const doing = doingOf(word);
  const code = doing === 'paused' ? codeAt(codes, secondOf(atMs)) : null;
  return doing === null ? [] : [{ atMs: secondOf(atMs), doing, code }];
}

const codeAt = (codes: readonly Observed[], atMs: number): string | null =>
  [...codes].reverse().find(([seenMs]) => secondOf(seenMs) === atMs)?.[1] ?? null;

/** The local day, counted from 1970, that holds the moment. */
export const dayOf = (atMs: number, offsetMinutes: number): number =>
  Math.floor((atMs + offsetMinutes * 60_000) / dayMs);

/** When that local day begins, epoch ms. */
export const startOf = (day: number, offsetMinutes: number): number =>
  day * dayMs - offsetMinutes * 60_000;

/** The part of the stints that lies within a day; a stint that goes on beyond its end is over there. */
export function stintsWithin(
  stints: readonly Stint[],
  day: number,
  offsetMinutes: number,
): readonly Stint[] {
  const [startMs, endMs] = [startOf(day, offsetMinutes), startOf(day + 1, offsetMinutes)];
  return stints.flatMap((stint) => {
    const fromMs = Math.max(stint.fromMs, startMs);
    const untilMs = Math.min(stint.untilMs, endMs);
    if (untilMs < fromMs || (untilMs === fromMs && stint.end !== 'open')) return [];
    if (fromMs >= endMs) return [];
    return [{ ...stint, fromMs, untilMs, end: untilMs < stint.untilMs ? 'over' : stint.end }];
  });
}

/** What an agent did on one day, all in ms. */
export interface AgentDay {
  /** First time online; null when there was none. */
  readonly firstInMs: number | null;
  /** End of the last time online; null while it goes on. */
  readonly lastOutMs: number | null;
  readonly isCut: boolean;
  readonly onlineMs: number;
  readonly availableMs: number;
  readonly pausedMs: number;
  readonly pauses: number;
  readonly longestPauseMs: number;
  readonly pausedByCode: ReadonlyMap<string, number>;
  /** The stint that goes on; the sums count it up to now. */
  readonly open: Stint | null;
  /** When the pause began that goes on; null while there is none. */
  readonly pausedSinceMs: number | null;
}

/** Sums a day's stints up. */
export function sumDay(stints: readonly Stint[]): AgentDay {
  const online = stints.filter(({ doing }) => doing !== 'offline');
  const paused = joinPauses(stints);
  const last = online[online.length - 1];
  const open = online.find(({ end }) => end === 'open') ?? null;
  return {
    firstInMs: online[0]?.fromMs ?? null,
    lastOutMs: open === null ? (last?.untilMs ?? null) : null,
    isCut: last?.end === 'cut',
    onlineMs: sum(online),
    availableMs: sum(online.filter(({ doing }) => doing === 'available')),
    pausedMs: sum(paused),
    pauses: paused.length,
    longestPauseMs: Math.max(0, ...paused.map(lengthOf)),
    pausedByCode: sumByCode(stints),
    open,
    pausedSinceMs: open?.doing === 'paused' ? (paused[paused.length - 1]?.fromMs ?? null) : null,
  };
}

function sumByCode(stints: readonly Stint[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { doing, code, ...span } of stints)
    if (doing === 'paused' && code !== null) sums.set(code, (sums.get(code) ?? 0) + lengthOf(span));
  return sums;
}

interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

const lengthOf = ({ fromMs, untilMs }: Span): number => untilMs - fromMs;
const sum = (spans: readonly Span[]): number =>
  spans.reduce((all, span) => all + lengthOf(span), 0);

/** One pause for all paused stints that follow each other. */
function joinPauses(stints: readonly Stint[]): readonly Span[] {
  const pauses: Span[] = [];
  for (const { doing, fromMs, untilMs } of stints) {
    const last = pauses[pauses.length - 1];
    if (doing !== 'paused') continue;
    if (last?.untilMs === fromMs) pauses[pauses.length - 1] = { ...last, untilMs };
    else pauses.push({ fromMs, untilMs });
  }
  return pauses;
}
