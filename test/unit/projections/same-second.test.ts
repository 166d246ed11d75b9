import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stintsOfAgent, sumDay } from '../../../src/projections/agent-days';
import { readState } from '../../../src/projections/read-state';
import { situationOf } from '../../../src/projections/situation';
import { emptyState, joinStates, stateOf } from '../../../src/projections/state';
import { huggy } from '../../../src/vendors/huggy/huggy';
import { mergesOfEvent } from '../../support/rows';

const startS = 1_790_000_000;
const nowMs = (startS + 600) * 1000;

type State = readonly [isOnline: boolean, isAvailable: boolean, statusID?: string];
/** A POST: its second, and what it says of the agent, one item after the other. */
type Post = readonly [second: number, ...states: readonly State[]];

const available: State = [true, true];
const paused: State = [true, false, '5'];
const lunch: State = [true, false, '7'];
const offline: State = [false, false];

const sayingsOf = (posts: readonly Post[]) =>
  posts.flatMap(([second, ...states], request) => {
    const items = states.map(([isOnline, isAvailable, statusID]) => ({
      id: 1,
      isOnline,
      isAvailable,
      statusID,
    }));
    const body = { time: startS + second, messages: { agentChangedStatus: items } };
    const receivedAtMs = nowMs + request * 40;
    return huggy
      .decode({ webhook: '', body, receivedAtMs })
      .flatMap((part, index) =>
        part.kind === 'event' ? mergesOfEvent(huggy, part.event, { receivedAtMs, index }) : [],
      );
  });

/** What Agora knows after those sayings, in that order. */
const knownAfter = (merges: ReturnType<typeof sayingsOf>) =>
  readState(
    'agentStatus',
    merges.reduce(
      (state, { saying }) => joinStates('agentStatus', state, stateOf('agentStatus', saying)),
      emptyState,
    ),
  );

const stintsAfter = (...posts: readonly Post[]) =>
  stintsOfAgent(knownAfter(sayingsOf(posts)), nowMs).map(({ doing, fromMs, code }) =>
    [doing, fromMs / 1000 - startS, code].filter((part) => part !== null).join(' '),
  );

describe('Changes of status in one second', () => {
  it.each<[string, readonly Post[], readonly string[]]>([
    ['paused, then available', [[0, paused, available]], ['available 0']],
    ['offline, then available', [[0, offline, available]], ['available 0']],
    ['available, then paused', [[0, available, paused]], ['paused 0 5']],
    [
      'of a second that is past',
      [
        [0, paused, available],
        [60, offline],
      ],
      ['available 0', 'offline 60'],
    ],
    [
      'told by two POSTs',
      [
        [0, paused],
        [0, available],
      ],
      ['available 0'],
    ],
    [
      'told by two POSTs, the other way',
      [
        [0, available],
        [0, paused],
      ],
      ['paused 0 5'],
    ],
    [
      'by a longer and a shorter POST',
      [
        [0, available, lunch],
        [0, paused],
      ],
      ['paused 0 5'],
    ],
    [
      'two pauses',
      [
        [0, lunch],
        [0, paused],
      ],
      ['paused 0 5'],
    ],
    [
      'two pauses, the other way',
      [
        [0, paused],
        [0, lunch],
      ],
      ['paused 0 7'],
    ],
  ])('%s', (_name, posts, stints) => {
    expect(stintsAfter(...posts)).toEqual(stints);
  });

  it('make no pause of a moment', () => {
    const fields = knownAfter(
      sayingsOf([
        [0, paused, available],
        [60, offline],
      ]),
    );
    const { pauses, availableMs } = sumDay(stintsOfAgent(fields, nowMs));
    expect({ pauses, availableMs }).toEqual({ pauses: 0, availableMs: 60_000 });
  });

  it('end as Agora says, in any order and repetition', () => {
    const state = fc.constantFrom(available, paused, lunch, offline);
    const post = fc
      .tuple(fc.nat(2), fc.array(state, { minLength: 1, maxLength: 4 }))
      .map(([second, states]): Post => [second, ...states]);
    fc.assert(
      fc.property(fc.array(post, { minLength: 1, maxLength: 5 }), fc.gen(), (posts, gen) => {
        const sayings = sayingsOf(posts);
        const known = knownAfter(sayings);
        const stints = stintsOfAgent(known, nowMs);
        expect(stints.at(-1)?.doing).toBe(situationOf(known));
        const length = sayings.length * 2;
        const shuffled = gen(() =>
          fc.shuffledSubarray([...sayings, ...sayings], { minLength: length, maxLength: length }),
        );
        expect(stintsOfAgent(knownAfter(shuffled), nowMs)).toEqual(stints);
      }),
    );
  });
});
