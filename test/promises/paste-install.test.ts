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

/** What Google gives a new script project. */
const freshManifest = {
  timeZone: 'America/New_York',
  dependencies: {},
  exceptionLogging: 'STACKDRIVER',
  runtimeVersion: 'V8',
};

/** What the owner is shown. */
function watch(twin: Twin): readonly string[] {
  const shown: string[] = [];
  twin.session.onEvent((event) => void shown.push(JSON.stringify(event)));
  return shown;
}

describe('Pasting the one file into a new spreadsheet', () => {
  let folder: string;
  let twin: Twin;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plantao-paste-'));
    writeFileSync(join(folder, 'Code.js'), readFileSync(paste, 'utf8'));
    writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(freshManifest));
    twin = startTwin({
      bundleDir: folder,
      timeZone: 'America/New_York',
      clock: createVirtualClock(Date.now()),
    });
    await twin.listen(0);
  });
  afterAll(async () => {
    await twin.stop();
    rmSync(folder, { recursive: true });
  });

  it('adds the menu Plantão when the spreadsheet opens', async () => {
    const shown = watch(twin);
    await twin.openSpreadsheet();
    expect(shown.join()).toContain('Plantão');
    expect(shown.join()).toContain('openStart_');
  });

  it('Começar makes the tabs, the sweep and the zone, and takes the pasted address', async () => {
    await askPanel(twin, 'makeTabs', 'America/Sao_Paulo');
    const checked = valueOf(await askPanel(twin, 'checkUrl', twin.execUrl() ?? ''));
    expect(checked).toMatchObject({ problem: null, passed: 4 });
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
    const connections = JSON.stringify(valueOf(await askPanel(twin, 'readPanel')));
    const [, url = '', query = ''] =
      /"vendor":"huggy".*?"url":"([^"?]*\?([^"]*))"/.exec(connections) ?? [];
    expect(url).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/macros\/s\/AKfycbTwin\/exec\?k=c\w{8}\.[\w-]{32}&w=main$/,
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
    const shown = watch(twin);
    await twin.run('openConnections_');
    expect(shown.join()).toContain('readPanel');
  });

  it('Começar a second time changes nothing that is there', async () => {
    const before = twin.workbook.sheets.map((sheet) => [sheet.id, sheet.title]);
    await twin.run('openStart_');
    expect(twin.workbook.sheets.map((sheet) => [sheet.id, sheet.title])).toEqual(before);
    expect(twin.services.triggers.list()).toHaveLength(1);
  });
});
