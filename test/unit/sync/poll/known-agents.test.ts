import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compare,
  hasUnsettled,
  learn,
  readKnown,
  writeKnown,
  type Answered,
  type KnownAgents,
} from '../../../../src/sync/poll/known-agents';
import type { ListedAgent } from '../../../../src/sync/poll/listed-agents';

const agent = (id: string, status: string, atMs: number | null = null): ListedAgent => ({
  id,
  name: `Agente ${id}`,
  email: null,
  status,
  pause: null,
  atMs: atMs === null ? null : startMs + atMs,
});

const minuteMs = 60_000;
const startMs = 1e12;

/** Asks minute by minute, as the job does: what is known, and every change that was told. */
function ask(
  answers: readonly (readonly ListedAgent[])[],
  options: Partial<Pick<Answered, 'isSeenTwice' | 'isAll'>> = {},
) {
  let known: KnownAgents = new Map();
  const told: string[] = [];
  answers.forEach((agents, index) => {
    const nowMs = startMs + (index + 1) * minuteMs;
    const beforeMs = index === 0 ? 0 : startMs + index * minuteMs;
    const fixed = { isSeenTwice: false, isAll: true, ...options };
    const compared = compare({
      known: readKnown(writeKnown(known)),
      agents,
      nowMs,
      beforeMs,
      ...fixed,
    });
    known = learn(compared.known, compared.changes);
    for (const { id, status, atMs } of compared.changes)
      told.push(`${id} ${status} ${(atMs - startMs) / minuteMs}`);
  });
  return { told, known };
}

describe('answers about agents, one after the other', () => {
  it('tell every change once, at the moment that the platform tells', () => {
    const { told } = ask([
      [agent('1', 'online', -5 * minuteMs)],
      [agent('1', 'online', -5 * minuteMs)],
      [agent('1', 'BUSY', 2.5 * minuteMs)],
      [agent('1', 'busy', 2.5 * minuteMs)],
    ]);
    expect(told).toEqual(['1 online -5', '1 BUSY 2.5']);
  });

  it('a moment in the future, or before another answer, is not believed', () => {
    const { told } = ask([
      [agent('1', 'online', 99 * minuteMs)],
      [agent('1', 'online')],
      [agent('1', 'online')],
      [agent('1', 'online')],
      [agent('1', 'offline', 0.5 * minuteMs)],
    ]);
    expect(told).toEqual(['1 online 1', '1 offline 5']);
  });

  it('where a change counts when it is seen twice, what flaps says nothing', () => {
    const { told, known } = ask(
      ['online', 'online', 'offline', 'online', 'busy', 'offline', 'offline', 'busy'].map(
        (status) => [agent('1', status)],
      ),
      { isSeenTwice: true },
    );
    expect(told).toEqual(['1 online 1', '1 offline 6']);
    expect(hasUnsettled(known)).toBe(true);
  });

  it('who is missing twice is offline', () => {
    const two = [agent('1', 'online'), agent('2', 'online')];
    const one = [agent('1', 'online')];
    expect(ask([two, one, two, one, one, one]).told).toEqual([
      '1 online 1',
      '2 online 1',
      '2 offline 4',
    ]);
    expect(ask([two, one, one, two.map(({ id }) => agent(id, 'offline'))]).told).toHaveLength(4);
  });

  it('nobody is missing from an empty list, or from a part of one', () => {
    const two = [agent('1', 'online'), agent('2', 'online')];
    expect(ask([two, [], [], []]).told).toHaveLength(2);
    const part = ask([two, [agent('1', 'online')], [agent('1', 'online')]], { isAll: false });
    expect(part.told).toHaveLength(2);
  });

  it('a pause of another name is another status', () => {
    const paused = (pause: string): ListedAgent => ({ ...agent('1', 'OFFLINE'), pause });
    const { told } = ask([[paused('Almoço')], [paused('Almoço')], [paused('Treinamento')]]);
    expect(told).toHaveLength(2);
  });

  it('never tell the same status twice in a row, whatever comes', () => {
    const status = fc.constantFrom('online', 'busy', 'offline');
    const answer = fc.array(fc.tuple(fc.constantFrom('1', '2', '3'), status), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 20 }), fc.boolean(), (answers, isSeenTwice) => {
        const { told } = ask(
          answers.map((listed) => listed.map(([id, word]) => agent(id, word))),
          { isSeenTwice },
        );
        const byAgent = ['1', '2', '3'].map((id) =>
          told.flatMap((line) => (line.startsWith(`${id} `) ? [line.split(' ')[1]] : [])),
        );
        return byAgent.every((words) => words.every((word, at) => word !== words[at - 1]));
      }),
    );
  });

  it('what is known survives its store, and what is damaged is not known', () => {
    const text = writeKnown(new Map([['a b"\n', { status: 'online', next: '-', nextMs: 7 }]]));
    expect(writeKnown(readKnown(text))).toBe(text);
    for (const damaged of ['', '{', '[7,["x"],[1,2],["a","b",3]]'])
      expect(readKnown(damaged).size).toBe(0);
  });
});
