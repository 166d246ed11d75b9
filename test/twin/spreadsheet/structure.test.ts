import { describe, expect, it } from '@jest/globals';
import {
  mapReferences,
  translateFormula,
} from '../../../src/twin/spreadsheet/values/formula-references';
import { RowRuns } from '../../../src/twin/spreadsheet/cells/row-runs';
import { openDesk, type Desk, type Run } from './support';

function state(desk: Desk, run: Run) {
  run.flush();
  const [sheet] = desk.shared.workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

function columnOfMark(run: Run, key: string): unknown {
  const found = run.sheet.open('createDeveloperMetadataFinder').open('withKey', key).call('find');
  if (!Array.isArray(found) || found.length !== 1) return null;
  const [mark] = found.map((one: unknown) => run.mark(one));
  return mark?.open('getLocation').open('getColumn').call('getColumn');
}

describe('columns put in and taken out', () => {
  it('metadata follows its column and goes with it', () => {
    const run = openDesk().start();
    run.range('C:C').call('addDeveloperMetadata', 'column', 'phone');
    run.sheet.call('insertColumnBefore', 1);
    expect(columnOfMark(run, 'column')).toBe(4);
    run.sheet.call('insertColumnsAfter', 4, 2);
    expect(columnOfMark(run, 'column')).toBe(4);
    run.sheet.call('deleteColumn', 2);
    expect(columnOfMark(run, 'column')).toBe(3);
    run.sheet.call('deleteColumn', 3);
    expect(columnOfMark(run, 'column')).toBeNull();
  });

  it('values, notes, formats, widths and hidden columns move', () => {
    const desk = openDesk();
    const run = desk.start();
    run.range('B1').call('setValue', 'v');
    run.range('B1').call('setNote', 'n');
    run.range('B1').call('setBackground', 'red');
    run.range('C:C').call('setNumberFormat', '0.00');
    run.sheet.call('setColumnWidth', 2, 222);
    run.sheet.call('hideColumns', 3);
    run.sheet.call('insertColumnsBefore', 2, 2);
    const sheet = state(desk, run);
    expect(sheet.cell(1, 4)).toEqual({ value: 'v', note: 'n', style: { background: '#ff0000' } });
    expect(sheet.cell(1, 2)).toEqual({ value: null, style: { background: '#ff0000' } });
    expect(sheet.styleAt(9, 5)).toEqual({ numberFormat: '0.00' });
    expect(sheet.columnWidths).toEqual(new Map([[4, 222]]));
    expect(sheet.hiddenColumns).toEqual(new Set([5]));
    expect(sheet.maxColumns).toBe(28);
  });
});

describe('rows put in and taken out', () => {
  it('rows after take the looks of the row before, rows before those of the row after', () => {
    const run = openDesk().start();
    run.range('A1:A2').call('setFontWeights', [['bold'], ['normal']]);
    run.sheet.call('insertRowAfter', 1);
    expect(run.range('A1:A3').call('getFontWeights')).toEqual([['bold'], ['bold'], ['normal']]);
    run.sheet.call('insertRowBefore', 3);
    expect(run.range('A3').call('getFontWeight')).toBe('normal');
  });

  it('a column format reaches rows put in at the end, not rows that appendRow adds', () => {
    const run = openDesk().start();
    run.range('A2:A').call('setNumberFormat', '0.00');
    run.sheet.call('insertRowsAfter', 1000, 5);
    expect(run.range('A1005').call('getNumberFormat')).toBe('0.00');
    run.range('B1005').call('setValue', 'x');
    run.sheet.call('appendRow', [1]);
    expect(run.range('A1006').call('getNumberFormat')).toBe('0.###############');
  });

  it('filters, bandings, merges, rules, validations and named ranges move', () => {
    const desk = openDesk();
    const run = desk.start();
    run.range('A2:C10').call('createFilter');
    run.range('A2:C10').call('applyRowBanding');
    run.range('A3:B3').call('merge');
    run.range('A4:A6').call('insertCheckboxes');
    run.spreadsheet.call('setNamedRange', 'people', run.range('A2:C10').target);
    const rule = run.app.open('newConditionalFormatRule').open('whenCellNotEmpty');
    rule.open('setRanges', [run.range('A2:A10').target]).call('setBackground', '#00ff00');
    run.sheet.call('setConditionalFormatRules', [rule.call('build')]);
    run.sheet.call('deleteRow', 1);
    run.sheet.call('insertRowsBefore', 3, 2);
    const sheet = state(desk, run);
    const area = { row: 1, column: 1, rows: 11, columns: 3 };
    expect(sheet.filter).toEqual(area);
    expect(sheet.bandings).toEqual([expect.objectContaining({ area, header: '#bdbdbd' })]);
    expect(sheet.merges).toEqual([{ row: 2, column: 1, rows: 1, columns: 2 }]);
    expect(sheet.validations).toEqual([
      expect.objectContaining({ area: { row: 5, column: 1, rows: 3, columns: 1 } }),
    ]);
    expect(sheet.conditionalRules[0]?.areas).toEqual([{ ...area, columns: 1 }]);
    expect(run.spreadsheet.open('getRangeByName', 'people').call('getA1Notation')).toBe('A1:C11');
  });

  it('formulas of all sheets follow', () => {
    const run = openDesk().start();
    const other = run.spreadsheet.open('insertSheet', 'Outra');
    run.range('A9').call('setFormula', '=SUM(A1:A8)+B2+$C$3');
    other.open('getRange', 'A1').call('setFormula', "='Página1'!A5+A5+COUNTA(Página1!B2:B)");
    run.sheet.call('insertRowsBefore', 3, 2);
    expect(run.range('A11').call('getFormula')).toBe('=SUM(A1:A10)+B2+$C$5');
    expect(other.open('getRange', 'A1').call('getFormula')).toBe(
      "='Página1'!A7+A5+COUNTA(Página1!B2:B)",
    );
    run.sheet.call('deleteRow', 5);
    expect(run.range('A10').call('getFormula')).toBe('=SUM(A1:A9)+B2+#REF!');
  });

  it('formulas of conditional formats follow too', () => {
    const desk = openDesk();
    const run = desk.start();
    const rule = run.app.open('newConditionalFormatRule').open('whenFormulaSatisfied', '=$C2="on"');
    rule.call('setRanges', [run.range('A2:F9').target]);
    run.sheet.call('setConditionalFormatRules', [rule.call('build')]);
    run.sheet.call('insertColumnBefore', 1);
    expect(state(desk, run).conditionalRules[0]?.values).toEqual(['=$D2="on"']);
  });

  it('formulas follow a sheet that gets another name', () => {
    const run = openDesk().start();
    const other = run.spreadsheet.open('insertSheet', 'Painel');
    other.open('getRange', 'A1').call('setFormula', '=COUNTA(Página1!A2:A)+A2');
    run.sheet.call('setName', 'Meus dados');
    expect(other.open('getRange', 'A1').call('getFormula')).toBe("=COUNTA('Meus dados'!A2:A)+A2");
  });

  it.each([
    ['deleteRow', [1001]],
    ['deleteRows', [1, 1000]],
    ['insertRowBefore', [1002]],
    ['deleteColumn', [27]],
    ['deleteColumns', [1, 26]],
  ])('%s %j throws', (method, args) => {
    expect(() =>
      openDesk()
        .start()
        .sheet.call(method, ...args),
    ).toThrow(/bounds|delete all/);
  });

  it('the rows under a frozen header cannot all go', () => {
    const run = openDesk().start();
    run.sheet.call('setFrozenRows', 1);
    run.flush();
    expect(() => run.sheet.call('deleteRows', 2, 999)).toThrow('non-frozen');
  });
});

describe('references', () => {
  it('texts and function names are left alone', () => {
    const seen: string[] = [];
    const same = '=LOG10(A1)&"A1"&Foo_B2';
    const out = mapReferences(same, ({ range }) => {
      seen.push(`${range.top},${range.left}`);
      return null;
    });
    expect(out).toBe(same);
    expect(seen).toEqual(['0,0']);
  });

  it('a copied formula moves its relative references', () => {
    expect(translateFormula('=A1+$A1+A$1+$A$1+C2:C', 2, 1)).toBe('=B3+$A3+B$1+$A$1+D4:D');
    expect(translateFormula('=A1', -1, 0)).toBe('=#REF!');
  });
});

describe('row ids', () => {
  it('follow any insertions and deletions as a plain list of ids does', () => {
    const runs = new RowRuns([[1, 10]], 11);
    const list = Array.from({ length: 10 }, (_, index) => index + 1);
    let next = 11;
    let seed = 7;
    for (let step = 0; step < 300; step++) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const at = 1 + (seed % (list.length + 1));
      if (seed % 3 > 0 || list.length < 3) {
        list.splice(at - 1, 0, next, next + 1);
        runs.insert(at, 2);
        next += 2;
      } else if (at < list.length) {
        list.splice(at - 1, 2);
        runs.remove(at, 2);
      }
    }
    expect(list.map((_, index) => runs.idAt(index + 1))).toEqual(list);
    expect(runs.idAt(list.length + 1)).toBe(0);
  });
});
