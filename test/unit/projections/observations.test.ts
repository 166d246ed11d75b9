import { describe, expect, it } from '@jest/globals';
import { sinceWhen, situationOf } from '../../../src/projections/situation';
import { emptyState, joinStates, stateOf, type State } from '../../../src/projections/state';

const seen = (observed: unknown): State =>
  stateOf('conversation', {
    atMs: 1,
    receivedAtMs: 1,
    index: 0,
    hash: 'h',
    revision: 1,
    fields: { statusHistory: observed },
  });

describe('observations', () => {
  it('are a set in the order of time', () => {
    const joined = joinStates(
      'conversation',
      seen([[5, 'open']]),
      seen([
        [1, 'bot'],
        [5, 'open'],
      ]),
    );
    expect(joined.unions['statusHistory']).toEqual([
      [1, 'bot'],
      [5, 'open'],
    ]);
  });

  it('beyond 1,000 keep where each run of one state begins and ends', () => {
    const open = Array.from({ length: 1500 }, (_unused, index) => [index + 2, 'open'] as const);
    const state = seen([[1, 'pending'], ...open, [9000, 'resolved'], [9001, 'open']]);
    const kept = joinStates('conversation', emptyState, state).unions['statusHistory'];
    expect(kept).toEqual([
      [1, 'pending'],
      [2, 'open'],
      [1501, 'open'],
      [9000, 'resolved'],
      [9001, 'open'],
    ]);
  });

  it('of no known form are left out, endless ones cut', () => {
    const odd: unknown = [[1], ['x', 'y'], null, [2, 'z'.repeat(99)]];
    const state = seen(odd);
    expect(state.unions['statusHistory']).toEqual([[2, 'z'.repeat(60)]]);
  });
});

describe('since when', () => {
  it.each([
    ['nothing seen', [], null],
    ['one state', [[3, 'a']], 3],
    [
      'the first of the last run',
      [
        [1, 'b'],
        [3, 'a'],
        [5, 'a'],
        [9, 'a'],
      ],
      3,
    ],
    [
      'a state that came back',
      [
        [1, 'a'],
        [3, 'b'],
        [5, 'a'],
      ],
      5,
    ],
  ] as const)('%s', (_, history, since) => {
    expect(sinceWhen(history)).toBe(since);
  });
});

describe("an agent's situation", () => {
  it.each([
    [{ isOnline: true, isAvailable: true }, 'available'],
    [{ isOnline: true, isAvailable: false }, 'paused'],
    [{ isOnline: false, isAvailable: true }, 'offline'],
    [{ isOnline: true }, 'unknown'],
    [{}, 'unknown'],
    [{ isOnline: true, isAvailable: true, statusLabel: 'Almoço' }, 'Almoço'],
  ])('%j is %s', (agent, situation) => {
    expect(situationOf(agent)).toBe(situation);
  });
});
