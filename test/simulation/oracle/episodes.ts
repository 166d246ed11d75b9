import { listOf, type Observed } from './observed';

/** One attendance of a conversation, as the observations of its status tell it. */
export interface Episode {
  readonly requestedAt: number | null;
  readonly openedAt: number | null;
  readonly endedAt: number | null;
}

const isEnd = (word: string): boolean => word === 'resolved' || word === 'closed';
const isOpen = (word: string): boolean => word === 'open' || word === 'snoozed';
const rank = (word: string): number =>
  isEnd(word) ? 3 : isOpen(word) ? 2 : word === 'queue' ? 1 : 0;
const isKnown = (word: string): boolean =>
  isEnd(word) || isOpen(word) || ['queue', 'bot', 'pending'].includes(word);

/** From an opening (or the wait before it) to the next end; at the last, one that goes on. Ends after an end are none. */
export function episodesOf(history: unknown): readonly Episode[] {
  const steps = listOf(history)
    .filter(({ word }) => isKnown(word))
    .sort((a, b) => a.atMs - b.atMs || rank(a.word) - rank(b.word));
  const episodes: Episode[] = [];
  for (const part of cutAfterEnds(steps)) {
    const requestedAt = part.find(({ word }) => isOpen(word) || word === 'queue');
    const opened = part.find(({ word }) => isOpen(word));
    const end = part.find(({ word }) => isEnd(word));
    if (requestedAt === undefined && end === undefined) continue;
    episodes.push({
      requestedAt: requestedAt?.word === 'queue' ? requestedAt.atMs : null,
      openedAt: opened?.atMs ?? null,
      endedAt: end?.atMs ?? null,
    });
  }
  return episodes;
}

/** The word of the newest step. */
export const lastWordOf = (history: unknown): string | undefined =>
  listOf(history)
    .sort((a, b) => a.atMs - b.atMs || rank(a.word) - rank(b.word))
    .at(-1)?.word;

/** Parts that reach up to an end, its repetitions included. */
function cutAfterEnds(steps: readonly Observed[]): readonly (readonly Observed[])[] {
  const parts: Observed[][] = [];
  let wasEnd = true;
  for (const step of steps) {
    const isNow = isEnd(step.word);
    if (wasEnd && !isNow) parts.push([step]);
    else if (parts.length === 0) parts.push([step]);
    else parts.at(-1)?.push(step);
    wasEnd = isNow;
  }
  return parts;
}

/** How often it was opened again after an end. */
export const reopeningsOf = (history: unknown): number =>
  episodesOf(history)
    .slice(1)
    .filter(({ openedAt }) => openedAt !== null).length;

/** What a conversation knows beside its statuses. */
export interface Served {
  readonly agents: unknown;
  readonly teams: unknown;
  readonly messages: unknown;
  /** Who has it, and where, as was told last. */
  readonly agentName: unknown;
  readonly teamName: unknown;
}

/** Who served in the n-th of the episodes, in which team, with how many messages. */
export function describeEpisode(
  episodes: readonly Episode[],
  index: number,
  served: Served,
): {
  readonly operator: unknown;
  /** Somebody has it, though the platform may not say who. */
  readonly isServed: boolean;
  readonly department: unknown;
  readonly messages: number | null;
} {
  const [one, next] = [episodes[index], episodes[index + 1]];
  const end = one?.endedAt ?? Infinity;
  const nextMs = next?.requestedAt ?? next?.openedAt ?? next?.endedAt ?? Infinity;
  const latest = (observed: unknown, unmeant = ''): unknown => {
    const whole = listOf(observed).filter(({ word }) => unmeant === '' || word !== unmeant);
    // Of one that goes on the last word counts, though it be that nobody has it.
    if (end === Infinity) return whole.at(-1)?.word === '' ? undefined : whole.at(-1)?.word;
    const all = whole.filter(({ word }) => word !== '');
    const before = all.findLast(({ atMs }) => atMs <= end);
    return (before ?? all.find(({ atMs }) => atMs > end && atMs < nextMs))?.word;
  };
  // Of platforms whose events have no time the last word counts, while it goes on.
  const now = (observed: unknown, name: unknown): unknown =>
    end === Infinity && listOf(observed).length === 0 ? (name ?? undefined) : undefined;
  const operator = latest(served.agents, '?') ?? now(served.agents, served.agentName);
  const all = listOf(served.messages);
  const own = all.filter(({ atMs }) => isWithin(atMs, one, episodes[index - 1]));
  return {
    operator,
    isServed: operator !== undefined || latest(served.agents) !== undefined,
    department: latest(served.teams) ?? now(served.teams, served.teamName),
    messages: all.length === 0 ? null : new Set(own.map(({ word }) => word)).size,
  };
}

/** By whole seconds; a message is counted once, though two events told of it at two times; the message that opens an episode is up to five seconds older. */
function isWithin(atMs: number, one: Episode | undefined, previous: Episode | undefined): boolean {
  const second = Math.floor(atMs / 1000);
  const [before, end] = [previous?.endedAt ?? -Infinity, one?.endedAt ?? Infinity];
  const from = one?.requestedAt ?? one?.openedAt ?? before;
  return (
    second > Math.floor(before / 1000) &&
    second >= Math.floor((from - 5000) / 1000) &&
    second <= Math.floor(end / 1000)
  );
}
