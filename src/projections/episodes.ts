import type { Observed } from '../events/fields';
import { readObservedState } from '../events/observed';

/** One episode of service of a conversation, from its opening to its end. */
export interface Episode {
  /** When the customer was first seen waiting in a queue for it, epoch ms; null when they never were. */
  readonly requestedAt: number | null;
  /** When it was first seen open, epoch ms; null when it never was (a robot ended it, or the opening was not received). */
  readonly openedAt: number | null;
  /** When it ended, epoch ms; null while it goes on. */
  readonly resolvedAt: number | null;
  readonly status: 'waiting' | 'active' | 'finished';
}

type Phase = 'waiting' | 'queued' | 'open' | 'ended';

/** With a robot or in a queue nobody serves yet: it opens no episode, but does not end one either. Other words are ignored. */
const phaseOfState: ReadonlyMap<string, Phase> = new Map([
  ['bot', 'waiting'],
  ['queue', 'queued'],
  ['pending', 'waiting'],
  ['open', 'open'],
  ['snoozed', 'open'],
  ['resolved', 'ended'],
  ['closed', 'ended'],
]);

/** Of observations at the same instant the end comes last: clocks of whole seconds give an opening and its end one time. */
const order: Readonly<Record<Phase, number>> = { waiting: 0, queued: 1, open: 2, ended: 3 };

/** True for a word that says that the conversation is over. */
export const isEnd = (state: string): boolean => phaseOfState.get(state) === 'ended';

interface Step {
  readonly atMs: number;
  /** By which it is sorted: an end that is only known to the second comes after all else of that second. */
  readonly orderMs: number;
  readonly state: string;
  readonly phase: Phase;
  readonly isExact: boolean;
  readonly isCut: boolean;
}

/**
 * The episodes of a conversation, oldest first: maximal runs of "open", each up to the end that follows it; at the end one that
 * waits in a queue. The result depends only on the set of observations; a late one may split an episode, it never removes one.
 */
export function episodesOf(history: readonly Observed[]): readonly Episode[] {
  const episodes: Episode[] = [];
  let begun = notBegun;
  let last: Step | undefined;
  for (const step of toSteps(history)) {
    if (step.phase === 'ended') {
      const isNewEnd = last?.phase !== 'ended';
      if (isNewEnd) episodes.push({ ...begun, resolvedAt: step.atMs, status: 'finished' });
      else if (last?.isExact === false) correctEnd(episodes, step.atMs);
    }
    begun = step.phase === 'ended' ? notBegun : goOn(begun, step);
    const isBestEndKnown = step.phase === 'ended' && last?.phase === 'ended' && last.isExact;
    last = isBestEndKnown ? last : step;
  }
  return [...episodes, ...unfinished(begun)];
}

type Beginning = Pick<Episode, 'requestedAt' | 'openedAt'>;

const notBegun: Beginning = { requestedAt: null, openedAt: null };

/** The first time in a queue, while nobody serves; the first time open. */
function goOn(begun: Beginning, { phase, atMs }: Step): Beginning {
  if (phase === 'open') return { ...begun, openedAt: begun.openedAt ?? atMs };
  const isWaiting = phase === 'queued' && begun.openedAt === null;
  return isWaiting ? { ...begun, requestedAt: begun.requestedAt ?? atMs } : begun;
}

function unfinished(begun: Beginning): readonly Episode[] {
  if (begun.openedAt !== null) return [{ ...begun, resolvedAt: null, status: 'active' }];
  return begun.requestedAt === null ? [] : [{ ...begun, resolvedAt: null, status: 'waiting' }];
}

/** The state that was observed last, and when; undefined when none was. It says the same as the last episode. */
export function lastObserved(
  history: readonly Observed[],
): { readonly atMs: number; readonly state: string } | undefined {
  return toSteps(history, 'open').pop();
}

/** How often the conversation was opened again after an end. */
export function reopeningsOf(history: readonly Observed[]): number {
  const [, ...later] = episodesOf(history);
  return later.filter(({ openedAt }) => openedAt !== null).length;
}

/** Whether the platform said before a moment that nobody was to answer yet. Huggy's `bot` is left out: its API does not tell when that ended. */
export const wasPendingBefore = (history: readonly Observed[], untilMs: number): boolean =>
  toSteps(history).some(({ atMs, state }) => state === 'pending' && atMs < untilMs);

/** The observations in order; a word without a phase is left out unless one is given for it. */
function toSteps(history: readonly Observed[], otherwise?: Phase): Step[] {
  const steps = history.flatMap(([atMs, text]): readonly Step[] => {
    const observed = readObservedState(text);
    const phase = phaseOfState.get(observed.state) ?? otherwise;
    if (phase === undefined) return [];
    const orderMs = observed.isCut && phase === 'ended' ? endOfSecond(atMs) : atMs;
    return [{ ...observed, atMs, orderMs, phase }];
  });
  return withoutCopies(steps).sort(compareSteps);
}

const secondOf = (atMs: number): number => Math.floor(atMs / 1000);
const endOfSecond = (atMs: number): number => secondOf(atMs) * 1000 + 999;

/**
 * Without those of whole seconds that a finer clock tells better: an end by the same end, anything else by whatever else was told of
 * that second.
 */
function withoutCopies(steps: readonly Step[]): Step[] {
  if (!steps.some(({ isCut }) => isCut)) return [...steps];
  const nameOf = ({ atMs, phase }: Step): string => `${secondOf(atMs)}|${phase === 'ended'}`;
  const fine = new Set(steps.filter(({ isCut }) => !isCut).map(nameOf));
  return steps.filter((step) => !step.isCut || !fine.has(nameOf(step)));
}

function compareSteps(a: Step, b: Step): number {
  return (
    a.orderMs - b.orderMs ||
    order[a.phase] - order[b.phase] ||
    Number(b.isExact) - Number(a.isExact)
  );
}

function correctEnd(episodes: Episode[], resolvedAt: number): void {
  const ended = episodes.pop();
  if (ended) episodes.push({ ...ended, resolvedAt });
}
