import { describe, expect, it } from '@jest/globals';
import { sampleConnections } from '../../../src/cli/sample';
import { connectServices } from '../../../src/platform/connect';
import { changeSettings } from '../../../src/panel/change';
import { saveConnection } from '../../../src/settings/config';
import { startInProcess, type InProcess } from '../../support/in-process';
import { agentStatus, sampleSecret } from '../../support/plantao';

/** Ana on two accounts of Huggy, Bruno on one. */
function openTeam(): InProcess {
  const desk = startInProcess();
  const first = sampleConnections.find(({ vendor }) => vendor === 'huggy');
  if (first === undefined) throw new Error('The sample has no Huggy.');
  desk.execute(() =>
    saveConnection(connectServices().properties, { ...first, id: 'huggy2', account: 'Filial' }),
  );
  const agents = [
    ['huggy', 1, 'Ana Souza', 'ana@example.com', false],
    ['huggy2', 7, 'Ana S.', 'Ana@example.com', true],
    ['huggy', 2, 'Bruno', 'bruno@example.com', false],
  ] as const;
  for (const [connection, id, name, email, isAvailable] of agents) {
    const event = agentStatus({
      time: Math.floor(desk.nowMs / 1000),
      agents: [{ id, name, email, isOnline: true, isAvailable }],
    });
    desk.post('huggy', event, `k=${connection}.${sampleSecret}&w=main`);
  }
  desk.sweep(2);
  return desk;
}

/** Names and situations of the dashboard's list. */
function listedOn(desk: InProcess): readonly (readonly unknown[])[] {
  return desk.execute(() => {
    const { workbook } = connectServices();
    const sheet = workbook.sheets().find((one) => one.title() === 'Painel');
    if (sheet === undefined) throw new Error('There is no dashboard.');
    const area = { row: 12, column: 2, rows: 12, columns: 5 };
    return sheet
      .read(area)
      .map((row) => [row[0], row[3]])
      .filter(([name]) => name !== '');
  });
}

describe('people on the board', () => {
  it('an agent with the same e-mail on two accounts is one person, who does what they do most', () => {
    expect(listedOn(openTeam())).toEqual([
      ['Ana Souza', ' Disponível'],
      ['Bruno', ' Em pausa'],
    ]);
  });

  it('the user says otherwise', () => {
    const desk = openTeam();
    desk.execute(() => {
      changeSettings(connectServices(), (current) => ({
        ...current,
        people: { 'huggy2|7': 'Ana da Filial' },
      }));
    });
    desk.sweep(2);
    expect(listedOn(desk).map(([name]) => name)).toEqual(['Ana da Filial', 'Ana Souza', 'Bruno']);
  });
});
