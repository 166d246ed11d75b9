import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askPanel, valueOf } from '../support/ask-panel';
import { dataTabTitles } from '../support/data-tabs';
import { fieldOf } from '../support/field-of';
import { listFixtures, readFixture } from '../support/fixtures';
import { startPlantao, type Plantao } from '../support/plantao';

const vendors = ['huggy', 'evolvy', 'plug', 'treble', 'weni', 'generic'];
const token = 'um-token-so';

/** Bodies that are no webhooks, or are meant to fail. */
const notWritten =
  /validation|_expected|typing|presence|webwidget|inbox_updated|last_activity_noise|callback|called_log|alteracao|PROFILE|user-id-update|username-update/i;

/** The journal's words for a request whose rows stand. */
const fine = new Set(['escrito', 'repetido']);

describe('Every body of every vendor, posted to the built app', () => {
  let plantao: Plantao;
  beforeAll(async () => {
    plantao = await startPlantao();
  });
  afterAll(() => plantao.twin.stop());

  describe.each(vendors)('%s', (vendor) => {
    it.each(listFixtures(vendor).filter((name) => !notWritten.test(name)))('%s', async (name) => {
      const body = readFixture(`${vendor}/${name}`);
      const sent = vendor === 'huggy' ? Object.assign({}, body, { token }) : body;
      const answer = await plantao.post(vendor, sent);
      const line = plantao.rows('Diário').at(-1);
      expect(answer.kind).not.toBe('error');
      expect({ status: fine.has(String(line?.['Situação'])), error: line?.['Erro'] }).toEqual({
        status: true,
        error: null,
      });
    });
  });

  it('fills every data tab', () => {
    expect(dataTabTitles.filter((title) => plantao.rows(title).length === 0)).toEqual([]);
  });

  it("renders Evolvy's attendances from the conversations", () => {
    const own = plantao
      .shown('Atendimentos')
      .filter((row) => row['Plataforma'] === 'Nexloo (Evolvy)');
    expect(own.map((row) => row['Atendimento'])).toContain('1542#1');
    expect(own.find((row) => row['Atendimento'] === '1542#1')).toMatchObject({
      Status: 'Finalizado',
      Cliente: 'Maria de Fátima',
    });
  });

  it('puts no personal data into the logs', () => {
    const lines = plantao.twin
      .executions()
      .flatMap((execution) => execution.log.map(({ text }) => text));
    expect(lines).toEqual([]);
  });

  it('answers each vendor as it needs: text, a JSON object, or a page without redirect', async () => {
    const kinds = await Promise.all(
      vendors.map(async (vendor) => (await plantao.post(vendor, { token })).kind),
    );
    expect(kinds).toEqual(['text', 'html', 'html', 'text', 'html', 'html']);
    const treble = await plantao.post('treble', {});
    expect(JSON.parse(String(fieldOf(treble, 'text')))).toEqual({ user_session_keys: [] });
  });

  it('keeps every ready URL under 255 characters, also with a long address of a domain', async () => {
    const connections = JSON.stringify(valueOf(await askPanel(plantao.twin, 'readPanel')));
    const longest = [...connections.matchAll(/"url":"[^?]*(\?[^"]*)"/g)].map(
      ([, query = '']) => query.length,
    );
    const address = `https://script.google.com/a/macros/${'d'.repeat(40)}.com.br/s/${'A'.repeat(72)}/exec`;
    expect(Math.max(...longest) - 'exemplo-local'.length + 32 + address.length).toBeLessThan(255);
  });
});
