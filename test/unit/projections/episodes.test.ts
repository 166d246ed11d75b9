import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Observed } from '../../../src/events/fields';
import { episodesOf, reopeningsOf } from '../../../src/projections/episodes';

const active = (openedAt: number) => ({
  requestedAt: null,
  openedAt,
  resolvedAt: null,
  status: 'active',
});
const finished = (
  openedAt: number | null,
  resolvedAt: number,
  requestedAt: number | null = null,
) => ({
  requestedAt,
  openedAt,
  resolvedAt,
  status: 'finished',
});

/** `open@1 resolved@5` as observations. */
const history = (text: string): readonly Observed[] =>
  text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [state = '', atMs] = part.split('@');
      return [Number(atMs), state];
    });

describe('observations that are known to the second', () => {
  it.each([
    [
      'an end comes after all else of its second',
      'open@1000 open@5100 resolved^@5000',
      [finished(1000, 5000)],
    ],
    [
      'the same end by a finer clock is preferred',
      'open@1000 resolved@5700 resolved^@5000',
      [finished(1000, 5700)],
    ],
    [
      'a later sight of the end corrects nothing',
      'open@1000 resolved^@5000 resolved~@9000',
      [finished(1000, 5000)],
    ],
    [
      'what a finer clock saw of that second is preferred',
      'pending@1300 open^@1000 open@4000',
      [active(4000)],
    ],
    [
      'without one it counts from the beginning of its second',
      'open^@1000 resolved@5700',
      [finished(1000, 5700)],
    ],
  ])('%s', (_what, told, episodes) => {
    expect(episodesOf(history(told))).toEqual(episodes);
  });
});

describe('episodes of a conversation', () => {
  it.each([
    ['nothing observed', '', []],
    ['still open', 'open@1', [active(1)]],
    ['open, then resolved', 'open@1 resolved@5', [finished(1, 5)]],
    ['seen open several times: since the first', 'open@1 open@2 resolved@5', [finished(1, 5)]],
    ['seen resolved several times: at the first', 'open@1 resolved@5 resolved@9', [finished(1, 5)]],
    ['reopened', 'open@1 resolved@5 open@7', [finished(1, 5), active(7)]],
    [
      'reopened and ended again',
      'open@1 resolved@5 open@7 resolved@9',
      [finished(1, 5), finished(7, 9)],
    ],
    ['with a robot nobody serves yet', 'pending@1', []],
    [
      'handed off by the robot: from the hand-off on',
      'pending@1 open@3 resolved@5',
      [finished(3, 5)],
    ],
    ['ended by the robot: nobody ever opened it', 'pending@1 resolved@5', [finished(null, 5)]],
    ['set to pending meanwhile: goes on', 'open@1 pending@3 resolved@5', [finished(1, 5)]],
    ['snoozed meanwhile: goes on', 'open@1 snoozed@3 open@4 resolved@5', [finished(1, 5)]],
    ['first seen snoozed: someone has it', 'snoozed@3', [active(3)]],
    ['only its end was received', 'resolved@5', [finished(null, 5)]],
    [
      'opened and ended within one tick of a coarse clock',
      'resolved@5 open@5 pending@5',
      [finished(5, 5)],
    ],
    ['other platforms’ words', 'queue@1 open@2 closed@5 bot@6', [finished(2, 5, 1)]],
    [
      'words nobody knows are ignored',
      'open@1 crm_stage@2 resolved@5 constructor@6',
      [finished(1, 5)],
    ],
    ['an end known only as “not before”', 'open@1 resolved~@3', [finished(1, 3)]],
    ['… is corrected by the exact one', 'open@1 resolved~@3 resolved@8', [finished(1, 8)]],
    ['… and never corrects it', 'open@1 resolved@3 resolved~@8 resolved@9', [finished(1, 3)]],
    ['… at the same time neither', 'open@1 resolved~@3 resolved@3 resolved@9', [finished(1, 3)]],
    [
      '… nor reaches over a reopening',
      'open@1 resolved~@3 open@5 resolved@8',
      [finished(1, 3), finished(5, 8)],
    ],
  ])('%s: %s', (_, observed, episodes) => {
    expect(episodesOf(history(observed))).toEqual(episodes);
  });
});

describe('reopenings of a conversation', () => {
  it.each([
    ['', 0],
    ['open@1 resolved@5', 0],
    ['open@1 resolved@5 open@7', 1],
    ['open@1 resolved@5 open@7 resolved@9 snoozed@10', 2],
    ['resolved@5 open@7', 1],
    ['open@1 resolved@5 pending@6', 0],
    ['open@1 resolved@5 pending@6 resolved@7', 0],
    ['open@1 resolved@5 pending@6 open@7', 1],
    ['pending@1 open@2', 0],
  ])('%s: %d', (observed, count) => {
    expect(reopeningsOf(history(observed))).toBe(count);
  });
});

describe('episodes for any history', () => {
  const states = ['open', 'pending', 'snoozed', 'resolved', 'resolved~', 'closed', 'other'];
  const observation = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom(...states));
  const histories = fc.array(observation, { maxLength: 25 });
  const reordered = histories.chain((observed) =>
    fc.tuple(
      fc.constant(observed),
      fc.shuffledSubarray([...observed, ...observed], {
        minLength: observed.length * 2,
        maxLength: observed.length * 2,
      }),
    ),
  );

  it('are the same in any order and with any repetition', () => {
    fc.assert(
      fc.property(reordered, ([observed, again]) => {
        expect(episodesOf(again)).toEqual(episodesOf(observed));
        expect(reopeningsOf(again)).toBe(reopeningsOf(observed));
      }),
    );
  });

  it('are never fewer after a late observation', () => {
    fc.assert(
      fc.property(histories, observation, (observed, late) => {
        const before = episodesOf(observed);
        const after = episodesOf([...observed, late]);
        expect(after.length).toBeGreaterThanOrEqual(before.length);
        expect(reopeningsOf([...observed, late])).toBeGreaterThanOrEqual(reopeningsOf(observed));
      }),
    );
  });

  it('follow each other: each ends before the next opens, only the last may be active', () => {
    fc.assert(
      fc.property(histories, (observed) => {
        const episodes = episodesOf(observed);
        const times = episodes.flatMap(({ openedAt, resolvedAt }) =>
          [openedAt, resolvedAt].filter((atMs) => atMs !== null),
        );
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(episodes.slice(0, -1).every(({ status }) => status === 'finished')).toBe(true);
      }),
    );
  });
});
