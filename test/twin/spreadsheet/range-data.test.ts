import { describe, expect, it } from '@jest/globals';
import type { ServiceHandle } from '../../support/execution-context';
import { openDesk, type Run } from './support';

const addressOf = (range: ServiceHandle): unknown => range.call('getA1Notation');

describe('check boxes', () => {
  it('are checked and unchecked; other cells stay', () => {
    const run = openDesk().start();
    run.range('A1:A2').call('insertCheckboxes');
    run.range('B1').call('insertCheckboxes', 'sim', 'não');
    run.range('B2').call('setValue', 'texto');
    run.range('A1:B2').call('check');
    expect(run.range('A1:B2').call('getValues')).toEqual([
      [true, 'sim'],
      [true, 'texto'],
    ]);
    expect(run.range('A1:B1').call('isChecked')).toBe(true);
    run.range('A2:B2').call('uncheck');
    expect(run.range('A2').call('isChecked')).toBe(false);
    expect(run.range('A1:A2').call('isChecked')).toBeNull();
    expect(run.range('B2').call('isChecked')).toBeNull();
  });
});

it('blanks at the ends go, runs of them become one', () => {
  const run = openDesk().start();
  run.range('A1:B1').call('setValues', [["' João \n Alves ", 7]]);
  run.range('A1:B1').call('trimWhitespace');
  expect(run.range('A1:B1').call('getValues')).toEqual([['João Alves', 7]]);
});

describe('where data begins and ends', () => {
  const open = (): Run => {
    const run = openDesk().start();
    run.range('B2:C3').call('setValues', [
      [1, 2],
      [3, 4],
    ]);
    run.range('C6').call('setFormula', '=""');
    run.range('D4').call('setValue', 'x');
    return run;
  };

  it.each([
    ['B2', 'DOWN', 'B3'],
    ['B3', 'DOWN', 'B1000'],
    ['C3', 'DOWN', 'C6'],
    ['C1', 'DOWN', 'C2'],
    ['A2', 'NEXT', 'B2'],
    ['C3', 'PREVIOUS', 'B3'],
    ['D4', 'UP', 'D1'],
    ['A1', 'UP', 'A1'],
  ])('from %s %s to %s', (start, direction, end) => {
    expect(addressOf(open().range(start).open('getNextDataCell', direction))).toBe(end);
  });

  it('a region takes in what touches it, not what lies across a corner', () => {
    const run = open();
    expect(addressOf(run.range('B2').open('getDataRegion'))).toBe('B2:C3');
    expect(addressOf(run.range('A1').open('getDataRegion'))).toBe('A1');
    expect(addressOf(run.range('C2').open('getDataRegion', 'ROWS'))).toBe('C2:C3');
    expect(addressOf(run.range('C2').open('getDataRegion', 'COLUMNS'))).toBe('B2:C2');
    run.range('D3').call('setValue', 'y');
    expect(addressOf(run.range('B2').open('getDataRegion'))).toBe('B2:D4');
  });
});

it('formulas in R1C1 notation', () => {
  const run = openDesk().start();
  run.range('C2:C3').call('setFormulaR1C1', '=RC[-2]*R1C2');
  expect(run.range('C2:C3').call('getFormulas')).toEqual([['=A2*$B$1'], ['=A3*$B$1']]);
  run.range('D2').call('setFormulasR1C1', [['=SUM(C[-3])']]);
  expect(run.range('C3:E3').call('getFormulasR1C1')).toEqual([['=RC[-2]*R1C2', '', '']]);
  expect(run.range('D2').call('getFormula')).toBe('=SUM(A:A)');
  expect(run.range('D2').call('getFormulaR1C1')).toBe('=SUM(C[-3])');
});
