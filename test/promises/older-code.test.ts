import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askPanel } from '../support/ask-panel';
import { startHands, type Hands } from '../support/hands';
import { agentStatus } from '../support/plantao';

const minuteMs = 60_000;

/** The user pasted an older file over a newer one, or an old deployment still answers. */
describe('Code that is older than what is stored', () => {
  let hands: Hands;
  let before: readonly unknown[];
  const settings = (): unknown =>
    new Map(hands.twin.services.properties.entries('script')).get('settings');
  const agents = () => hands.rows('Agora').map((row) => [row['Agente'], row['Estado']]);
  const situations = () => hands.rows('Diário').map((row) => row['Situação']);
  const sweep = async (): Promise<void> => {
    hands.wait(16 * minuteMs);
    await hands.twin.run('sweep_', [], 'trigger');
  };

  beforeAll(async () => {
    hands = await startHands();
    await hands.post('huggy', agentStatus());
    await hands.settle();
    before = agents();
    await hands.do('putSetting', 'schema', 99);
  });
  afterAll(() => hands.stop());

  it('journals what comes, and writes nothing else', async () => {
    await hands.post('huggy', agentStatus({ agents: [{ id: 77, name: 'Agente Novo' }] }));
    expect(situations()).toEqual(['escrito', 'recebido']);
    const saude = hands.rows('Saúde');
    await sweep();
    expect(situations()).toEqual(['escrito', 'recebido']);
    expect(agents()).toEqual(before);
    expect(hands.rows('Saúde')).toEqual(saude);
  });

  it('changes no setting, and says what to do', async () => {
    const stored = settings();
    const outcome = await askPanel(hands.twin, 'changeSecret', 'huggy');
    expect(outcome).toMatchObject({ kind: 'refused' });
    expect(JSON.stringify(outcome)).toContain('versão mais nova');
    expect(settings()).toEqual(stored);
  });

  it('leaves everything to the newer code, which writes what waited', async () => {
    await hands.do('putSetting', 'schema', 1);
    await sweep();
    await hands.settle();
    expect(situations()).toEqual(['escrito', 'escrito']);
    expect(agents()).toHaveLength(before.length + 1);
  });

  it('makes a journal that was deleted, and no other tab', async () => {
    await hands.do('putSetting', 'schema', 99);
    await hands.do('deleteTab', 'Modelos');
    await hands.do('deleteTab', 'Diário');
    await hands.post('huggy', agentStatus({ agents: [{ id: 78, name: 'Agente Novo' }] }));
    await sweep();
    expect(situations()).toEqual(['recebido']);
    expect(hands.twin.workbook.sheets.map(({ title }) => title)).not.toContain('Modelos');
    expect(settings()).toContain('"schema":99');
  });
});
