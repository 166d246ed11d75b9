import { beforeAll, describe, expect, it } from '@jest/globals';
import { startHands, twice, type Hands, type Prepared } from '../support/hands';
import { onlineAgents } from '../support/online-agents';

/** More than the 2,000 rows that a hold looks at. */
const filling = 2600;
const secondMs = 1000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const startMs = Date.parse('2026-03-02T12:00:00Z');
const agents = 40;
const tab = 'Agora';

/** A crowd of 2,600 agents, then forty more a while later, whose delivery may come again at any time. */
async function prepareCrowd(): Promise<Prepared> {
  const hands = await startHands();
  await hands.post('huggy', onlineAgents([1], startMs));
  await hands.do('fill', tab, filling, startMs + secondMs, 5 * secondMs);
  hands.wait(filling * 5 * secondMs + hourMs);
  await hands.post('huggy', crowd());
  await hands.stop();
  return hands.stored();
}

const crowdIds = Array.from({ length: agents }, (_unused, index) => 500 + index);
const crowdMs = startMs + filling * 5 * secondMs + hourMs;
const crowd = () => onlineAgents(crowdIds, crowdMs);

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
      await hands.post('huggy', onlineAgents([900 + round], hands.twin.clock.now()));
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
