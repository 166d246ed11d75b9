import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tabs, type TabId } from '../../src/tabs/tabs';
import { startHands, twice, type Hands, type Prepared } from '../support/hands';
import { bodyOf, eventKinds, type EventKind } from '../simulation/event-kinds';

/** More than the 2,000 rows that a hold looks at. */
const filling = 2600;
const secondMs = 1000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const startMs = Date.parse('2026-03-02T12:00:00Z');

const dataTabs = [
  'agentsNow',
  'agentStatus',
  'conversations',
  'attendances',
  'messages',
  'contacts',
  'templates',
  'outages',
] as const satisfies readonly TabId[];

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

const agents = 40;
const tab = 'Agora';

/** A crowd of 2,600 agents, then forty more a while later, whose delivery may come again at any time. */
async function prepareCrowd(): Promise<Prepared> {
  const hands = await startHands();
  await hands.post('huggy', statuses([1], startMs));
  await hands.do('fill', tab, filling, startMs + secondMs, 5 * secondMs);
  hands.wait(filling * 5 * secondMs + hourMs);
  await hands.post('huggy', crowd());
  await hands.stop();
  return hands.stored();
}

const crowdIds = Array.from({ length: agents }, (_unused, index) => 500 + index);
const crowdMs = startMs + filling * 5 * secondMs + hourMs;
const crowd = () => statuses(crowdIds, crowdMs);
const statuses = (ids: readonly number[], atMs: number) => ({
  time: Math.floor(atMs / 1000),
  messages: {
    agentChangedStatus: ids.map((id) => ({ id, name: `Agente ${id}`, isOnline: true })),
  },
  token: 'um-token-so',
});

/** What a person does to a long tab, and how many rows are gone for good then. */
type Deed = (hands: Hands, title: string) => Promise<unknown>;
const deeds: readonly (readonly [name: string, deed: Deed, gone?: number])[] = [
  ['sorted Z→A', (hands, title) => hands.do('sortRows', title, 'Nº', false)],
  [
    'sorted Z→A and back',
    async (hands, title) => {
      await hands.do('sortRows', title, 'Nº', false);
      await hands.do('sortRows', title, 'Nº', true);
    },
  ],
  ['sorted by key', (hands, title) => hands.do('sortRows', title, 'Chave', true)],
  [
    'its newest rows moved to the top by a sort of their own',
    async (hands, title) => {
      await hands.do('sortRows', title, 'Nº', false);
      await hands.do('deleteBottom', title, 10);
    },
    10,
  ],
  [
    'some rows deleted in the middle',
    (hands, title) => hands.do('deleteRows', title, 2500, 20),
    20,
  ],
  ['a title row above the header', (hands, title) => hands.do('insertTitles', title, 1)],
  ['four rows above the header', (hands, title) => hands.do('insertTitles', title, 4)],
  ['twelve rows above the header', (hands, title) => hands.do('insertTitles', title, 12)],
  ['the header cleared', (hands, title) => hands.do('clearRow', title, 1)],
  ['Chave renamed', (hands, title) => hands.do('renameHeader', title, 'Chave', 'Código')],
  ['a column put before Nº', (hands, title) => hands.do('insertBefore', title, 'Nº', 'Meu')],
  ['Gravado moved to the front', (hands, title) => hands.do('moveColumnTo', title, 'Gravado', 1)],
  ['Nº deleted', (hands, title) => hands.do('deleteColumn', title, 'Nº')],
  ['Gravado deleted', (hands, title) => hands.do('deleteColumn', title, 'Gravado')],
  ['Chave and Nº merged', (hands, title) => hands.do('mergeHeader', title, 'Chave', 2)],
  ['the hidden columns shown', (hands, title) => hands.do('showAll', title)],
  ['the header row deleted', (hands, title) => hands.do('deleteRows', title, 1, 1)],
  [
    "a column of the user's own called Chave",
    (hands, title) => hands.do('insertBefore', title, 'Conta', 'Chave'),
  ],
  [
    'sorted with its header',
    async (hands, title) => {
      await hands.do('unfreeze', title);
      await hands.do('sortWithHeader', title, 1, true);
    },
  ],
];

describe('A long tab, whatever a person does to it, holds no row twice:', () => {
  let prepared: Prepared;
  beforeAll(async () => {
    prepared = await prepareCrowd();
  });

  it.each(deeds)('%s', async (_name, deed, gone = 0) => {
    const hands = await startHands(prepared);
    await deed(hands, tab);
    for (let round = 0; round < 3; round += 1) {
      await hands.post('huggy', crowd());
      await hands.post('huggy', statuses([900 + round], hands.twin.clock.now()));
      hands.wait(7 * minuteMs);
    }
    await hands.settle();
    const names = [...crowdIds, 900, 901, 902].map((id) => `Agente ${id}`);
    const counts = names.map((name) => [name, hands.count('agentsNow', name)] as const);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
    expect(twice(hands.keys('agentsNow'))).toEqual([]);
    expect(hands.keys('agentsNow')).toHaveLength(1 + filling + agents + 3 - gone);
    await hands.stop();
  });
});

describe('A birth ahead of our clock', () => {
  /** A status row is born when the vendor says; three hours ahead is a UTC time read as GMT-3. */
  it.each([
    ['eleven minutes', 11 * minuteMs],
    ['three hours', 3 * hourMs],
    ['thirty days', 30 * 24 * hourMs],
  ])('by %s: the identical delivery makes no second row', async (_name, aheadMs) => {
    const hands = await startHands();
    await hands.post('huggy', statuses([2], startMs - hourMs));
    const body = statuses([1], startMs + aheadMs);
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
