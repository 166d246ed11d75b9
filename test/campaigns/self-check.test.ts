import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parseObject } from '../../src/events/decode-record';
import { startHands, twice, type Prepared } from '../support/hands';
import { checkOf, startIntruded, type IntrudedHands } from '../support/intruder';
import { bodyOf, eventKinds } from '../simulation/event-kinds';
import { agentStatus } from '../support/plantao';

const atMs = Date.parse('2026-03-02T12:00:00Z');
const agent = (id: number, seconds = 0, more = {}) =>
  agentStatus({
    time: Math.floor(atMs / 1000) + seconds,
    agents: [{ id, name: `Agente ${id}`, ...more }],
  });

/** A message of Evolvy's with such a text, and its conversation. */
const evolvyMessage = (content: string): object => {
  const kind = eventKinds.find(({ name }) => name === 'evolvy.message_created');
  const body = kind === undefined ? '' : bodyOf(kind, { entity: 1, atMs });
  return { ...parseObject(body), content };
};

async function prepare(): Promise<Prepared> {
  const hands = await startHands();
  for (const id of [1, 2, 3, 4, 5]) await hands.post('huggy', agent(id));
  await hands.settle();
  await hands.stop();
  return hands.stored();
}

describe('The self-check', () => {
  let prepared: Prepared;
  let hands: IntrudedHands;
  beforeAll(async () => {
    prepared = await prepare();
  });
  beforeEach(async () => {
    hands = await startIntruded(prepared);
  });
  afterEach(() => hands.stop());

  const names = (): string[] =>
    hands
      .rows('Agora')
      .map((row) => String(row['Agente']))
      .toSorted((a, b) => a.localeCompare(b));
  const all = [1, 2, 3, 4, 5].map((id) => `Agente ${id}`);

  /** Agents' events one after the other, the hands acting ever later in them, until it has done harm. */
  async function actDuring(id: number, act: () => Promise<unknown>, isHarmed: () => boolean) {
    for (let after = 0; after < 60; after += 1) {
      hands.intrude({ during: 'doPost', after, act });
      await hands.post('huggy', agent(id, 60 + after, { isAvailable: after % 2 === 0 }));
      if (isHarmed()) return;
    }
    throw new Error('No moment was found at which it does harm.');
  }
  const isDoubled = () => twice(hands.keys('agentsNow')).length > 0;
  const isAside = () => hands.keys('agentsNow').some((key) => !key.startsWith('huggy|'));
  let ascending = false;
  const sort = () => hands.do('sortRows', 'Agora', 'Nº', (ascending = !ascending));
  beforeEach(() => {
    ascending = true;
  });

  it('mends a neighbour that a sort in the middle of an event has overwritten', async () => {
    await actDuring(1, sort, isDoubled);
    expect(names()).not.toEqual(all);
    await hands.checkTonight();
    expect(names()).toEqual(all);
    expect(twice(hands.keys('agentsNow'))).toEqual([]);
  });

  it("leaves the user's column beside its rows, and makes rows with notes theirs", async () => {
    await hands.do('insertBefore', 'Agora', 'Agente', 'Meu');
    for (const row of [2, 3, 4, 5, 6]) await hands.do('put', 'Agora', row, 1, `nota ${row - 1}`);
    await actDuring(1, sort, isDoubled);
    const isAtTheEnd = hands.rows('Agora').at(-1)?.['Meu'] === 'nota 5';
    await hands.checkTonight();
    const rows = hands.rows('Agora');
    const noted = rows.map((row) => `${String(row['Agente'])}: ${String(row['Meu'])}`).toSorted();
    expect(noted).toEqual([
      'Agente 1: nota 1',
      'Agente 2: nota 2',
      'Agente 3: nota 3',
      'Agente 4: nota 4',
      // Agente 5 comes back below the last row of ours: where it stood, if that is where the surplus one was cleared.
      ...(isAtTheEnd ? ['Agente 5: nota 5'] : ['Agente 5: null', 'null: nota 5']),
    ]);
  });

  it('puts a row back into its columns when one was put in in the middle of it', async () => {
    const act = () => hands.do('insertBefore', 'Agora', 'Agente', 'Meu');
    await actDuring(2, act, isAside);

    await hands.checkTonight();
    expect(names()).toEqual(all);
    expect(hands.keys('agentsNow').toSorted()).toEqual([1, 2, 3, 4, 5].map((id) => `huggy|${id}`));
    for (const formula of hands.formulas('Agora')) expect(formula).toContain('$B$2');
    expect(hands.formulas('Agora')).toHaveLength(5);
    const numbers = hands.rows('Agora').map((row) => row['Nº']);
    expect(new Set(numbers).size).toBe(5);
  });

  it('takes our formula out of a column that was put in just where it was being written', async () => {
    for (let id = 100; !isAside(); id += 1) {
      const act = () => hands.do('insertBefore', 'Agora', 'Há', 'Meu');
      hands.intrude({ during: 'doPost', after: id - 100, act });
      await hands.post('huggy', agent(id));
    }

    await hands.checkTonight();
    const agents = hands.keys('agentsNow').filter((key) => key.startsWith('huggy|'));
    expect(hands.formulas('Agora')).toHaveLength(agents.length);
    expect(hands.rows('Agora')).toHaveLength(agents.length);
  });

  it('writes no row again that the user deleted, though the journal has its events', async () => {
    await hands.checkTonight();
    await hands.do('deleteRows', 'Agora', 3, 1);
    await hands.checkTonight();
    expect(names()).toEqual(all.filter((name) => name !== 'Agente 2'));
  });

  it('nor when there are more rows missing than can have been overwritten', async () => {
    await hands.checkTonight();
    await hands.do('deleteRows', 'Agora', 3, 1);
    await actDuring(1, sort, isDoubled);
    await hands.checkTonight();
    expect(names()).not.toContain('Agente 2');
    expect(twice(hands.keys('agentsNow'))).toEqual([]);
  });

  it("renders cells that were written over, and leaves the user's own and their format", async () => {
    await hands.do('put', 'Agora', 2, 2, 'em pé');
    await hands.do('insertBefore', 'Agora', 'Agente', 'Meu');
    await hands.do('put', 'Agora', 3, 1, 'minha nota');
    await hands.checkTonight();
    expect(hands.rows('Agora')[0]).toMatchObject({ Situação: 'Em pausa' });
    expect(hands.rows('Agora')[1]).toMatchObject({ Meu: 'minha nota', Agente: 'Agente 2' });
    expect(checkOf(hands)).toMatchObject({ mended: 1 });
  });

  it('renders cells of rows that follow from a conversation', async () => {
    await hands.post('evolvy', evolvyMessage('olá'));
    await hands.settle();
    await hands.do('put', 'Atendimentos', 2, 1, 'outra coisa');
    await hands.checkTonight();
    expect(hands.rows('Atendimentos')).toMatchObject([{ Plataforma: 'Nexloo (Evolvy)' }]);
  });

  it('writes a long text again that has gone from its cell: only the journal has it', async () => {
    const text = 'palavra '.repeat(400).trim();
    await hands.post('evolvy', evolvyMessage(text));
    await hands.settle();
    const column = Object.keys(hands.rows('Mensagens')[0] ?? {}).indexOf('Texto') + 1;
    expect(hands.rows('Mensagens')[0]).toMatchObject({ Texto: text });
    await hands.do('put', 'Mensagens', 2, column, '');
    await hands.checkTonight();
    expect(hands.rows('Mensagens')[0]).toMatchObject({ Texto: text });
    expect(checkOf(hands)).toMatchObject({ mended: 1 });
  });

  it('keeps one header where rows above came while it was mended', async () => {
    const titles = Object.keys(hands.rows('Agora')[0] ?? {});
    await hands.do('insertTitles', 'Agora', 1);
    // The mended titles landed in the row that had just come.
    for (const [index, title] of titles.entries())
      if (index > 0) await hands.do('put', 'Agora', 1, index + 1, title);
    await hands.do('put', 'Agora', 2, titles.indexOf('Chave') + 1, 'Código');
    await hands.checkTonight();
    await hands.post('huggy', agent(6));
    const keys = [1, 2, 3, 4, 5, 6].map((id) => `huggy|${id}`);
    expect(hands.keys('agentsNow')).toEqual(keys);
    expect(hands.count('agentsNow', 'Situação')).toBe(1);
    expect(hands.count('agentsNow', 'Operação de suporte')).toBe(1);
  });

  it('finds nothing to do in tabs with which nothing is wrong', async () => {
    await hands.checkTonight();
    expect(checkOf(hands)).toMatchObject({ mended: 0 });
  });

  it('gives a row that bears the number of another one a new one', async () => {
    const column = Object.keys(hands.rows('Agora')[0] ?? {}).indexOf('Nº') + 1;
    await hands.do('put', 'Agora', 4, column, 1);
    await hands.checkTonight();
    const numbers = hands.rows('Agora').map((row) => row['Nº']);
    expect(new Set(numbers).size).toBe(5);
    expect(names()).toEqual(all);
  });

  it('comes to the same when the sweep dies, wherever in its calls', async () => {
    await actDuring(1, sort, isDoubled);
    await hands.settle();
    const harmed = hands.stored();
    for (let after = 3; ; after += 89) {
      const again = await startIntruded(harmed);
      const act = () => ({ kind: 'kill', when: after % 2 === 0 ? 'before' : 'after' }) as const;
      again.intrude({ during: 'sweep_', after, act });
      await again.checkTonight();
      const keys = again.keys('agentsNow').toSorted();
      await again.stop();
      expect([after, keys]).toEqual([after, [1, 2, 3, 4, 5].map((id) => `huggy|${id}`)]);
      if (!again.hasIntruded()) break;
    }
  });
});
