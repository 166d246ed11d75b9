import type { Observed } from '../events/fields';
import { readObservedState } from '../events/observed';

/** One episode of service of a conversation, from its opening to its end. */
export interface Episode {
  /** When it was first seen open, epoch ms; null when it never was (a robot ended it, or the opening was not received). */
  readonly openedAt: number | null;
  /** When it ended, epoch ms; null while it goes on. */
  readonly resolvedAt: number | null;
  readonly status: 'active' | 'finished';
}

type Phase = 'waiting' | 'open' | 'ended';

/** With a robot or in a queue nobody serves yet: it opens no episode, but does not end one either. Other words are ignored. */
const phaseOfState: ReadonlyMap<string, Phase> = new Map([
  ['bot', 'waiting'],
  ['queue', 'waiting'],
  ['pending', 'waiting'],
  ['open', 'open'],
  ['snoozed', 'open'],
  ['resolved', 'ended'],
  ['closed', 'ended'],
]);

/** Of observations at the same instant the end comes last: clocks of whole seconds give an opening and its end one time. */
const order: Readonly<Record<Phase, number>> = { waiting: 0, open: 1, ended: 2 };

interface Step {
  readonly atMs: number;
  readonly phase: Phase;
  readonly isExact: boolean;
}

/**
 * The episodes of a conversation, oldest first: maximal runs of "open", each up to the end that follows it. The result
 * depends only on the set of observations; a late one may split an episode, it never removes one.
 */
export function episodesOf(history: readonly Observed[]): readonly Episode[] {
  const episodes: Episode[] = [];
  let openedAt: number | null = null;
  let last: Step | undefined;
  for (const step of stepsOf(history)) {
    if (step.phase === 'open') openedAt ??= step.atMs;
    if (step.phase === 'ended') {
      const isNewEnd = last?.phase !== 'ended';
      if (isNewEnd) episodes.push({ openedAt, resolvedAt: step.atMs, status: 'finished' });
      else if (last?.isExact === false) correctEnd(episodes, step.atMs);
      openedAt = null;
    }
    const isBestEndKnown = step.phase === 'ended' && last?.phase === 'ended' && last.isExact;
    last = isBestEndKnown ? last : step;
  }
  if (openedAt !== null) episodes.push({ openedAt, resolvedAt: null, status: 'active' });
  return episodes;
}

/** How often the conversation was opened again after an end. */
export function reopeningsOf(history: readonly Observed[]): number {
  const [, ...later] = episodesOf(history);
  return later.filter(({ openedAt }) => openedAt !== null).length;
}

function stepsOf(history: readonly Observed[]): readonly Step[] {
  const steps = history.flatMap(([atMs, text]): readonly Step[] => {
    const { state, isExact } = readObservedState(text);
    const phase = phaseOfState.get(state);
    return phase === undefined ? [] : [{ atMs, phase, isExact }];
  });
  return steps.sort(
    (a, b) =>
      a.atMs - b.atMs || order[a.phase] - order[b.phase] || Number(b.isExact) - Number(a.isExact),
  );
}

function correctEnd(episodes: Episode[], resolvedAt: number): void {
  const ended = episodes.pop();
  if (ended) episodes.push({ ...ended, resolvedAt });
}
