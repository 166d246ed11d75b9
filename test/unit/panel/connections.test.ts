import { describe, expect, it } from '@jest/globals';
import { unlearnt } from '../../../src/alarms/rhythm';
import { parseObject } from '../../../src/events/decode-record';
import { readPanel, type PanelPage } from '../../../src/panel/sidebar/read-panel';
import { connectServices } from '../../../src/platform/connect';
import { saveApiAccess, saveApiToken } from '../../../src/settings/api-access';
import { savePolling } from '../../../src/settings/polling';
import { findVendor } from '../../../src/vendors/registry';
import { sheetInHand } from '../../support/by-hand';
import { startInProcess, type InProcess } from '../../support/in-process';
import { withPerson } from '../../support/person';
import { agentStatus } from '../../support/plantao';

const read = (desk: InProcess): PanelPage => withPerson(desk, {}, readPanel).result;
const cardOf = (desk: InProcess, vendor: string) =>
  read(desk).cards.find((card) => card.vendor === vendor);
/** As if something had come in every part of every hour for eight weeks. */
function learnFullWeek(connectionId: string): void {
  const sheet = sheetInHand('Saúde');
  const values = sheet.getRange(1, 1, sheet.getLastRow(), sheet.getMaxColumns()).getValues();
  const row = values.findIndex((cells) => cells.includes(connectionId));
  const column = values[row]?.findIndex((cell) => String(cell).includes('"rhythm"')) ?? -1;
  const state = { ...parseObject(String(values[row]?.[column])), rhythm: fullWeek };
  sheet.getRange(row + 1, column + 1).setValue(JSON.stringify(state));
}

const fullWeek = { ...unlearnt, week: '8zz00'.repeat(168) };

const labels = (desk: InProcess): readonly string[] => read(desk).cards.map((card) => card.account);

describe('Conexões', () => {
  it('a new one gets an id and a secret of its own; an unknown platform, a label that is there or none changes nothing', () => {
    const desk = startInProcess();
    const before = labels(desk);
    const refusedOnes = [
      ['huggy', ' '],
      ['huggy', 'EXEMPLO'],
      ['constructor', 'X'],
      ['huggy', 'Filial '.repeat(20)],
    ] as const;
    for (const [vendor, label] of refusedOnes)
      expect(desk.ask('addConnection', vendor, label)).toMatchObject({
        kind: 'refused',
        sentence: expect.stringMatching(/^\p{Lu}.+\.$/u),
      });
    expect(labels(desk)).toEqual(before);
    expect(desk.ask('addConnection', 'huggy', ' Filial ')).toMatchObject({
      kind: 'done',
      sentence: expect.stringContaining('Huggy · Filial'),
    });
    expect(labels(desk).toSorted()).toEqual([...before, 'Filial'].toSorted());
  });

  it('while a secret is changed both are known; then only the new one', () => {
    const desk = startInProcess();
    desk.ask('changeSecret', 'huggy');
    expect(cardOf(desk, 'huggy')?.hasOldSecret).toBe(true);
    expect(desk.post('huggy', { a: 1 })).toBe('OK');
    desk.ask('dropOldSecrets', 'huggy');
    expect(cardOf(desk, 'huggy')?.hasOldSecret).toBe(false);
    desk.nowMs += 60_000;
    expect(desk.post('huggy', { a: 1 })).toContain('segredo');
  });

  it('a renamed one names new rows; the old ones stay as they were', () => {
    const desk = startInProcess();
    desk.post('huggy', agentStatus());
    expect(desk.ask('renameConnection', 'huggy', 'Matriz').kind).toBe('done');
    desk.post('huggy', agentStatus({ time: 1659382999, agents: [{ id: 2, name: 'Bia' }] }));
    expect(desk.rows('Agora').map((row) => row['Conta'])).toEqual(
      expect.arrayContaining(['Exemplo', 'Matriz']),
    );
    expect(desk.ask('renameConnection', 'nobody', 'X').kind).toBe('refused');
  });

  it('removed, its rows stay, its secret dies, and nothing of it is left in the properties', () => {
    const desk = startInProcess();
    desk.post('huggy', agentStatus());
    desk.ask('keepWeniToken', 'a-token-of-weni');
    desk.execute(() => {
      const { properties } = connectServices();
      saveApiAccess(properties, 'huggy', { baseUrl: '', accountId: '7' });
      saveApiToken(properties, 'huggy', 'a-token-of-huggy');
      savePolling(properties, 'huggy', { isOn: true, everyMinutes: 5, edition: 1 });
    });
    expect(desk.ask('dropConnection', 'huggy')).toMatchObject({
      kind: 'done',
      sentence: expect.stringContaining('Huggy · Exemplo'),
    });
    desk.nowMs += 60_000;
    expect(desk.post('huggy', agentStatus())).toContain('segredo');
    expect(desk.rows('Agora')).toHaveLength(1);
    expect(Object.keys(desk.properties()).filter((key) => key.endsWith('.huggy'))).toEqual([]);
    expect(cardOf(desk, 'huggy')).toBeUndefined();
    expect(desk.ask('dropConnection', 'huggy').kind).toBe('refused');
  });
});

describe('a token that somebody pastes', () => {
  it('is told apart from none', () => {
    const desk = startInProcess();
    const sentenceOf = (token: string): string =>
      desk.ask('registerWebhooks', 'plug', token, '').sentence;
    expect(sentenceOf('')).toMatch(/^Escreva o token/);
    expect(sentenceOf('dois tokens')).toMatch(/^Isto não é um token/);
  });
});

describe('how a connection stands', () => {
  it('paused by itself says so, beside those that go on', () => {
    const desk = startInProcess();
    desk.ask('pauseConnection', 'huggy');
    expect(cardOf(desk, 'huggy')).toMatchObject({ standing: 'paused', isPaused: true });
    expect(cardOf(desk, 'treble')).toMatchObject({ standing: 'waiting', isPaused: false });
    desk.ask('resumeConnection', 'huggy');
    expect(cardOf(desk, 'huggy')).toMatchObject({ standing: 'waiting', isPaused: false });
  });

  it('the number on Falhas is that of its causes, not of their events', () => {
    const desk = startInProcess();
    expect(read(desk).waiting).toBe(0);
    for (const nested of [1, 2, 3])
      desk.post('huggy', agentStatus({ agents: [{ id: { nested } }] }));
    desk.sweep();
    expect(read(desk).waiting).toBe(1);
  });

  it('waits, was checked, has its first event, receives: times are the team’s', () => {
    const desk = startInProcess();
    expect(cardOf(desk, 'huggy')).toMatchObject({ standing: 'waiting', said: 'Aguardando' });
    desk.post('huggy', { token: 'da-huggy', validToken: true });
    expect(cardOf(desk, 'huggy')).toMatchObject({
      standing: 'verified',
      verifiedAt: '09:00',
      detail: 'Huggy conferiu o endereço: 09:00. Falta o primeiro evento.',
    });
    desk.nowMs = Date.UTC(2026, 9, 1, 14, 5);
    desk.post('huggy', agentStatus({ token: 'da-huggy' }));
    expect(cardOf(desk, 'huggy')).toMatchObject({
      standing: 'first',
      said: 'Primeiro evento 11:05',
      today: 1,
    });
    desk.sweep(24 * 60);
    expect(cardOf(desk, 'huggy')).toMatchObject({
      standing: 'receiving',
      firstAt: 'ontem, 11:05',
      lastAt: 'ontem, 11:05',
      today: 0,
    });
  });

  it('shows what came in each of the last twelve hours, test events apart', () => {
    const desk = startInProcess();
    const hours = () => cardOf(desk, 'huggy')?.hours;
    const blank = Array.from({ length: 9 }, () => 0);
    expect(hours()).toEqual([...blank, 0, 0, 0]);
    desk.post('huggy', agentStatus());
    desk.sweep(120);
    desk.post('huggy', agentStatus({ token: 'a' }));
    desk.post('huggy', agentStatus({ token: 'b' }));
    desk.sweep(1);
    expect(hours()).toEqual([...blank, 1, 0, 2]);
    desk.sweep(24 * 60);
    desk.post('huggy', agentStatus({ token: 'c' }));
    desk.sweep(1);
    expect(hours()).toEqual([...blank, 0, 0, 1]);
  });

  it('counts the events of today, however many', () => {
    const desk = startInProcess();
    for (let count = 1; count <= 405; count += 1)
      desk.post('huggy', agentStatus({ token: String(count) }));
    desk.sweep(1);
    expect(cardOf(desk, 'huggy')?.today).toBe(405);
  });

  it('remembers its first event after the journal has forgotten it', () => {
    const desk = startInProcess();
    desk.post('huggy', agentStatus());
    expect(cardOf(desk, 'huggy')?.firstAt).toBe('09:00');
    desk.sweep(1);
    desk.execute(() => void sheetInHand('Diário').deleteRows(2, 1));
    expect(cardOf(desk, 'huggy')?.firstAt).toBe('09:00');
  });

  it('with failures counts more than anything but a pause, and says how many', () => {
    const desk = startInProcess();
    desk.post('huggy', agentStatus({ agents: [{ id: { nested: true } }] }));
    desk.sweep(1);
    expect(cardOf(desk, 'huggy')).toMatchObject({
      standing: 'failing',
      detail: 'Um evento não entrou.',
    });
    desk.pause(true);
    expect(cardOf(desk, 'huggy')).toMatchObject({ standing: 'paused', said: 'Pausada' });
  });

  it('is silent against its own rhythm, by the rule of the alarms', () => {
    const desk = startInProcess();
    desk.post('huggy', agentStatus());
    desk.sweep(1);
    desk.nowMs += 2 * 60 * 60_000;
    expect(cardOf(desk, 'huggy')?.standing).toBe('first');
    desk.execute(() => learnFullWeek('huggy'));
    expect(cardOf(desk, 'huggy')).toMatchObject({
      standing: 'silent',
      said: 'Silenciosa há 2 h',
      detail: 'Costuma chegar um a cada 5 min.',
    });
    desk.post('huggy', agentStatus({ time: 1_790_856_000 }));
    expect(cardOf(desk, 'huggy')?.standing).toBe('first');
  });

  it('test events are no events', () => {
    const desk = startInProcess();
    const [first] = findVendor('huggy').testEvents({
      nowMs: desk.nowMs,
      token: null,
      name: 'Teste',
    });
    desk.post('huggy', first?.body ?? {}, 'k=huggy.exemplo-local&w=main&t=1');
    expect(cardOf(desk, 'huggy')).toMatchObject({ standing: 'waiting', lastAt: '' });
  });
});
