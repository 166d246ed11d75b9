import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { askPanel, valueOf } from '../support/ask-panel';
import { agentStatus, usePlantao } from '../support/plantao';

const paste = fileURLToPath(new URL('../../dist-paste/Código.gs', import.meta.url));
const execUrl = `https://script.google.com/macros/s/${'AKfycb'.padEnd(60, 'x')}/exec`;

/** What Google gives a new script project. */
const freshManifest = {
  timeZone: 'America/New_York',
  dependencies: {},
  exceptionLogging: 'STACKDRIVER',
  runtimeVersion: 'V8',
};

/** The owner at the keyboard: confirms, pastes the address, closes what is shown. */
function answerAs(twin: Twin, pasted: string): readonly string[] {
  const shown: string[] = [];
  twin.session.onEvent((event) => {
    shown.push(JSON.stringify(event));
    if (event.type === 'alert')
      twin.session.answer(event.id, {
        button: event.buttons === 'YES_NO' ? 'YES' : 'OK',
        text: '',
      });
    if (event.type === 'prompt') twin.session.answer(event.id, { button: 'OK', text: pasted });
  });
  return shown;
}

describe('Pasting the one file into a new spreadsheet', () => {
  let folder: string;
  let twin: Twin;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plantao-paste-'));
    writeFileSync(join(folder, 'Code.js'), readFileSync(paste, 'utf8'));
    writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(freshManifest));
    twin = startTwin({
      bundleDir: folder,
      timeZone: 'America/New_York',
      clock: createVirtualClock(Date.now()),
    });
  });
  afterAll(async () => {
    await twin.stop();
    rmSync(folder, { recursive: true });
  });

  it('adds the menu Plantão when the spreadsheet opens', async () => {
    const shown = answerAs(twin, execUrl);
    await twin.openSpreadsheet();
    expect(shown.join()).toContain('Plantão');
    expect(shown.join()).toContain('openStart_');
  });

  it('Começar makes the tabs, the sweep and the zone, and takes the pasted address', async () => {
    await twin.run('openStart_');
    const titles = twin.workbook.sheets.map((sheet) => sheet.title);
    expect(titles).toEqual(
      expect.arrayContaining([
        'Painel',
        'Agora',
        'Jornada',
        'Linha do tempo',
        'Status dos agentes',
        'Conversas',
        'Falhas',
        'Saúde',
        'Diário',
      ]),
    );
    expect(
      twin.workbook.sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.title),
    ).toEqual(['Página1', 'Ajustes', 'Diário', 'Totais', 'Movimentos']);
    expect(twin.workbook.timeZone).toBe('America/Sao_Paulo');
    expect(twin.services.triggers.list().map((trigger) => trigger.functionName)).toEqual([
      'sweep_',
    ]);
  });

  it('Conexões has a ready URL for each platform, and an event to it makes a row', async () => {
    const connections = JSON.stringify(valueOf(await askPanel(twin, 'readConnections')));
    const [, url = '', query = ''] =
      /"vendor":"huggy".*?"url":"([^"?]*\?([^"]*))"/.exec(connections) ?? [];
    expect(url).toMatch(
      /^https:\/\/script\.google\.com\/macros\/s\/AKfycbx+\/exec\?k=c\w{8}\.[\w-]{32}&w=main$/,
    );
    const plantao = usePlantao(twin);
    await plantao.post('huggy', agentStatus(), {
      query,
    });
    expect(plantao.shown('Status dos agentes')[0]).toMatchObject({
      Agente: 'João Alves',
      'Data e hora': '01/08/2022 - 16:36:21',
    });
  });

  it('shows the page Conexões out of the pasted file itself', async () => {
    const shown = answerAs(twin, execUrl);
    await twin.run('openConnections_');
    expect(shown.join()).toContain('readConnections');
  });

  it('Começar a second time changes nothing that is there', async () => {
    const before = twin.workbook.sheets.map((sheet) => [sheet.id, sheet.title]);
    answerAs(twin, execUrl);
    await twin.run('openStart_');
    expect(twin.workbook.sheets.map((sheet) => [sheet.id, sheet.title])).toEqual(before);
    expect(twin.services.triggers.list()).toHaveLength(1);
  });
});
