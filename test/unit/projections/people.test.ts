import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stintsOf, sumDay } from '../../../src/projections/agent-days';
import { findPersons, joinStints, type Member } from '../../../src/projections/people';

const minuteMs = 60_000;
const startMs = Date.UTC(2026, 10, 24, 12);
const nowMs = startMs + 300 * minuteMs;

type Word = 'available' | 'paused' | 'offline';
/** Minute of an observation, and what it was. */
type Seen = readonly [minute: number, word: Word];

const stintsFrom = (seen: readonly Seen[]) =>
  stintsOf(
    seen.map(([minute, word]) => [startMs + minute * minuteMs, word] as const),
    [],
    nowMs,
  );

/** What an agent does in a minute, by the last thing that was observed. */
const doingAt = (seen: readonly Seen[], minute: number): Word | null =>
  [...seen].sort(([a], [b]) => a - b).findLast(([at]) => at <= minute)?.[1] ?? null;

const observations = fc.uniqueArray(
  fc.tuple(
    fc.integer({ min: 0, max: 299 }),
    fc.constantFrom<Word>('available', 'paused', 'offline'),
  ),
  { selector: ([minute]) => minute, maxLength: 8 },
);

const agent = (key: string, name: string, email: string | null = null): Member => ({
  key,
  connectionId: key.split('|', 1)[0] ?? '',
  name,
  email,
  stints: [],
});

describe('somebody on several platforms', () => {
  it('is available as long as they are available anywhere, and online once', () => {
    fc.assert(
      fc.property(fc.array(observations, { maxLength: 3 }), (agents) => {
        const joined = joinStints(agents.map(stintsFrom));
        const minutes = Array.from({ length: 300 }, (_unused, minute) =>
          agents.map((seen) => doingAt(seen, minute)),
        );
        const count = (isMeant: (words: readonly (Word | null)[]) => boolean): number =>
          minutes.filter(isMeant).length * minuteMs;
        const day = sumDay(joined);
        expect(day.availableMs).toBe(count((words) => words.includes('available')));
        expect(day.onlineMs).toBe(
          count((words) => words.includes('available') || words.includes('paused')),
        );
      }),
    );
  });

  it('does now what they do most', () => {
    fc.assert(
      fc.property(fc.array(observations, { minLength: 1, maxLength: 3 }), (agents) => {
        const last = joinStints(agents.map(stintsFrom)).at(-1);
        const words = new Set(agents.map((seen) => doingAt(seen, 299)));
        const most = (['available', 'paused', 'offline'] as const).find((word) => words.has(word));
        expect([last?.doing, last?.end]).toEqual([most, most && 'open']);
      }),
    );
  });

  it('has one stint where two of one kind follow each other on two platforms', () => {
    const stints = joinStints([
      stintsFrom([
        [0, 'available'],
        [60, 'offline'],
      ]),
      stintsFrom([
        [30, 'available'],
        [120, 'paused'],
      ]),
    ]);
    expect(
      stints.map(({ doing, fromMs, untilMs, end }) => [
        doing,
        (fromMs - startMs) / minuteMs,
        (untilMs - startMs) / minuteMs,
        end,
      ]),
    ).toEqual([
      ['available', 0, 120, 'over'],
      ['paused', 120, 300, 'open'],
    ]);
  });
});

describe('who is one person', () => {
  const agents = [
    agent('h|1', 'Ana Souza', 'ana@example.com'),
    agent('e|7', 'ana', 'ANA@example.com '),
    agent('p|3', 'Bruno'),
    agent('w|4', 'Bruno'),
  ];
  const namesOf = (names: Readonly<Record<string, string>>): readonly string[] =>
    findPersons(agents, names).map(
      ({ name, members }) => `${name}: ${members.map((one) => one.name).join(' + ')}`,
    );

  it('is told by the e-mail, and not by the name', () => {
    expect(namesOf({})).toEqual(['Ana Souza: Ana Souza + ana', 'Bruno: Bruno', 'Bruno: Bruno']);
  });

  it('is not told by an e-mail that several agents of one connection have', () => {
    const team = 'time@example.com';
    const three = [
      agent('h|1', 'Ana', team),
      agent('h|2', 'Bia', team),
      agent('e|7', 'Caio', team),
    ];
    expect(findPersons(three, {}).map(({ name }) => name)).toEqual(['Ana', 'Bia', 'Caio']);
  });

  it('is told by the user before that', () => {
    expect(namesOf({ 'p|3': 'Bruno Lima', 'w|4': 'Bruno Lima', 'e|7': 'Outra Ana' })).toEqual([
      'Ana Souza: Ana Souza',
      'Outra Ana: ana',
      'Bruno Lima: Bruno + Bruno',
    ]);
  });
});
