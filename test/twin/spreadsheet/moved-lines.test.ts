import { describe, expect, it } from '@jest/globals';
import { mapMove } from '../../../src/twin/spreadsheet/cells/grid-map';
import { createFormulaEngine } from '../../../src/twin/engine/formula-engine';
import { openDesk, type Desk, type Run } from './support';

function firstSheet(desk: Desk, run: Run) {
  run.flush();
  const [sheet] = desk.shared.workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

function header(run: Run): unknown {
  const rows = run.range('A1:F1').call('getValues');
  return Array.isArray(rows) ? rows[0] : null;
}

function openHeader(desk: Desk = openDesk()): Run {
  const run = desk.start();
  run.range('A1:F1').call('setValues', [['a', 'b', 'c', 'd', 'e', 'f']]);
  return run;
}

describe('columns moved', () => {
  it.each([
    ['A:B', 5, 'cdabef'],
    ['E1:F9', 2, 'aefbcd'],
    ['A:A', 7, 'bcdefa'],
    ['C:D', 4, 'abcdef'],
    ['C:D', 5, 'abcdef'],
  ])('%s before column %i as counted before the move: %s', (columns, to, letters) => {
    const run = openHeader();
    run.sheet.call('moveColumns', run.range(columns).target, to);
    expect(header(run)).toEqual(Array.from(letters));
  });

  it('a destination beyond the grid is refused', () => {
    const run = openHeader();
    expect(() => run.sheet.call('moveColumns', run.range('A:A').target, 28)).toThrow(
      'out of bounds',
    );
    expect(() => run.sheet.call('moveColumns', run.range('A:A').target, 0)).toThrow(
      'out of bounds',
    );
  });

  it('notes, formats, widths, hidden state and metadata go along', () => {
    const desk = openDesk();
    const run = openHeader(desk);
    run.range('B1').open('setNote', 'n').call('setBackground', 'red');
    run.range('B2:B').call('setNumberFormat', '0.00');
    run.range('B:B').call('addDeveloperMetadata', 'column', 'phone');
    run.sheet.call('setColumnWidth', 2, 222);
    run.sheet.call('hideColumns', 2);
    run.sheet.call('moveColumns', run.range('B:B').target, 5);
    const sheet = firstSheet(desk, run);
    expect(sheet.cell(1, 4)).toEqual({ value: 'b', note: 'n', style: { background: '#ff0000' } });
    expect(sheet.cell(1, 2)).toEqual({ value: 'c' });
    expect(sheet.styleAt(900, 4)).toEqual({ numberFormat: '0.00' });
    expect(sheet.styleAt(900, 2)).toEqual({});
    expect(sheet.columnWidths).toEqual(new Map([[4, 222]]));
    expect(sheet.hiddenColumns).toEqual(new Set([4]));
    expect(desk.shared.workbook.metadata.map(({ location }) => location)).toEqual([
      { type: 'COLUMN', sheetId: sheet.id, column: 4 },
    ]);
  });

  it('a filter and a banding keep their place while a column moves inside them', () => {
    const desk = openDesk();
    const run = openHeader(desk);
    run.range('A1:F20').call('createFilter');
    run.range('A1:F20').call('applyRowBanding');
    run.sheet.call('moveColumns', run.range('B:B').target, 7);
    const sheet = firstSheet(desk, run);
    const whole = { row: 1, column: 1, rows: 20, columns: 6 };
    expect(sheet.filter).toEqual(whole);
    expect(sheet.bandings.map(({ area }) => area)).toEqual([whole]);
  });

  it('formulas go on meaning the same cells', () => {
    const desk = openDesk();
    const run = openHeader(desk);
    run.range('A2:C2').call('setValues', [[1, 20, 300]]);
    run.range('D2:F2').call('setFormulas', [['=B2', '=SUM(A2:C2)', '=$A$2+C2']]);
    run.sheet.call('moveColumns', run.range('B:B').target, 6);
    expect(run.range('C2:F2').call('getFormulas')).toEqual([
      ['=E2', '=SUM(A2:B2)', '', '=$A$2+B2'],
    ]);
    const sheet = firstSheet(desk, run);
    const engine = createFormulaEngine(desk.shared.workbook, run.execution.clock);
    expect([3, 4, 6].map((column) => engine.evaluate(sheet.id, 2, column))).toEqual([20, 301, 301]);
  });
});

describe('rows moved', () => {
  it('rows keep their cells, looks and heights, and are found again after a restart', () => {
    const desk = openDesk();
    const run = desk.start();
    run.range('A1:A5').call('setValues', [[1], [2], [3], [4], [5]]);
    run.range('A2').call('setFontWeight', 'bold');
    run.sheet.call('setRowHeight', 2, 40);
    run.sheet.call('hideRows', 3);
    run.sheet.call('moveRows', run.range('A2:A3').target, 6);
    run.flush();
    for (const opened of [desk, openDesk({ storage: desk.storage })]) {
      const later = opened.start();
      expect(later.range('A1:A5').call('getValues')).toEqual([[1], [4], [5], [2], [3]]);
      expect(later.range('A4').call('getFontWeight')).toBe('bold');
      expect(firstSheet(opened, later).rowHeights).toEqual(new Map([[4, 40]]));
      expect(firstSheet(opened, later).hiddenRows).toEqual(new Set([5]));
    }
  });

  it('a range over all rows keeps its open end', () => {
    const run = openDesk().start();
    run.range('C1').call('setFormula', '=SUM(A2:A)');
    run.sheet.call('moveRows', run.range('A9:A10').target, 4);
    expect(run.range('C1').call('getFormula')).toBe('=SUM(A2:A)');
  });
});

describe('where a span lands', () => {
  const map = mapMove({ axis: 'column', from: 2, count: 2, to: 8 });

  it.each([
    [
      { start: 2, length: 2 },
      { start: 6, length: 2 },
    ],
    [
      { start: 1, length: 9 },
      { start: 1, length: 9 },
    ],
    [
      { start: 1, length: 4 },
      { start: 1, length: 2 },
    ],
    [
      { start: 6, length: 3 },
      { start: 4, length: 5 },
    ],
    [
      { start: 9, length: 2 },
      { start: 9, length: 2 },
    ],
  ])('%o becomes %o', (span, landed) => {
    expect(map.follow(span)).toEqual(landed);
  });

  it('its lines, one by one', () => {
    const lines = Array.from({ length: 9 }, (_, index) => map.line(index + 1));
    expect(lines).toEqual([1, 6, 7, 2, 3, 4, 5, 8, 9]);
    expect(map.pieces({ start: 1, length: 3 })).toEqual([
      { start: 1, length: 1 },
      { start: 6, length: 2 },
    ]);
  });
});
