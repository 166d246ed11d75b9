import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseObject } from '../../src/events/decode-record';
import { maskClasses } from '../../src/masks/policy';
import { askPanel, valueOf } from '../support/ask-panel';
import { readFixture } from '../support/fixtures';
import { startHands, type Hands } from '../support/hands';

const sample = parseObject(JSON.stringify(readFixture('evolvy/v415_conversation_created.json')));

const conversation = (id: number, more: object = {}) => ({ ...sample, id, ...more });

let hands: Hands;
beforeAll(async () => {
  hands = await startHands();
});
afterAll(() => hands.stop());

const ask = async (action: string, ...args: readonly string[]): Promise<unknown> =>
  valueOf(await askPanel(hands.twin, action, 'evolvy', ...args));

const ids = (): readonly unknown[] => hands.rows('Conversas').map((row) => row['Conversa']);
const statuses = (): readonly unknown[] => hands.rows('Diário').map((row) => row['Situação']);

describe('A connection that is paused', () => {
  it('keeps what comes in the journal, and nothing of it is written or counted as waiting', async () => {
    await ask('pauseConnection');
    await hands.post('evolvy', conversation(1));
    await hands.settle();
    expect(ids()).toEqual([]);
    expect(statuses()).toEqual(['pausado']);
    const health = hands.rows('Saúde').find((row) => String(row['Plataforma']).includes('Evolvy'));
    expect(health).toMatchObject({ Recebidos: 1, Escritos: 0 });
    expect(health?.['Alarme']).toContain('Conexão pausada');
  });

  it('does not hold up the others', async () => {
    await hands.post('huggy', { time: 1, messages: {}, token: 'x' });
    expect(statuses()[1]).not.toBe('pausado');
  });

  it('writes it when it goes on', async () => {
    await ask('resumeConnection');
    await hands.settle();
    expect(ids()).toEqual(['1']);
    expect(statuses()[0]).toBe('escrito');
    const health = hands.rows('Saúde').find((row) => String(row['Plataforma']).includes('Evolvy'));
    expect(health).toMatchObject({ Recebidos: 1, Escritos: 1 });
  });
});

describe('Events that a person does not want', () => {
  const save = (off: readonly string[], conditions: readonly object[]): Promise<unknown> =>
    ask('saveEvents', JSON.stringify({ off, conditions }));

  it('make no rows while they are switched off, and can be written later from the journal', async () => {
    await save([String(sample['event'])], []);
    await hands.post('evolvy', conversation(2));
    expect(ids()).toEqual(['1']);
    expect(statuses().slice(-1)).toEqual(['filtrado']);
    await save([], []);
    valueOf(await askPanel(hands.twin, 'replay', 'connection', 'evolvy 0'));
    expect(ids()).toEqual(['1', '2']);
  });

  it('make none where a field holds something else; events without the field pass', async () => {
    await save([], [{ path: ['inbox_id'], values: [' 77 '] }]);
    await hands.post('evolvy', conversation(3, { inbox_id: 77 }));
    await hands.post('evolvy', conversation(4, { inbox_id: 78 }));
    await hands.post('evolvy', conversation(5, { inbox_id: undefined }));
    expect(ids()).toEqual(['1', '2', '3', '5']);
    await save([], []);
  });
});

describe('What columns of the user’s own hold of people', () => {
  const add = (title: string, key: string, personal: string): Promise<unknown> =>
    ask(
      'addOwnColumn',
      JSON.stringify({ path: key, tab: 'contacts', title, kind: 'text', personal }),
    );
  const contact = parseObject(JSON.stringify(readFixture('evolvy/v415_contact_created.json')));
  const person = (id: number) => ({
    ...contact,
    id,
    custom_attributes: { nota: `segredo ${id}`, plano: `plano ${id}` },
  });
  const rowOf = (title: string) =>
    hands.rows('Contatos').find((row) => String(row['Plano']) === title);

  it('is masked as free text, unless a person says that it is none of theirs', async () => {
    await add('Nota', 'custom_attributes.nota', 'text');
    await add('Plano', 'custom_attributes.plano', 'none');
    await hands.post('evolvy', person(901));
    expect(rowOf('plano 901')).toMatchObject({ Nota: 'segredo 901' });
    const full = Object.fromEntries(maskClasses.map((one) => [one, 'full']));
    await ask('saveMasks', JSON.stringify(full));
    await hands.post('evolvy', person(902));
    expect(rowOf('plano 902')).toBeDefined();
    expect(JSON.stringify([hands.rows('Contatos'), hands.rows('Diário')])).not.toContain(
      'segredo 902',
    );
  });

  it('is right for the self-check, which writes it again where somebody typed over it', async () => {
    const column = Object.keys(rowOf('plano 901') ?? {}).indexOf('Nota') + 1;
    const row = hands.rows('Contatos').findIndex((one) => one['Plano'] === 'plano 901') + 2;
    await hands.do('put', 'Contatos', row, column, 'outra coisa');
    for (let round = 0; round < 3; round += 1) await askPanel(hands.twin, 'checkTabs');
    expect(rowOf('plano 901')).toMatchObject({ Nota: 'segredo 901' });
  });
});
