import { describe, expect, it } from '@jest/globals';
import { createFormulaEngine } from '../../../src/twin/engine/formula-engine';
import type { FormulaEngine } from '../../../src/twin/spreadsheet/model';
import { openDesk, type Run } from './support';

function fail(): never {
  throw new Error('no engine yet');
}

function titles(run: Run): unknown[] {
  const sheets = run.spreadsheet.call('getSheets');
  return Array.isArray(sheets)
    ? sheets.map((sheet: unknown) => run.mark(sheet).call('getName'))
    : [];
}

describe('sheets', () => {
  it('are put in, named, moved, copied and taken out', () => {
    const run = openDesk().start();
    run.spreadsheet.call('insertSheet', 'B');
    run.spreadsheet.call('insertSheet', 'A', 0);
    run.spreadsheet.call('insertSheet');
    expect(titles(run)).toEqual(['A', 'Página4', 'Página1', 'B']);
    run.spreadsheet.open('getSheetByName', 'B').call('activate');
    run.spreadsheet.call('moveActiveSheet', 1);
    const template = run.spreadsheet.open('getSheetByName', 'Página1');
    template.open('getRange', 'B2').call('setValue', 'kept');
    const copy = run.spreadsheet.open('insertSheet', 'Cópia', 1, { template: template.target });
    expect(copy.open('getRange', 'B2').call('getValue')).toBe('kept');
    run.spreadsheet.call('deleteSheet', run.spreadsheet.open('getSheetByName', 'Página4').target);
    expect(titles(run)).toEqual(['B', 'Cópia', 'A', 'Página1']);
    expect(copy.call('getIndex')).toBe(2);
    expect(run.spreadsheet.call('getNumSheets')).toBe(4);
    expect(run.spreadsheet.call('getSheetByName', 'nenhuma')).toBeNull();
    expect(run.spreadsheet.open('getSheetById', copy.call('getSheetId')).call('getName')).toBe(
      'Cópia',
    );
  });

  it('formulas follow a renamed sheet and break when it is taken out, for good', () => {
    const run = openDesk().start();
    const other = run.spreadsheet.open('insertSheet', 'Ajustes');
    run.range('A1').call('setFormula', '=Ajustes!$B$2+SUM(ajustes!A:A)+B1');
    other.call('setName', "d'água");
    expect(run.range('A1').call('getFormula')).toBe("='d''água'!$B$2+SUM('d''água'!A:A)+B1");
    run.spreadsheet.call('deleteSheet', other.target);
    expect(run.range('A1').call('getFormula')).toBe('=#REF!+SUM(#REF!)+B1');
    run.spreadsheet.call('insertSheet', "d'água");
    expect(run.range('A1').call('getFormula')).toBe('=#REF!+SUM(#REF!)+B1');
  });

  it('cells that a formula fills are read and count as content', () => {
    const engines: FormulaEngine[] = [];
    const desk = openDesk({ options: { engine: () => engines[0] ?? fail() } });
    engines.push(createFormulaEngine(desk.shared.workbook, { now: () => 0 }));
    const run = desk.start();
    run.range('A1:A3').call('setValues', [[3], [1], [2]]);
    run.range('C2').call('setFormula', '=SORT(A1:A3)');
    expect(run.sheet.call('getLastRow')).toBe(4);
    expect(run.range('C1:C5').call('getValues')).toEqual([[''], [1], [2], [3], ['']]);
    run.sheet.call('appendRow', ['x']);
    expect(run.range('A5').call('getValue')).toBe('x');
    run.range('C2').call('setFormula', '=TRANSPOSE(A1:A3)');
    run.flush();
    expect(run.sheet.call('getLastColumn')).toBe(5);
    run.range('C2').call('clearContent');
    run.flush();
    expect([run.sheet.call('getLastRow'), run.sheet.call('getLastColumn')]).toEqual([5, 1]);
  });

  it('cannot have the same name, nor all be hidden or taken out', () => {
    const run = openDesk().start();
    const other = run.spreadsheet.open('insertSheet', 'Outra');
    expect(() => run.spreadsheet.call('insertSheet', 'outra')).toThrow(
      'A sheet with the name "outra" already exists. Please enter another name.',
    );
    expect(() => other.call('setName', 'Página1')).toThrow('already exists');
    other.call('hideSheet');
    expect(other.call('isSheetHidden')).toBe(true);
    expect(() => run.sheet.call('hideSheet')).toThrow("You can't hide all the sheets");
    run.spreadsheet.call('deleteSheet', other.target);
    expect(() => run.spreadsheet.call('deleteActiveSheet')).toThrow(
      "You can't remove all the sheets",
    );
  });

  it('keep tab colour, frozen lines, sizes and hidden lines', () => {
    const run = openDesk().start();
    run.sheet.call('setTabColor', '#F00');
    run.sheet.call('setFrozenRows', 1);
    run.sheet.call('setFrozenColumns', 2);
    run.sheet.call('setColumnWidths', 2, 2, 150);
    run.sheet.call('setRowHeight', 3, 40);
    run.sheet.call('hideRows', 5, 2);
    run.sheet.call('showRows', 6);
    expect(run.sheet.call('getTabColor')).toBe('#ff0000');
    expect([run.sheet.call('getFrozenRows'), run.sheet.call('getFrozenColumns')]).toEqual([1, 2]);
    expect([1, 2, 3].map((column) => run.sheet.call('getColumnWidth', column))).toEqual([
      100, 150, 150,
    ]);
    expect(run.sheet.call('getRowHeight', 3)).toBe(40);
    expect([5, 6].map((row) => run.sheet.call('isRowHiddenByUser', row))).toEqual([true, false]);
  });

  it('are cleared by parts and sorted under the frozen rows', () => {
    const run = openDesk().start();
    run.range('A1:B4').call('setValues', [
      ['h', 'n'],
      ['b', 2],
      ['a', 3],
      ['', 1],
    ]);
    run.range('B2').call('setBackground', 'red');
    run.sheet.call('setFrozenRows', 1);
    run.sheet.call('sort', 1);
    expect(run.range('A1:B4').call('getValues')).toEqual([
      ['h', 'n'],
      ['a', 3],
      ['b', 2],
      ['', 1],
    ]);
    expect(run.range('B2:B3').call('getBackgrounds')).toEqual([['#ffffff'], ['#ff0000']]);
    run.range('A2:B4').call('sort', [{ column: 2, ascending: false }]);
    expect(run.range('B2:B4').call('getValues')).toEqual([[3], [2], [1]]);
    run.sheet.call('clearContents');
    expect(run.sheet.call('getLastRow')).toBe(0);
    run.sheet.call('clear');
    expect(run.range('B3').call('getBackground')).toBe('#ffffff');
  });
});

describe('a copy of a sheet', () => {
  it('has its cells and a title of its own, once', () => {
    const run = openDesk().start();
    run.range('A1').call('setValue', 'x');
    const copy = run.sheet.open('copyTo', run.spreadsheet.target);
    expect(titles(run)).toEqual(['Página1', 'Cópia de Página1']);
    expect(copy.open('getRange', 'A1').call('getValue')).toBe('x');
    expect(() => run.sheet.call('copyTo', run.spreadsheet.target)).toThrow('already exists');
  });

  it('the active range is what the script activated', () => {
    const run = openDesk().start();
    expect(run.sheet.open('getActiveRange').call('getA1Notation')).toBe('A1');
    run.range('B2:C3').call('activate');
    expect(run.spreadsheet.open('getActiveRange').call('getA1Notation')).toBe('B2:C3');
    expect(() => run.app.call('openById', 'other')).toThrow('do not have permission');
    const own = run.app.open('openById', run.spreadsheet.call('getId'));
    expect(own.call('getName')).toBe('Plantão');
  });
});

describe('formula cells', () => {
  it('ask the engine, made only when one is read', () => {
    let made = 0;
    const engine = () => {
      made++;
      return {
        evaluate: (sheetId: number, row: number, column: number) => sheetId + row * 10 + column,
        listSpills: () => [],
      };
    };
    const run = openDesk({ options: { engine } }).start();
    run.range('A1:B1').call('setValues', [['text', '=1+1']]);
    run.flush();
    run.range('A1').call('getValue');
    expect(made).toBe(0);
    expect(run.range('B1').call('getValue')).toBe(12);
    expect(made).toBe(1);
  });

  it('read as an unknown name without an engine', () => {
    const run = openDesk().start();
    run.range('A1').call('setFormula', '1+1');
    expect(run.range('A1').call('getFormula')).toBe('=1+1');
    expect(run.range('A1').call('getValue')).toBe('#NAME?');
    run.range('A1').call('setValue', 5);
    expect([run.range('A1').call('getFormula'), run.range('A1').call('getValue')]).toEqual(['', 5]);
  });
});
