import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askPanel } from '../../support/ask-panel';
import { startWithOneMessage, type PlantaoWithChatwoot } from '../../support/plantao-with-chatwoot';
import { ask, begin } from '../../support/strict-chatwoot/acts';

describe('the page that fetches what was missed', () => {
  let desk: PlantaoWithChatwoot;
  beforeAll(async () => {
    desk = await startWithOneMessage();
  });
  afterAll(() => desk.stop());

  const press = (action: string, ...args: readonly string[]) =>
    askPanel(desk.plantao.twin, action, 'evolvy', ...args);

  it('says about how many calls it would make, and makes none', async () => {
    const { sentence } = await press('countMissed', '7');
    expect(sentence).toContain('conhece 0 conversas desse período: seriam cerca de 5 chamadas');
    expect(desk.server.calls).toEqual([]);
  });

  it('fetches at once and says what was missing', async () => {
    const { kind, sentence } = await press('fetchMissed', '7');
    expect(kind).toBe('done');
    expect(sentence).toMatch(/\d+ encontrados, [1-9]\d* faltavam/);
    await desk.minutes();
    expect(desk.plantao.shown('Mensagens')).toHaveLength(1);
    expect(desk.plantao.shown('Conversas')).toHaveLength(1);
  });

  it('what was fetched is no sign that the platform still sends', () => {
    const row = desk.plantao
      .shown('Saúde')
      .find((one) => one['Plataforma'] === 'Nexloo (Evolvy)' && one['Conta'] === 'Exemplo');
    expect(row).toMatchObject({ Recebidos: '1', 'Último evento': '' });
  });

  it('searches every night once that is switched on', async () => {
    await press('keepMissed', 'yes', '', '');
    const { doneMs } = desk.state();
    const { clock } = desk.plantao.twin;
    const one = begin(desk.account, clock.now(), 'João Alves');
    ask(one, 'Oi', clock.now() + 1000);
    desk.nextNight();
    await desk.untilDone();
    expect(desk.state().doneMs).toBeGreaterThan(doneMs);
    await desk.minutes();
    expect(desk.plantao.shown('Mensagens')).toHaveLength(2);
  });

  it('takes neither days that it does not offer nor a connection without access', async () => {
    expect((await press('fetchMissed', '31')).kind).toBe('refused');
    const { twin } = desk.plantao;
    expect((await askPanel(twin, 'fetchMissed', 'huggy', '7')).sentence).toContain(
      'Falta o acesso',
    );
  });
});
