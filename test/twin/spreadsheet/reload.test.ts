import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { SheetView } from '../../../src/twin/spreadsheet/model';
import { openLibsqlStorage } from '../../../src/twin/storage/libsql-storage';
import { openDesk, type Desk } from './support';

const folders: string[] = [];

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plantao-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** All that a reader can see of a sheet. */
function photograph(sheet: SheetView) {
  const cells: unknown[] = [];
  sheet.eachCell((cell, row, column) => cells.push([row, column, cell]));
  const { id, title, hidden, tabColor, maxRows, maxColumns, lastRow, lastColumn } = sheet;
  const { frozenRows, frozenColumns, columnWidths, hiddenColumns, hiddenRows } = sheet;
  const { conditionalRules, bandings, charts, filter, merges, validations } = sheet;
  const place = { id, title, hidden, tabColor, maxRows, maxColumns, lastRow, lastColumn, cells };
  const lines = { frozenRows, frozenColumns, columnWidths, hiddenColumns, hiddenRows };
  const looks = { conditionalRules, bandings, charts, filter, merges, validations };
  return { ...place, ...lines, ...looks };
}

function photographAll({ shared: { workbook } }: Desk) {
  const { title, timeZone, locale, namedRanges, metadata, sheets } = workbook;
  return { title, timeZone, locale, namedRanges, metadata, sheets: sheets.map(photograph) };
}

function fillEverything(desk: Desk): void {
  const run = desk.start();
  run.range('A1:D2').call('setValues', [
    ['a', 1.5, true, new Date(0)],
    ['=A1&"x"', "'01", '', '10%'],
  ]);
  run.range('A1').call('setNote', 'nota');
  run.range('B2').call('setFontWeight', 'bold');
  run.range('C:C').call('setNumberFormat', 'dd/MM/yyyy - HH:mm:ss');
  run.range('A1:D9').call('applyRowBanding');
  run.range('A1:D9').call('createFilter');
  run.range('A5:B5').call('merge');
  run.range('E1:E3').call('insertCheckboxes');
  run.sheet.call('hideColumns', 4);
  run.sheet.call('hideRows', 9);
  run.sheet.call('setColumnWidth', 1, 250);
  run.sheet.call('setFrozenRows', 1);
  run.sheet.call('setTabColor', '#123456');
  run.range('B:B').call('addDeveloperMetadata', 'column', 'id');
  run.spreadsheet.call('setNamedRange', 'dados', run.range('A1:D9').target);
  const rule = run.app.open('newConditionalFormatRule').open('whenCellEmpty');
  rule.open('setBackground', '#ff0000').call('setRanges', [run.range('A1:A9').target]);
  run.sheet.call('setConditionalFormatRules', [rule.call('build')]);
  const chart = run.sheet.open('newChart').open('asPieChart').open('setTitle', 'Pizza');
  run.sheet.call('insertChart', chart.open('addRange', run.range('A1:B9').target).call('build'));
  run.sheet.call('insertRowsBefore', 2, 3);
  run.sheet.call('deleteRow', 3);
  run.sheet.call('appendRow', ['last']);
  const gone = run.spreadsheet.open('insertSheet', 'Gone');
  gone.open('getRange', 'A1').call('setValue', 1);
  run.flush();
  run.spreadsheet.call('deleteSheet', gone.target);
  run.spreadsheet.open('insertSheet', 'Oculta').call('hideSheet');
  run.execution.end();
}

describe('the workbook read back from storage', () => {
  it('equals the one that was stored', () => {
    const desk = openDesk();
    fillEverything(desk);
    const again = openDesk({ storage: desk.storage, locale: 'en_US', timeZone: 'GMT' });
    expect(photographAll(again)).toEqual(photographAll(desk));
    expect(again.shared.workbook.sheets.map(({ title }) => title)).toEqual(['Página1', 'Oculta']);
    const rowIds = [...desk.storage.read('rows.0').keys()];
    expect(rowIds.length).toBeLessThanOrEqual(7);
  });

  it('equals it from a file too, and can be changed further', () => {
    const folder = makeFolder();
    const storage = openLibsqlStorage(folder);
    const desk = openDesk({ storage });
    fillEverything(desk);
    storage.close();
    const reopened = openLibsqlStorage(folder);
    const again = openDesk({ storage: reopened });
    expect(photographAll(again)).toEqual(photographAll(desk));
    const run = again.start();
    run.sheet.call('deleteRows', 1, 2);
    run.sheet.call('insertRowBefore', 1);
    run.sheet.call('appendRow', ['more']);
    run.execution.end();
    reopened.close();
    const third = openLibsqlStorage(folder);
    expect(photographAll(openDesk({ storage: third }))).toEqual(photographAll(again));
    third.close();
  });

  it('has nothing of a killed execution, all of what was flushed', () => {
    const desk = openDesk();
    const run = desk.start();
    run.range('A1').call('setValue', 'flushed');
    run.flush();
    run.range('A2').call('setValue', 'lost');
    const again = openDesk({ storage: desk.storage });
    expect(again.shared.workbook.sheets[0]?.lastRow).toBe(1);
    run.execution.end('killed');
    expect(openDesk({ storage: desk.storage }).shared.workbook.sheets[0]?.lastRow).toBe(1);
  });

  it('a flush writes the touched rows only, in one transaction', () => {
    const desk = openDesk();
    const run = desk.start();
    run.range('A1:C900').call('setValue', 1);
    run.flush();
    const commits: string[][] = [];
    const { storage } = desk;
    const real = storage.commit;
    storage.commit = (changes) => {
      commits.push(changes.map(({ collection, key }) => `${collection}/${key}`));
      real(changes);
    };
    run.range('B7').call('setValue', 2);
    run.range('B9').call('setNote', 'x');
    run.sheet.call('deleteRow', 1);
    expect(commits).toEqual([
      ['rows.0/7', 'rows.0/9'],
      ['workbook/workbook', 'rows.0/1', 'sheets/0'],
    ]);
  });

  it('a commit that could not be stored goes out with the next one', () => {
    const desk = openDesk();
    const run = desk.start();
    const { commit } = desk.storage;
    desk.storage.commit = () => {
      throw new Error('disk full');
    };
    run.range('A1').call('setValue', 'kept');
    expect(() => run.flush()).toThrow('disk full');
    desk.storage.commit = commit;
    run.range('A2').call('setValue', 'next');
    run.flush();
    const again = openDesk({ storage: desk.storage });
    expect(again.start().range('A1:A2').call('getValues')).toEqual([['kept'], ['next']]);
  });
});
