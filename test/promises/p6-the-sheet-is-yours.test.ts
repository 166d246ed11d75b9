import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setUpSample } from '../../src/cli/sample';
import { agentStatus, sampleAddress, startPlantao, type Plantao } from '../support/plantao';

/** The user's own doings, as functions beside the bundle: what a hand does in the sheet, a script does here. */
const handiwork = `
function sheetOf(title) { return SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title); }
function renameTab(from, to) { sheetOf(from).setName(to); }
function insertColumn(title, before, header) { var s = sheetOf(title); s.insertColumnBefore(before); s.getRange(1, before).setValue(header); }
function put(title, row, column, value) { sheetOf(title).getRange(row, column).setValue(value); }
function sortBy(title, column, ascending) { var s = sheetOf(title); s.getRange(2, 1, s.getLastRow() - 1, s.getLastColumn()).sort({ column: column, ascending: ascending }); }
function hideColumn(title, column) { sheetOf(title).hideColumns(column); }
function deleteTab(title) { var ss = SpreadsheetApp.getActiveSpreadsheet(); ss.deleteSheet(sheetOf(title)); }
function deleteColumn(title, column) { sheetOf(title).deleteColumn(column); }
function deleteRow(title, row) { sheetOf(title).deleteRow(row); }
function checkboxes(title, column, rows) { sheetOf(title).getRange(2, column, rows, 1).insertCheckboxes(); }
function moveColumn(title, from, to) { var s = sheetOf(title); s.moveColumns(s.getRange(1, from, 1, 1), to); }
`;

/** An agent's status; `time` (unix seconds) follows the id unless given. */
interface Status {
  readonly time?: number;
  readonly [field: string]: unknown;
}

function post(
  plantao: Plantao,
  id: number,
  { time = 1_700_000_000 + id, ...changes }: Status = {},
) {
  const agents = [{ id, name: `Agente ${id}`, ...changes }];
  return plantao.post('huggy', agentStatus({ time, agents }));
}

describe('P6 The sheet is yours', () => {
  let plantao: Plantao;
  beforeEach(async () => {
    plantao = await startPlantao({ handiwork });
    for (const id of [1, 2, 3]) await post(plantao, id);
  });
  afterEach(() => plantao.twin.stop());

  it('a renamed tab goes on being filled', async () => {
    await plantao.twin.run('renameTab', ['Agora', 'Quem está']);
    await post(plantao, 4);
    expect(plantao.rows('Quem está')).toHaveLength(4);
  });

  it('the hidden tab Ajustes may be renamed: Há goes on counting, for old rows and new ones', async () => {
    await plantao.twin.run('renameTab', ['Ajustes', "O'Brien"]);
    await post(plantao, 4);
    const formulas = plantao.formulas('Agora');
    expect(formulas).toHaveLength(4);
    for (const formula of formulas) expect(formula).toContain("'O''Brien'!$B$2");
    for (const { Há: elapsed } of plantao.shown('Agora'))
      expect(elapsed).toMatch(/^\d+:\d\d:\d\d$/);
  });

  it('a column inserted in the middle keeps its own content, and ours move with theirs', async () => {
    await plantao.twin.run('insertColumn', ['Agora', 2, 'Ramal']);
    await plantao.twin.run('put', ['Agora', 2, 2, 42]);
    await post(plantao, 1, { isAvailable: true, time: 1_700_009_000 });
    await post(plantao, 4);
    expect(plantao.rows('Agora')[0]).toMatchObject({
      Agente: 'Agente 1',
      Situação: 'Disponível',
      Ramal: 42,
      Disponível: true,
    });
    expect(plantao.rows('Agora')[3]).toMatchObject({ Agente: 'Agente 4', Ramal: null });
  });

  it('a moved column is found by its title, a renamed one by its mark', async () => {
    await plantao.twin.run('moveColumn', ['Agora', 1, 5]);
    await plantao.twin.run('put', ['Agora', 1, 1, 'Estado do agente']);
    await post(plantao, 2, { isOnline: false, time: 1_700_009_000 });
    await post(plantao, 4);
    expect(plantao.rows('Agora')[1]).toMatchObject({
      Agente: 'Agente 2',
      'Estado do agente': 'Offline',
      Online: false,
    });
    expect(plantao.rows('Agora')[3]).toMatchObject({
      Agente: 'Agente 4',
      'Estado do agente': 'Em pausa',
    });
  });

  it('a sorted tab keeps one row per agent', async () => {
    await plantao.twin.run('sortBy', ['Agora', 1, false]);
    await post(plantao, 1, { isAvailable: true, time: 1_700_009_000 });
    await post(plantao, 4);
    const agents = plantao.rows('Agora').map((row) => [row['Agente'], row['Disponível']]);
    expect(agents).toEqual([
      ['Agente 3', false],
      ['Agente 2', false],
      ['Agente 1', true],
      ['Agente 4', false],
    ]);
  });

  it("the user's check boxes far below do not push our rows down", async () => {
    await plantao.twin.run('insertColumn', ['Status dos agentes', 2, 'Visto']);
    await plantao.twin.run('checkboxes', ['Status dos agentes', 2, 150]);
    await post(plantao, 4);
    const names = plantao.rows('Status dos agentes').map((row) => row['Agente']);
    expect(names.slice(0, 4)).toEqual(['Agente 1', 'Agente 2', 'Agente 3', 'Agente 4']);
  });

  it('a note of the user below our rows is not overwritten', async () => {
    await plantao.twin.run('put', ['Agora', 6, 1, 'minha nota']);
    await post(plantao, 4);
    await post(plantao, 5);
    const names = plantao.rows('Agora').map((row) => row['Agente']);
    expect(names).toContain('minha nota');
    expect(names.filter((name) => name === 'Agente 4' || name === 'Agente 5')).toHaveLength(2);
  });

  it('a hidden column is filled all the same', async () => {
    await plantao.twin.run('hideColumn', ['Agora', 2]);
    await post(plantao, 4);
    expect(plantao.rows('Agora')[3]).toMatchObject({ Situação: 'Em pausa' });
  });

  it.each(['Agora', 'Status dos agentes', 'Diário', 'Saúde', 'Ajustes'])(
    'a deleted tab is made again: %s',
    async (title) => {
      await plantao.twin.run('deleteTab', [title]);
      await post(plantao, 4);
      await plantao.settle();
      const titles = plantao.twin.workbook.sheets.map((sheet) => sheet.title);
      expect(titles).toContain(title);
      expect(plantao.rows('Status dos agentes').map((row) => row['Agente'])).toContain('Agente 4');
      expect(plantao.rows('Agora').map((row) => row['Agente'])).toContain('Agente 4');
    },
  );

  it('after the hidden tab Ajustes was deleted and made again, Há goes on counting in every row', async () => {
    await plantao.twin.run('deleteTab', ['Ajustes']);
    await plantao.settle();
    await plantao.twin.run('updateNow_');
    const elapsed = plantao.shown('Agora').map((row) => row['Há']);
    expect(elapsed).toHaveLength(3);
    for (const text of elapsed) expect(text).toMatch(/^\d+:\d\d:\d\d$/);
  });

  it('a deleted column comes back when Começar is chosen, and events go on meanwhile', async () => {
    await plantao.twin.run('deleteColumn', ['Agora', 2]);
    await post(plantao, 4);
    expect(plantao.rows('Agora')[3]).toMatchObject({ Agente: 'Agente 4', Online: true });
    await setUpSample(plantao.twin, sampleAddress);
    await post(plantao, 5);
    expect(plantao.rows('Agora')[4]).toMatchObject({ Agente: 'Agente 5', Situação: 'Em pausa' });
  });

  it('and is filled in the rows that are there, formulas too', async () => {
    const before = plantao.shown('Agora').map(({ Situação, Há }) => ({ Situação, Há }));
    for (const title of ['Há', 'Situação']) {
      const titles = Object.keys(plantao.rows('Agora')[0] ?? {});
      await plantao.twin.run('deleteColumn', ['Agora', titles.indexOf(title) + 1]);
    }
    await setUpSample(plantao.twin, sampleAddress);
    for (let sweeps = 0; sweeps < 8; sweeps += 1) await plantao.twin.run('sweep_', [], 'trigger');
    expect(plantao.shown('Agora').map(({ Situação, Há }) => ({ Situação, Há }))).toEqual(before);
  });

  it('a deleted row comes back with its next event, and only that one', async () => {
    await plantao.twin.run('deleteRow', ['Agora', 2]);
    await post(plantao, 1, { isAvailable: true, time: 1_700_009_000 });
    expect(plantao.rows('Agora').map((row) => row['Agente'])).toEqual([
      'Agente 2',
      'Agente 3',
      'Agente 1',
    ]);
  });
});
