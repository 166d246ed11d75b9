import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tabs } from '../../src/tabs/tabs';
import { dataTabs } from '../support/data-tabs';
import { startHands, twice, type Hands } from '../support/hands';
import { onlineAgents } from '../support/online-agents';
import { bodyOf, eventKinds, type EventKind } from '../simulation/event-kinds';

/** More than the 2,000 rows that a hold looks at. */
const filling = 2600;
const secondMs = 1000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const startMs = Date.parse('2026-03-02T12:00:00Z');

const repeatedKeys = (hands: Hands): readonly string[] =>
  dataTabs.flatMap((tab) => twice(hands.keys(tab)).map((key) => `${tab} ${key}`));

const send = (hands: Hands, kind: EventKind, laterMs: number): Promise<unknown> =>
  hands.post(kind.vendor, bodyOf(kind, { entity: 1, atMs: startMs + laterMs }), kind);

/** The rows of every kind of event, then thousands of others in every tab, over some hours. */
async function startLong(): Promise<Hands> {
  const hands = await startHands();
  for (const kind of eventKinds) await send(hands, kind, 0);
  await hands.settle();
  for (const tab of dataTabs)
    await hands.do('fill', tabs[tab].title.pt, filling, startMs + minuteMs, 5 * secondMs);
  hands.wait(filling * 5 * secondMs + 2 * minuteMs);
  return hands;
}

describe('In tabs of thousands of rows a second event of', () => {
  let hands: Hands;
  beforeAll(async () => {
    hands = await startLong();
  });
  afterAll(() => hands.stop());

  it('nothing yet: every tab is long and holds no key twice', () => {
    for (const tab of dataTabs) expect(hands.keys(tab).length).toBeGreaterThan(filling);
    expect(repeatedKeys(hands)).toEqual([]);
  });

  it.each(eventKinds.map((kind) => [kind.name, kind] as const))(
    '%s finds its row: the same again, an hour later and a day later',
    async (_name, kind) => {
      const before = new Set(repeatedKeys(hands));
      for (const laterMs of [0, 5 * hourMs, 24 * hourMs, 24 * hourMs])
        await send(hands, kind, laterMs);
      await hands.settle();
      expect(repeatedKeys(hands).filter((key) => !before.has(key))).toEqual([]);
    },
  );
});

describe('A birth ahead of our clock', () => {
  /** A status row is born when the vendor says; three hours ahead is a UTC time read as GMT-3. */
  it.each([
    ['eleven minutes', 11 * minuteMs],
    ['three hours', 3 * hourMs],
    ['thirty days', 30 * 24 * hourMs],
  ])('by %s: the identical delivery makes no second row', async (_name, aheadMs) => {
    const hands = await startHands();
    await hands.post('huggy', onlineAgents([2], startMs - hourMs));
    const body = onlineAgents([1], startMs + aheadMs);
    await hands.post('huggy', body);
    await hands.do('fill', 'Status dos agentes', filling, startMs + secondMs, secondMs / 2);
    hands.wait((filling * secondMs) / 2);
    await hands.post('huggy', body);
    hands.wait(2 * hourMs);
    await hands.post('huggy', body);
    await hands.settle();
    expect(twice(hands.keys('agentStatus'))).toEqual([]);
    expect(hands.keys('agentStatus')).toHaveLength(filling + 2);
    await hands.stop();
  });
});
