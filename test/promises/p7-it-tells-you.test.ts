import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askPanel, valueOf } from '../support/ask-panel';
import { fieldOf } from '../support/field-of';
import { agentStatus, startPlantao, type Plantao, type Row } from '../support/plantao';

const token = '888c48839995c333939a80f0000dd354';

describe('P7 It tells you', () => {
  let plantao: Plantao;
  const health = (): Row | undefined =>
    plantao.rows('Saúde').find((row) => row['Plataforma'] === 'Huggy');
  const ask = async (action: string, ...args: readonly string[]): Promise<unknown> =>
    valueOf(await askPanel(plantao.twin, action, ...args));
  beforeAll(async () => {
    plantao = await startPlantao();
    await plantao.post('huggy', agentStatus());
    await plantao.post('huggy', agentStatus());
    await plantao.post('huggy', {
      time: 1_700_000_000,
      messages: { brandNewEvent: [{ id: 1 }] },
      token,
    });
    await plantao.post('huggy', agentStatus({ agents: [{ id: { nested: true } }] }));
    await plantao.post('huggy', agentStatus(), { query: 'k=huggy.errado&w=main' });
    await plantao.post('huggy', 'not json');
    await plantao.settle();
  });
  afterAll(() => plantao.twin.stop());

  it('counts received, written, repeated, refused and unknown in Saúde, with what needs attention', () => {
    expect(health()).toMatchObject({
      Recebidos: 5,
      Escritos: 1,
      Repetidos: 1,
      Recusados: 1,
      Desconhecidos: 1,
      'Na fila': 0,
      'Em risco': 2,
    });
    expect(health()?.['Alarme']).toContain('Falhas');
  });

  it('counts once, however often the sweep runs', async () => {
    await plantao.settle();
    expect(health()).toMatchObject({ Recebidos: 5, Escritos: 1 });
  });

  it('groups failures by cause, with a sentence that says what to do', () => {
    const [first, second] = plantao.rows('Falhas');
    expect(first).toMatchObject({
      Plataforma: 'Huggy',
      Evento: 'agentChangedStatus',
      Quantidade: 1,
      Situação: 'Espera por você',
    });
    expect(first?.['Causa']).toContain('messages.agentChangedStatus[0].id');
    expect(first?.['O que fazer']).toContain('Reprocessar');
    expect(second?.['Causa']).toContain('JSON');
  });

  it('shows the rows that a replay would touch, and touches none', async () => {
    const causes = fieldOf(await ask('readFailures'), 'causes');
    expect(causes).toHaveLength(2);
    const dryRun = await ask('previewReplay', 'cause', String(fieldOf(causes, 1, 'key')));
    expect(dryRun).toMatchObject({ taken: 1, failing: 1, added: 0, changed: 0, tabs: [] });
    const everything = plantao.rows('Agora').map((row) => row['Estado']);
    await ask('replay', 'all', '0');
    await ask('replay', 'all', '0');
    expect(plantao.rows('Agora').map((row) => row['Estado'])).toEqual(everything);
    expect(plantao.rows('Status dos agentes')).toHaveLength(1);
  });

  it('shows what replaying one request would touch, and replays it', async () => {
    const id = String(plantao.rows('Diário')[0]?.['Pedido']);
    // The rows know everything already.
    const planned = await ask('previewReplay', 'request', id);
    expect(planned).toMatchObject({ taken: 1, failing: 0, added: 0, changed: 0, same: 2 });
    expect(await ask('replay', 'request', id)).toMatchObject({
      taken: 1,
      failing: 0,
    });
    expect(plantao.rows('Status dos agentes')).toHaveLength(1);
  });

  it('replaying what still fails changes neither count nor rows', async () => {
    const causes = fieldOf(await ask('readFailures'), 'causes');
    expect(await ask('replay', 'cause', String(fieldOf(causes, 1, 'key')))).toMatchObject({
      taken: 1,
      failing: 1,
    });
    expect(plantao.rows('Falhas')[0]).toMatchObject({ Quantidade: 1 });
  });
});
