import type { FieldsOf, Observed } from '../events/fields';
import { episodesOf, type Episode } from './episodes';

/** An episode with who served, where, and how many messages it had; null where nothing tells. */
export interface DescribedEpisode extends Episode {
  readonly operator: string | null;
  readonly department: string | null;
  readonly messageCount: number | null;
}

/** The episodes of a conversation with what was observed during each. */
export function describeEpisodes(
  conversation: FieldsOf<'conversation'>,
): readonly DescribedEpisode[] {
  const { statusHistory, agents, teams, messages } = conversation;
  const episodes = episodesOf(statusHistory ?? []);
  return episodes.map((episode, index) => {
    const bounds = boundsOf(episodes, index);
    return {
      ...episode,
      operator: latestIn(agents ?? [], bounds),
      department: latestIn(teams ?? [], bounds),
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

/** The latest before the end, though it be of an earlier episode; else the first that was told after the end, before the next. */
function latestIn(observed: readonly Observed[], { endMs, nextMs }: Bounds): string | null {
  const before = [...observed].reverse().find(([atMs]) => atMs <= endMs);
  const after = observed.find(([atMs]) => atMs > endMs && atMs < nextMs);
  return (before ?? after)?.[1] ?? null;
}

/** The message that opens an episode is a moment older than what the platform tells of the opening. */
const openingMs = 5000;

const toSecond = (atMs: number): number => Math.floor(atMs / 1000);

/** By whole seconds, as some platforms' clocks are. */
function countIn(messages: readonly Observed[], bounds: Bounds): number | null {
  if (messages.length === 0) return null;
  const { previousEndMs, fromMs, endMs } = bounds;
  return messages.filter(
    ([atMs]) =>
      toSecond(atMs) > toSecond(previousEndMs) &&
      toSecond(atMs) >= toSecond(fromMs - openingMs) &&
      toSecond(atMs) <= toSecond(endMs),
  ).length;
}
