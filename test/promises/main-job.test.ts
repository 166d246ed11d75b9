import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agentStatus, startPlantao, type Plantao } from '../support/plantao';
import { askPanel, valueOf } from '../support/ask-panel';
import { fieldOf } from '../support/field-of';
import { readFixture } from '../support/fixtures';

describe("The main job: Huggy's documented example on the deployed bundle", () => {
  let plantao: Plantao;
  beforeAll(async () => {
    plantao = await startPlantao();
  });
  afterAll(() => plantao.twin.stop());

  it('answers the handshake with the bare token as text', async () => {
    const answer = await plantao.post('huggy', readFixture('huggy/validation.json'));
    expect(answer).toMatchObject({ kind: 'text', text: '380c4e7399999999999999999999d354' });
  });

  it('gives no token back without the secret', async () => {
    const answer = await plantao.post('huggy', readFixture('huggy/validation.json'), {
      query: 'w=main',
    });
    expect(JSON.stringify(answer)).not.toContain('380c4e73');
  });

  it('writes the documented row: name, two real booleans, the time in GMT-3', async () => {
    await plantao.post('huggy', readFixture('huggy/agentChangedStatus.json'));
    const [shown] = plantao.shown('Status dos agentes');
    const [row] = plantao.rows('Status dos agentes');
    expect(shown).toMatchObject({
      Agente: 'João Alves',
      'Data e hora': '01/08/2022 - 16:36:21',
      Situação: 'Em pausa',
    });
    expect(row).toMatchObject({
      Online: true,
      Disponível: false,
      Plataforma: 'Huggy',
      Conta: 'Exemplo',
    });
    expect(Object.keys(row ?? {}).slice(0, 4)).toEqual([
      'Agente',
      'Online',
      'Disponível',
      'Data e hora',
    ]);
  });

  it('shows the agent on the board, since when, and for how long', () => {
    const [shown] = plantao.shown('Agora');
    expect(shown).toMatchObject({
      Agente: 'João Alves',
      Situação: 'Em pausa',
      Desde: '01/08/2022 - 16:36:21',
    });
    expect(shown?.['Há']).toMatch(/^\d+:\d\d:\d\d$/);
  });

  it('takes several agents and several events in one request', async () => {
    const body = agentStatus({
      time: 1659382600,
      agents: [
        { id: 1, name: 'Agente 1' },
        { id: 2, name: 'Agente 2' },
      ],
    });
    const messages = Object.assign({}, body['messages'], { someNewEvent: [{ id: 5 }] });
    await plantao.post('huggy', { ...body, messages });
    expect(plantao.rows('Agora').map((row) => row['Agente'])).toEqual([
      'João Alves',
      'Agente 1',
      'Agente 2',
    ]);
    expect(plantao.rows('Diário').at(-1)).toMatchObject({ Situação: 'não tratado' });
  });

  it('reads JSON under any content type or none', async () => {
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=utf-8',
      null,
    ];
    for (const [index, contentType] of types.entries()) {
      const body = agentStatus({
        time: 1659383000 + index,
        agents: [{ id: 100 + index, name: `Tipo ${index}` }],
      });
      await plantao.post('huggy', body, { contentType });
    }
    const names = plantao.rows('Agora').map((row) => row['Agente']);
    expect(names).toEqual(expect.arrayContaining(['Tipo 0', 'Tipo 1', 'Tipo 2', 'Tipo 3']));
  });
});

describe("The time is GMT-3 whatever the spreadsheet's own zone is", () => {
  it.each(['America/Sao_Paulo', 'Europe/Berlin', 'Asia/Tokyo', 'GMT'])('%s', async (timeZone) => {
    const plantao = await startPlantao({ timeZone });
    await plantao.post('huggy', agentStatus());
    expect(plantao.shown('Status dos agentes')[0]).toMatchObject({
      'Data e hora': '01/08/2022 - 16:36:21',
    });
    expect(plantao.shown('Agora')[0]?.['Há']).toMatch(/^3\d{4}:\d\d:\d\d$/);
    await plantao.twin.stop();
  });
});

describe("Huggy's token", () => {
  it('pins the first one that comes, holds another until it is accepted, then writes what was held', async () => {
    const plantao = await startPlantao();
    await plantao.post('huggy', agentStatus());
    await plantao.post(
      'huggy',
      agentStatus({ token: 'another', agents: [{ id: 7, name: 'Bia' }] }),
    );
    expect(plantao.rows('Agora')).toHaveLength(1);
    expect(plantao.rows('Diário').at(-1)).toMatchObject({ Situação: 'retido' });
    await plantao.settle();
    expect(plantao.rows('Falhas')[0]).toMatchObject({
      Plataforma: 'Huggy',
      Quantidade: 1,
      Situação: 'Espera por você',
    });
    const tokens = fieldOf(valueOf(await askPanel(plantao.twin, 'readFailures')), 'tokens');
    expect(tokens).toEqual([expect.objectContaining({ ending: 'ther', count: 1 })]);
    const digest = String(fieldOf(tokens, 0, 'digest'));
    valueOf(await askPanel(plantao.twin, 'acceptToken', 'huggy', digest));
    expect(plantao.rows('Agora').map((row) => row['Agente'])).toEqual(['João Alves', 'Bia']);
    expect(plantao.rows('Falhas')[0]).toMatchObject({ Situação: 'Resolvida' });
    await plantao.twin.stop();
  });
});
