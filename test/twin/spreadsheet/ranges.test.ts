import { describe, expect, it } from '@jest/globals';
import { openDesk } from './support';

describe('ranges', () => {
  it.each([
    [[2, 3], 'C2'],
    [[2, 3, 4], 'C2:C5'],
    [[2, 3, 4, 2], 'C2:D5'],
    [['B2'], 'B2'],
    [['B2:A1'], 'A1:B2'],
    [['$B$2:C'], 'B2:C1000'],
    [['B:C'], 'B1:C1000'],
    [['3:4'], 'A3:Z4'],
    [["'Página1'!D4"], 'D4'],
  ])('getRange(%j) is %s', (args, a1) => {
    expect(
      openDesk()
        .start()
        .sheet.open('getRange', ...args)
        .call('getA1Notation'),
    ).toBe(a1);
  });

  it.each([
    [[1001, 1], 'The coordinates of the range are outside the dimensions of the sheet.'],
    [[1, 27], 'outside the dimensions'],
    [[1, 1, 0, 1], 'The number of rows in the range must be at least 1.'],
    [[1, 1, 1, 0], 'The number of columns in the range must be at least 1.'],
    [[0, 1], 'too small'],
    [['nada'], 'Range not found'],
    [['Outra!A1'], 'Range not found'],
    [
      [null],
      "The parameters (null) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
    [['A1', 2], "The parameters (String,number) don't match"],
  ])('getRange(%j) throws %s', (args, message) => {
    expect(() =>
      openDesk()
        .start()
        .sheet.call('getRange', ...args),
    ).toThrow(message);
  });

  it('a row that an unflushed appendRow adds is inside', () => {
    const run = openDesk().start();
    run.range('A1000').call('setValue', 'x');
    run.sheet.call('appendRow', ['y']);
    expect(run.range('A1001').call('getValue')).toBe('y');
  });

  it('know their place and give others', () => {
    const range = openDesk().start().range('B2:D5');
    expect(range.open('offset', 1, 1).call('getA1Notation')).toBe('C3:E6');
    expect(range.open('offset', 0, 0, 1, 1).call('getA1Notation')).toBe('B2');
    expect(range.open('getCell', 2, 2).call('getA1Notation')).toBe('C3');
    expect(() => range.call('getCell', 5, 1)).toThrow('Cell reference out of range');
    const names = [
      'getRow',
      'getColumn',
      'getLastRow',
      'getLastColumn',
      'getNumRows',
      'getNumColumns',
    ];
    expect(names.map((name) => range.call(name))).toEqual([2, 2, 5, 4, 4, 3]);
  });

  it('take matrices of their own shape only', () => {
    const range = openDesk().start().range('A1:B2');
    expect(() => range.call('setValues', [[1, 2]])).toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
    expect(() => range.call('setValues', [[1], [2]])).toThrow(
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    );
    expect(() => range.call('setValues', [1, 2])).toThrow(
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
    expect(() => range.call('setFontColors', [['red']])).toThrow('number of rows');
  });

  it('are copied with formulas that move and looks', () => {
    const run = openDesk().start();
    run.range('A1:B1').call('setValues', [[2, '=A1*2']]);
    run.range('A1').call('setFontWeight', 'bold');
    run.range('A1:B1').call('copyTo', run.range('A3').target);
    run.range('A1:B1').call('copyTo', run.range('A5').target, { contentsOnly: true });
    expect(run.range('B3').call('getFormula')).toBe('=A3*2');
    expect(run.range('A3').call('getFontWeight')).toBe('bold');
    expect(run.range('A5').call('getFontWeight')).toBe('normal');
    expect(run.range('A5').call('getValue')).toBe(2);
    run.range('A1:B1').call('moveTo', run.range('D1').target);
    expect(run.range('A1:E1').call('isBlank')).toBe(false);
    expect(run.range('A1:B1').call('isBlank')).toBe(true);
  });

  it('keep looks of each cell and of whole columns', () => {
    const desk = openDesk();
    const run = desk.start();
    run.range('A:A').call('setNumberFormat', '0.00');
    run.range('A:A').call('setBackground', '#EEE');
    run.range('A2').call('setBackground', null);
    run.range('A3').call('setFontColors', [['blue']]);
    run.range('A1:A1000').call('setNumberFormat', '0.0');
    run.flush();
    const [sheet] = desk.shared.workbook.sheets;
    expect(sheet?.styleAt(1, 1)).toEqual({ numberFormat: '0.0', background: '#eeeeee' });
    expect(sheet?.styleAt(2, 1)).toEqual({ numberFormat: '0.0', background: '#ffffff' });
    expect(sheet?.styleAt(3, 1)).toMatchObject({ fontColor: '#0000ff' });
    expect(sheet?.layers.toJson()).toHaveLength(1);
    expect(sheet?.rows.length).toBe(3);
    expect(() => run.range('A1').call('setBackground', 'nocolour')).toThrow('invalid');
    run.range('A:A').call('clearFormat');
    expect(run.range('A1:A3').call('getBackgrounds')).toEqual([
      ['#ffffff'],
      ['#ffffff'],
      ['#ffffff'],
    ]);
  });

  it('clear what they are told to', () => {
    const run = openDesk().start();
    const cell = run.range('A1');
    cell.call('setValue', 1);
    cell.call('setNote', 'nota');
    cell.call('setFontSize', 14);
    cell.call('clear', { commentsOnly: true });
    expect([cell.call('getNote'), cell.call('getValue'), cell.call('getFontSize')]).toEqual([
      '',
      1,
      14,
    ]);
    cell.call('clear', { contentsOnly: true });
    expect([cell.call('getValue'), cell.call('getFontSize')]).toEqual(['', 14]);
    cell.call('clear');
    expect(cell.call('getFontSize')).toBe(10);
  });

  it('a list of ranges sets all of them', () => {
    const run = openDesk().start();
    run.sheet.open('getRangeList', ['A1', 'C3']).call('setValue', 'x');
    expect([run.range('A1').call('getValue'), run.range('C3').call('getValue')]).toEqual([
      'x',
      'x',
    ]);
  });
});
