import type { FieldsOf, Observed } from '../events/fields';
import { unnamedAgent } from '../events/observed';
import { episodesOf, lastObserved, type Episode } from './episodes';

/** What the platform says of a conversation that nobody is to answer now: it is with the robot again, or put off. */
const asides = ['bot', 'pending', 'snoozed'] as const;

type Aside = (typeof asides)[number];

/** An episode with who served, where, and how many messages it had; null where nothing tells. */
export interface DescribedEpisode extends Omit<Episode, 'status'> {
  /** `sent`: the contact was written to, and nobody serves; see `statusOf`. */
  readonly status: Episode['status'] | 'sent' | Aside;
  readonly operator: string | null;
  readonly department: string | null;
  readonly messageCount: number | null;
}

/** The episodes of a conversation with what was observed during each; an agent without a name is one of whom no more is known. */
export function describeEpisodes(
  conversation: FieldsOf<'conversation'>,
): readonly DescribedEpisode[] {
  const { statusHistory, messages, agentName, teamName } = conversation;
  const [agents, teams] = [conversation.agents ?? [], conversation.teams ?? []];
  const named = agents.filter(([, name]) => name !== unnamedAgent);
  const episodes = episodesOf(statusHistory ?? []);
  const aside = asideOf(statusHistory ?? []);
  return episodes.map((episode, index) => {
    const bounds = boundsOf(episodes, index);
    // Where events have no time of their own, who has it now is all that is known, and only while it is open.
    const now = (observed: readonly Observed[], name: string | null | undefined): string | null =>
      episode.resolvedAt === null && observed.length === 0 ? (name ?? null) : null;
    const operator = latestIn(named, bounds) ?? now(agents, agentName);
    const isServed = operator !== null || latestIn(agents, bounds) !== null;
    const status = isServed ? episode.status : statusOf(episode, bounds, conversation);
    return {
      ...episode,
      status: episode.status === 'active' && aside !== null ? aside : status,
      operator,
      department: latestIn(teams, bounds) ?? now(teams, teamName),
      messageCount: countIn(messages ?? [], bounds),
    };
  });
}

interface Bounds {
  /** When the episode before ended. */
  readonly previousEndMs: number;
  readonly fromMs: number;
  readonly endMs: number;
  /** When the next episode begins. */
  readonly nextMs: number;
}

function boundsOf(episodes: readonly Episode[], index: number): Bounds {
  const episode = episodes[index];
  const next = episodes[index + 1];
  const previousEndMs = episodes[index - 1]?.resolvedAt ?? -Infinity;
  return {
    previousEndMs,
    fromMs: episode?.requestedAt ?? episode?.openedAt ?? previousEndMs,
    endMs: episode?.resolvedAt ?? Infinity,
    nextMs: next?.requestedAt ?? next?.openedAt ?? next?.resolvedAt ?? Infinity,
  };
}

function asideOf(history: readonly Observed[]): Aside | null {
  const state = lastObserved(history)?.state;
  return asides.find((one) => one === state) ?? null;
}

/**
 * Of what goes on the latest, a blank one too: nobody has it any more. Of what ended the latest name before the end, though it be of an
 * earlier episode; else the first that was told after the end, before the next.
 */
function latestIn(observed: readonly Observed[], { endMs, nextMs }: Bounds): string | null {
  if (endMs === Infinity) return observed[observed.length - 1]?.[1] || null;
  const named = observed.filter(([, name]) => name !== '');
  const before = [...named].reverse().find(([atMs]) => atMs <= endMs);
  const after = named.find(([atMs]) => atMs > endMs && atMs < nextMs);
  return (before ?? after)?.[1] ?? null;
}

/** The message that opens an episode is a moment older than what the platform tells of the opening. */
const openingMs = 5000;

const toSecond = (atMs: number): number => Math.floor(atMs / 1000);

/** By whole seconds, as some platforms' clocks are; a message that was told by two clocks counts once. */
function countIn(messages: readonly Observed[], bounds: Bounds): number | null {
  if (messages.length === 0) return null;
  const { previousEndMs, fromMs, endMs } = bounds;
  const within = messages.filter(
    ([atMs]) =>
      toSecond(atMs) > toSecond(previousEndMs) &&
      toSecond(atMs) >= toSecond(fromMs - openingMs) &&
      toSecond(atMs) <= toSecond(endMs),
  );
  return new Set(within.map(([, id]) => id)).size;
}

/**
 * Of an open episode that no person has, and none has answered: whoever wrote in it waits, and so does one of whom no message is
 * known in it; who was only written to does not.
 */
function statusOf(
  { status }: Episode,
  bounds: Bounds,
  { firstReplyAt, contactAt, messages }: FieldsOf<'conversation'>,
): DescribedEpisode['status'] {
  const fromMs = bounds.fromMs - openingMs;
  if (status !== 'active' || (firstReplyAt ?? -Infinity) >= fromMs) return status;
  const isAsked =
    (contactAt ?? -Infinity) >= fromMs || (countIn(messages ?? [], bounds) ?? 0) === 0;
  return isAsked ? 'waiting' : 'sent';
}
