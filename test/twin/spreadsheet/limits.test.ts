import { describe, expect, it } from '@jest/globals';
import { openDesk } from './support';

describe('limits', () => {
  it('10 million cells, blank ones of the grid included', () => {
    const run = openDesk().start();
    expect(() => run.sheet.call('insertRowsAfter', 1000, 383_616)).toThrow(
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
    run.sheet.call('insertRowsAfter', 1000, 383_600);
    expect(run.sheet.call('getMaxRows')).toBe(384_600);
    expect(() => run.spreadsheet.call('insertSheet')).toThrow('limit of 10000000 cells');
    run.range('A384600').call('setValue', 'last');
    for (let row = 0; row < 15; row++) run.sheet.call('appendRow', [row]);
    expect(() => run.sheet.call('appendRow', ['one too many'])).toThrow('limit of 10000000 cells');
  });

  it('18,278 columns', () => {
    const run = openDesk().start();
    run.sheet.call('deleteRows', 2, 999);
    run.sheet.call('insertColumnsAfter', 26, 18_252);
    expect(() => run.sheet.call('insertColumnAfter', 1)).toThrow('limit of 18278 columns');
    expect(run.sheet.open('getRange', 1, 18_278).call('getA1Notation')).toBe('ZZZ1');
  });

  it('200 sheets', () => {
    const run = openDesk().start();
    for (let sheet = 1; sheet < 200; sheet++) run.spreadsheet.call('insertSheet', `s${sheet}`);
    expect(() => run.spreadsheet.call('insertSheet')).toThrow('more than 200 sheets');
  });

  it('50,000 characters a cell; nothing of the row is written', () => {
    const run = openDesk().start();
    const long = 'x'.repeat(50_001);
    const text = 'Your input contains more than the maximum of 50000 characters in a single cell.';
    expect(() => run.range('A1').call('setValue', long)).toThrow(text);
    expect(() => run.sheet.call('appendRow', ['a', long])).toThrow(text);
    expect(run.sheet.call('getLastRow')).toBe(0);
    run.range('A1').call('setValue', long.slice(1));
    expect(run.sheet.call('getLastRow')).toBe(1);
  });
});
