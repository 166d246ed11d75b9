import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askPanel, valueOf } from '../support/ask-panel';
import { startHands, type Hands } from '../support/hands';
import { agentStatus } from '../support/plantao';

const minuteMs = 60_000;

/** A name that was typed by mistake and taken back within a minute: no sweep has seen it, an event has. */
describe('What rows are rendered with, changed and changed back', () => {
  let hands: Hands;
  const name = async (text: string): Promise<void> => {
    const typed = { 'names.huggy': [{ code: '-1', name: text }] };
    valueOf(await askPanel(hands.twin, 'saveSettings', 'names', JSON.stringify(typed)));
  };
  const sweepAll = async (): Promise<void> => {
    for (let register = 0; register < 8; register += 1) {
      hands.wait(minuteMs);
      await hands.twin.run('sweep_', [], 'trigger');
    }
  };
  const situations = () => hands.rows('Agora').map((row) => row['Situação']);

  beforeAll(async () => {
    hands = await startHands();
    await hands.post('huggy', agentStatus());
    await name('');
    await sweepAll();
  });
  afterAll(() => hands.stop());

  it('stays in no row', async () => {
    await name('Almoço');
    await hands.post('huggy', agentStatus({ agents: [{ id: 77, name: 'Agente Novo' }] }));
    expect(situations()).toEqual(['Em pausa', 'Almoço']);
    await name('');
    await sweepAll();
    expect(situations()).toEqual(['Em pausa', 'Em pausa']);
  });

  it('reaches the rows of a tab whose header was cleared', async () => {
    await hands.do('clearRow', 'Agora', 1);
    await name('Almoço');
    await sweepAll();
    expect(situations()).toEqual(['Almoço', 'Almoço']);
  });
});
