import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setUpSample } from '../../src/cli/sample';
import { entryNames } from '../../src/panel/entry-names';
import { colouredCells } from '../support/colours';
import { agentStatus, bundleDir, startPlantao, type Plantao } from '../support/plantao';

/** The workbook as version 0.1.0 left it, and what the person did there meanwhile. */
const past = `
function agora() { return SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Agora'); }
function asOf010() {
  var sheet = agora();
  for (var row = 2; row <= 4; row++)
    sheet.getRange(row, 3).setFormula('=IF(D' + row + '="","",\\'Ajustes\\'!$B$2-D' + row + ')');
  var rule = function (formula, colour, place) {
    return SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(formula).setBackground(colour)
      .setRanges([sheet.getRange(place)]).build();
  };
  sheet.setConditionalFormatRules([
    rule('=$A2="Agente 3"', '#123456', 'B2:B'),
    rule('=OR($B2="Disponível",$B2="Disponible",$B2="Available")', '#ceead6', 'B2:B'),
    rule('=OR($B2="Em pausa",$B2="En pausa",$B2="Paused")', '#0000ff', 'B2:B'),
    rule('=OR($B2="Offline",$B2="Sem rede")', '#654321', 'B2:B'),
  ]);
  PropertiesService.getScriptProperties().deleteProperty('sweep');
}
function moveStatus() { var s = agora(); s.moveColumns(s.getRange('B1'), 5); }
function put(row, column, value) { agora().getRange(row, column).setValue(value); }
function listRules() {
  return agora().getConditionalFormatRules().map(function (rule) {
    return rule.getBooleanCondition().getCriteriaValues()[0];
  });
}
`;

/** Both ways to mend it: the sweep of the new version, and Start. */
const ways = {
  sweep: (plantao: Plantao) => plantao.twin.run(entryNames.sweep, [], 'trigger'),
  Start: (plantao: Plantao) =>
    setUpSample(plantao.twin, 'http://127.0.0.1:8787/macros/s/AKfycbTwin/exec'),
} as const;

describe.each(Object.entries(ways))('A workbook of 0.1.0 in pt_BR, after %s', (_name, mend) => {
  let folder: string;
  let plantao: Plantao;
  const elapsed = (): readonly unknown[] => plantao.shown('Agora').map(({ Há: text }) => text);
  const coloured = (): readonly unknown[] => {
    const sheet = plantao.twin.workbook.sheets.find(({ title }) => title === 'Agora');
    if (sheet === undefined) throw new Error('There is no tab Agora.');
    return colouredCells(plantao.twin.workbook, sheet)
      .toSorted((a, b) => a.row - b.row)
      .map(({ text, background }) => [text, background]);
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plantao-'));
    cpSync(bundleDir, folder, { recursive: true });
    writeFileSync(join(folder, 'Code.js'), readFileSync(join(folder, 'Code.js'), 'utf8') + past);
    plantao = await startPlantao({ bundleDir: folder, locale: 'pt_BR' });
    const agents = [{ isAvailable: true }, {}, {}].map((more, index) => ({
      id: index + 1,
      name: `Agente ${index + 1}`,
      ...more,
    }));
    await plantao.post('huggy', agentStatus({ agents }));
    await plantao.twin.run('asOf010');
  });
  afterEach(async () => {
    await plantao.twin.stop();
    rmSync(folder, { recursive: true });
  });

  it('Há counts again, and the colours are back in the looks that the person gave them', async () => {
    expect(elapsed()).toEqual(['#ERROR!', '#ERROR!', '#ERROR!']);
    expect(coloured()).toEqual([['Em pausa', '#123456']]);
    await mend(plantao);
    expect(elapsed()).toEqual(
      Array.from({ length: 3 }, () => expect.stringMatching(/^\d+:\d\d:\d\d$/)),
    );
    expect(coloured()).toEqual([
      ['Disponível', '#ceead6'],
      ['Em pausa', '#0000ff'],
      ['Em pausa', '#123456'],
    ]);
  });

  it("the person's own formulas and rules stay as they are, right or wrong", async () => {
    await plantao.twin.run('put', [3, 3, '=IF(D3="","",NOW()-D3)']);
    await plantao.twin.run('put', [4, 3, 'desde cedo']);
    await mend(plantao);
    expect(elapsed()).toEqual([expect.stringMatching(/^\d+:/), '#ERROR!', 'desde cedo']);
    expect(plantao.formulas('Agora')[1]).toBe('=IF(D3="","",NOW()-D3)');
    expect(await plantao.twin.run('listRules')).toEqual([
      '=$A2="Agente 3"',
      '=OR($B2="Disponível";$B2="Disponible";$B2="Available")',
      '=OR($B2="Em pausa";$B2="En pausa";$B2="Paused")',
      '=OR($B2="Offline",$B2="Sem rede")',
    ]);
  });

  it('a rule follows the column that was moved while its formula was broken', async () => {
    await plantao.twin.run('moveStatus');
    await mend(plantao);
    expect(coloured()).toContainEqual(['Disponível', '#ceead6']);
    expect(coloured()).toContainEqual(['Em pausa', '#0000ff']);
  });
});
