import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startHands, twice, type Hands } from '../support/hands';
import { onlineAgents } from '../support/online-agents';

const minuteMs = 60_000;
const startMs = 1_772_450_000_000;

describe('P6 A tab whose rows cannot be told apart any more', () => {
  let hands: Hands;
  let keys: unknown;
  beforeEach(async () => {
    hands = await startHands();
    await hands.post('huggy', onlineAgents([1, 2, 3], startMs));
    keys = await hands.do('copyBlock', 'Agora', 'Chave');
    await hands.do('deleteColumn', 'Agora', 'Chave');
    await hands.post('huggy', onlineAgents([1, 4], startMs + minuteMs));
    await hands.settle();
  });
  afterEach(() => hands.stop());

  const names = (tab: string) => hands.rows(tab).map((row) => row['Agente']);

  it('gets no row, while the other tabs go on', () => {
    expect(names('Agora')).toEqual(['Agente 1', 'Agente 2', 'Agente 3']);
    expect(names('Status dos agentes')).toHaveLength(5);
  });

  it('is told in Falhas and Saúde, with what to do', () => {
    const [failure] = hands.rows('Falhas');
    expect(failure).toMatchObject({ Plataforma: 'Huggy', Situação: 'Tentando de novo' });
    expect(String(failure?.['Causa'])).toContain('Agora');
    expect(String(failure?.['O que fazer'])).toContain('Ctrl+Z');
    const huggy = hands.rows('Saúde').find((row) => row['Plataforma'] === 'Huggy');
    expect(String(huggy?.['Alarme'])).toContain('colunas ocultas');
  });

  it('gets what was kept once the user has put the column back', async () => {
    await hands.do('insertBefore', 'Agora', 'Nº', '');
    const column = hands.twin.workbook.sheets.find(({ title }) => title === 'Agora');
    const place = Array.from({ length: column?.maxColumns ?? 0 }, (_unused, at) => at + 1).find(
      (at) => column?.cell(1, at + 1)?.value === 'Nº',
    );
    await hands.do('pasteBlock', 'Agora', place, keys);
    hands.wait(11 * minuteMs);
    await hands.settle();
    expect(names('Agora')).toEqual(['Agente 1', 'Agente 2', 'Agente 3', 'Agente 4']);
    expect(twice(hands.keys('agentsNow'))).toEqual([]);
    expect(hands.rows('Falhas')[0]).toMatchObject({ Situação: 'Resolvida' });
    const huggy = hands.rows('Saúde').find((row) => row['Plataforma'] === 'Huggy');
    expect(huggy?.['Alarme']).toBeNull();
  });

  it('is made again when the user deletes it, and gets what was kept', async () => {
    await hands.do('deleteTab', 'Agora');
    hands.wait(11 * minuteMs);
    await hands.settle();
    expect(names('Agora')).toEqual(['Agente 1', 'Agente 4']);
    expect(hands.rows('Falhas')[0]).toMatchObject({ Situação: 'Resolvida' });
  });
});

describe('P6 Saúde or Falhas without their keys', () => {
  it.each(['Saúde', 'Falhas'])('%s is left to the user, and a new one is made', async (title) => {
    const hands = await startHands();
    await hands.post('huggy', 'isto não é JSON');
    await hands.settle();
    await hands.do('deleteColumn', title, 'Chave');
    await hands.post('huggy', 'nem isto');
    await hands.settle();
    const titles = hands.twin.workbook.sheets.map((sheet) => sheet.title);
    expect(titles).toContain(`${title} (Plantão)`);
    expect(hands.rows(`${title} (Plantão)`).length).toBeGreaterThan(0);
    await hands.stop();
  });
});
