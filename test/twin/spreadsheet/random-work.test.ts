import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SheetView } from '../../../src/twin/spreadsheet/model';
import { openDesk, type Run } from './support';

type Step = readonly [name: string, row: number, column: number, size: number];

const names =
  'write note look column clear append flush read metadata rowsAfter rowsBefore deleteRows columnsBefore deleteColumns sort'.split(
    ' ',
  );
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(
    fc.constantFrom(...names),
    fc.integer({ min: 1, max: 8 }),
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 1, max: 3 }),
  ),
  { maxLength: 25 },
);

const actions: Readonly<Record<string, (run: Run, ...at: [number, number, number]) => unknown>> = {
  write: (run, ...[row, column, size]) =>
    run.sheet
      .open('getRange', row, column, size, 1)
      .call('setValue', size === 2 ? `=A${row}+B2` : row * column),
  note: (run, row, column) => run.sheet.open('getRange', row, column).call('setNote', `n${row}`),
  look: (run, row, column) => run.sheet.open('getRange', row, column).call('setBackground', 'red'),
  column: (run, ...[, column, size]) =>
    run.sheet
      .open('getRange', 1, column, Number(run.sheet.call('getMaxRows')), 1)
      .call('setNumberFormat', `0.${'0'.repeat(size)}`),
  clear: (run, ...[row, column, size]) =>
    run.sheet.open('getRange', row, column, size, size).call('clear'),
  append: (run, row, column) => run.sheet.call('appendRow', [row, column]),
  flush: (run) => run.flush(),
  read: (run) => run.sheet.open('getDataRange').call('getFormulas'),
  metadata: (run, _row, column) =>
    run.sheet
      .open('getRange', 1, column, Number(run.sheet.call('getMaxRows')), 1)
      .call('addDeveloperMetadata', `c${column}`),
  rowsAfter: (run, ...[row, , size]) => run.sheet.call('insertRowsAfter', row, size),
  rowsBefore: (run, ...[row, , size]) => run.sheet.call('insertRowsBefore', row, size),
  deleteRows: (run, ...[row, , size]) => run.sheet.call('deleteRows', row, size),
  columnsBefore: (run, ...[, column, size]) => run.sheet.call('insertColumnsBefore', column, size),
  deleteColumns: (run, ...[, column, size]) => run.sheet.call('deleteColumns', column, size),
  sort: (run, ...[row, column, size]) =>
    run.sheet.open('getRange', row, 1, size, 6).call('sort', column),
};

function photograph(sheet: SheetView | undefined) {
  const cells: unknown[] = [];
  sheet?.eachCell((cell, row, column) => cells.push([row, column, cell]));
  const looks = Array.from({ length: 12 }, (_, row) =>
    Array.from({ length: 8 }, (_cell, column) => sheet?.cell(row + 1, column + 1)),
  );
  const { lastRow, lastColumn, maxRows, maxColumns } = sheet ?? {};
  return { cells, looks, lastRow, lastColumn, maxRows, maxColumns };
}

describe('any work', () => {
  it('is read back from storage as it is in memory', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const desk = openDesk();
        const run = desk.start();
        for (const [name, row, column, size] of list) actions[name]?.(run, row, column, size);
        run.execution.end();
        const again = openDesk({ storage: desk.storage }).shared.workbook;
        const { workbook } = desk.shared;
        expect(photograph(again.sheets[0])).toEqual(photograph(workbook.sheets[0]));
        expect(again.metadata).toEqual(workbook.metadata);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same workbook however often it is flushed on the way', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const [once, often] = [openDesk(), openDesk()];
        const [one, other] = [once.start(), often.start()];
        for (const [name, row, column, size] of list) {
          actions[name]?.(one, row, column, size);
          actions[name]?.(other, row, column, size);
          other.flush();
        }
        one.execution.end();
        other.execution.end();
        expect(photograph(often.shared.workbook.sheets[0])).toEqual(
          photograph(once.shared.workbook.sheets[0]),
        );
      }),
      { numRuns: 100 },
    );
  });
});
