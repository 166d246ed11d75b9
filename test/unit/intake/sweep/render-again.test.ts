import { beforeEach, describe, expect, it } from '@jest/globals';
import { saveSettings, type Settings } from '../../../../src/settings/config';
import { reloadConfig } from '../../../../src/settings/config-cache';
import { connectServices } from '../../../../src/platform/connect';
import { readFixture } from '../../../support/fixtures';
import { startInProcess, type InProcess } from '../../../support/in-process';
import { agentStatus } from '../../../support/plantao';

describe('When words change, rows are rendered again', () => {
  let desk: InProcess;
  beforeEach(() => {
    desk = startInProcess();
    desk.post('huggy', agentStatus());
    desk.post('evolvy', readFixture('evolvy/v415_conversation_updated_status_resolved.json'));
    desk.post(
      'plug',
      readFixture('plug/zapi-received-sticker.json'),
      'k=plug.exemplo-local&w=receiveMessage',
    );
    for (let run = 0; run < 8; run += 1) desk.sweep();
  });

  const change = (news: Partial<Settings>): void => {
    desk.execute(() => {
      const services = connectServices();
      saveSettings(services.properties, { ...reloadConfig(services).settings, ...news });
    });
    for (let run = 0; run < 8; run += 1) desk.sweep();
  };
  const cells = (tab: string, column: string): readonly unknown[] =>
    desk.rows(tab).map((row) => row[column]);

  it('in the language that was chosen, derived rows too', () => {
    expect(cells('Mensagens', 'Texto')).toEqual(['[Figurinha]']);
    change({ language: 'en' });
    expect(cells('Mensagens', 'Texto')).toEqual(['[Sticker]']);
    expect(cells('Mensagens', 'Direção')).toEqual(['Incoming']);
    expect(cells('Conversas', 'Status')).toEqual(['Resolved']);
    expect(cells('Atendimentos', 'Status')).toEqual(['Finished']);
    expect(cells('Agora', 'Situação')).toEqual(['Paused']);
    change({ language: 'pt' });
    expect(cells('Mensagens', 'Texto')).toEqual(['[Figurinha]']);
  });

  it('with the name that a person gave to a status', () => {
    change({ statusNames: { huggy: { '-1': 'Almoço' } } });
    expect(cells('Agora', 'Situação')).toEqual(['Almoço']);
  });

  it('and nothing else changes: no row more, none less, no state', () => {
    const before = desk.rows('Mensagens').map((row) => [row['Chave'], row['Estado']]);
    change({ language: 'es' });
    expect(desk.rows('Mensagens').map((row) => [row['Chave'], row['Estado']])).toEqual(before);
  });

  it('not while writing is paused', () => {
    change({ language: 'en', isPaused: true });
    expect(cells('Mensagens', 'Texto')).toEqual(['[Figurinha]']);
    change({ isPaused: false });
    expect(cells('Mensagens', 'Texto')).toEqual(['[Sticker]']);
  });
});
