import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseObject } from '../../src/events/decode-record';
import type { ChoicesPage } from '../../src/panel/choices/page';
import { askPanel, valueOf } from '../support/ask-panel';
import { readFixture } from '../support/fixtures';
import { startHands, type Hands } from '../support/hands';

const sample = parseObject(JSON.stringify(readFixture('evolvy/v415_conversation_created.json')));

/** A conversation of Evolvy with attributes of the company's own, so many seconds after its first event. */
const conversation = (attributes: object, { laterS = 0, id = 1, ...more }: Told = {}) => ({
  ...sample,
  id,
  updated_at: Number(sample['updated_at']) + laterS,
  custom_attributes: attributes,
  ...more,
});

interface Told {
  readonly laterS?: number;
  readonly id?: number;
  readonly [field: string]: unknown;
}

const form = (title: string, key: string, more: object = {}): string =>
  JSON.stringify({
    path: JSON.stringify(['custom_attributes', key]),
    tab: 'conversations',
    title,
    kind: 'text',
    personal: 'text',
    ...more,
  });

const isPage = (value: unknown): value is ChoicesPage =>
  typeof value === 'object' && value !== null && 'columns' in value;

function fail(): never {
  throw new Error('The page is none.');
}

describe('Columns of the user’s own', () => {
  let hands: Hands;
  const ask = async (action: string, ...args: readonly string[]): Promise<ChoicesPage> => {
    const value = valueOf(await askPanel(hands.twin, action, 'evolvy', ...args));
    return isPage(value) ? value : fail();
  };
  const rowOf = (id: number) =>
    hands.rows('Conversas').find((row) => row['Conversa'] === String(id));

  beforeAll(async () => {
    hands = await startHands();
    const first = { plano: 'ouro', valor: '1.234,56', vence: '31/12/2026', vip: 'sim' };
    await hands.post('evolvy', conversation(first));
  });
  afterAll(() => hands.stop());

  it('are chosen from the fields of the last events', async () => {
    const page = await ask('readChoices');
    expect(page.fields).toContainEqual({
      path: '["custom_attributes","plano"]',
      said: 'custom_attributes › plano',
      value: 'ouro',
    });
    const title = 'Conversa criada (conversation_created)';
    expect(page.events).toEqual([{ name: sample['event'], title, isOn: true }]);
  });

  it('fill from then on, each as what it is; what came before comes in by the journal', async () => {
    await ask('addOwnColumn', form('Plano', 'plano'));
    await ask('addOwnColumn', form('Valor', 'valor', { kind: 'number', personal: 'none' }));
    await ask('addOwnColumn', form('Vence em', 'vence', { kind: 'time' }));
    const page = await ask('addOwnColumn', form('VIP', 'vip', { kind: 'flag' }));
    expect(page.columns.map(({ title, kind }) => [title, kind])).toEqual([
      ['Plano', 'Texto'],
      ['Valor', 'Número'],
      ['Vence em', 'Data e hora'],
      ['VIP', 'Sim ou não'],
    ]);
    await hands.post('evolvy', conversation({ plano: '=1+1', valor: 12.5 }, { id: 2 }));
    expect(rowOf(2)).toMatchObject({ Plano: '=1+1', Valor: 12.5 });
    expect(hands.formulas('Conversas')).not.toContain('=1+1');
    expect(rowOf(1)).toMatchObject({ Plano: null });
    valueOf(await askPanel(hands.twin, 'replay', 'connection', 'evolvy 0'));
    expect(rowOf(1)).toMatchObject({ Plano: 'ouro', Valor: 1234.56, VIP: true });
    const shown = hands.shown('Conversas').find((row) => row['Conversa'] === '1');
    expect(shown).toMatchObject({ 'Vence em': '31/12/2026 - 00:00:00' });
  });

  it('merge like every other field: the newest wins, whatever comes first, however often', async () => {
    await hands.post('evolvy', conversation({ plano: 'prata' }, { laterS: 60 }));
    await hands.post('evolvy', conversation({ plano: 'bronze' }, { laterS: 30 }));
    await hands.post('evolvy', conversation({ plano: 'prata' }, { laterS: 60 }));
    expect(rowOf(1)).toMatchObject({ Plano: 'prata', Valor: 1234.56 });
    expect(hands.rows('Conversas')).toHaveLength(2);
  });

  it('stay what they are after a sort, another title, another place and another language', async () => {
    await hands.do('sortRows', 'Conversas', 'Conversa', false);
    await hands.do('renameHeader', 'Conversas', 'Plano', 'Pacote');
    await hands.do('moveColumnTo', 'Conversas', 'Pacote', 1);
    await hands.do('putSetting', 'language', 'es');
    await hands.post('evolvy', conversation({ plano: 'ferro' }, { laterS: 90 }));
    expect(rowOf(1)).toMatchObject({ Pacote: 'ferro', Valor: 1234.56 });
    expect(rowOf(2)).toMatchObject({ Pacote: '=1+1', Valor: 12.5 });
  });

  it('leave with their column when nobody fills them any more', async () => {
    const { columns } = await ask('readChoices');
    const [plan] = columns;
    await ask('dropOwnColumn', plan?.id ?? '');
    expect(Object.keys(rowOf(1) ?? {})).not.toContain('Pacote');
    await hands.post('evolvy', conversation({ plano: 'ouro', vip: 'não' }, { laterS: 120 }));
    expect(rowOf(1)).toMatchObject({ Valor: 1234.56, VIP: false });
  });
});
