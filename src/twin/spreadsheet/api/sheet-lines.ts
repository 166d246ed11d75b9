import type { SheetState } from '../cells/sheet-state';
import { hostOf, number } from './arguments';
import { Range, type Sheet } from './host-objects';
import { signaturesOf, type MethodTable } from './methods';
import { change, readState } from './sheet-basics';

const on = signaturesOf<Sheet>();

/** Adjacent rows or columns. */
interface Lines {
  readonly first: number;
  readonly count: number;
}

const defaultWidthPx = 100;
const defaultHeightPx = 21;

function each({ first, count }: Lines, visit: (line: number) => void): void {
  for (let line = first; line < first + count; line++) visit(line);
}

function setHidden(
  sheet: Sheet,
  lines: Lines,
  mark: (state: SheetState, line: number) => void,
): void {
  change(sheet, (state) => each(lines, (line) => mark(state, line)));
}

const hideColumn = (state: SheetState, line: number): void => void state.hiddenColumns.add(line);
const showColumn = (state: SheetState, line: number): void => void state.hiddenColumns.delete(line);
const hideRow = (state: SheetState, line: number): void => void state.hiddenRows.add(line);
const showRow = (state: SheetState, line: number): void => void state.hiddenRows.delete(line);

function columnsOf({ _area }: Range): Lines {
  return { first: _area.column, count: _area.columns };
}

function rowsOf({ _area }: Range): Lines {
  return { first: _area.row, count: _area.rows };
}

function setWidths(sheet: Sheet, lines: Lines, widthPx: number): Sheet {
  return change(sheet, (state) => each(lines, (line) => state.columnWidths.set(line, widthPx)));
}

function setHeights(sheet: Sheet, lines: Lines, heightPx: number): Sheet {
  return change(sheet, (state) => each(lines, (line) => state.rowHeights.set(line, heightPx)));
}

/** About what fits: 7 px a character and a margin, between 40 and 400 px, judged by the first 1,000 rows. */
function autoResize(sheet: Sheet, lines: Lines): Sheet {
  return change(sheet, (state) => {
    each(lines, (column) => {
      const texts = state.rows.slice(0, 1000).map((row) => String(row?.values[column - 1] ?? ''));
      const longest = texts.reduce((length, text) => Math.max(length, text.length), 0);
      state.columnWidths.set(column, Math.min(400, Math.max(40, longest * 7 + 12)));
    });
  });
}

/** Widths, heights and hidden rows and columns. */
export const sheetLineMethods: MethodTable<Sheet> = {
  hideColumns: [
    on([number], (sheet, first) => setHidden(sheet, { first, count: 1 }, hideColumn)),
    on([number, number], (sheet, first, count) => setHidden(sheet, { first, count }, hideColumn)),
  ],
  showColumns: [
    on([number], (sheet, first) => setHidden(sheet, { first, count: 1 }, showColumn)),
    on([number, number], (sheet, first, count) => setHidden(sheet, { first, count }, showColumn)),
  ],
  hideRows: [
    on([number], (sheet, first) => setHidden(sheet, { first, count: 1 }, hideRow)),
    on([number, number], (sheet, first, count) => setHidden(sheet, { first, count }, hideRow)),
  ],
  showRows: [
    on([number], (sheet, first) => setHidden(sheet, { first, count: 1 }, showRow)),
    on([number, number], (sheet, first, count) => setHidden(sheet, { first, count }, showRow)),
  ],
  hideColumn: on([hostOf(Range)], (sheet, range) => setHidden(sheet, columnsOf(range), hideColumn)),
  unhideColumn: on([hostOf(Range)], (sheet, range) =>
    setHidden(sheet, columnsOf(range), showColumn),
  ),
  hideRow: on([hostOf(Range)], (sheet, range) => setHidden(sheet, rowsOf(range), hideRow)),
  unhideRow: on([hostOf(Range)], (sheet, range) => setHidden(sheet, rowsOf(range), showRow)),
  isColumnHiddenByUser: on([number], (sheet, column) => readState(sheet).hiddenColumns.has(column)),
  isRowHiddenByUser: on([number], (sheet, row) => readState(sheet).hiddenRows.has(row)),
  getColumnWidth: on(
    [number],
    (sheet, column) => readState(sheet).columnWidths.get(column) ?? defaultWidthPx,
  ),
  setColumnWidth: on([number, number], (sheet, first, widthPx) =>
    setWidths(sheet, { first, count: 1 }, widthPx),
  ),
  setColumnWidths: on([number, number, number], (sheet, ...[first, count, widthPx]) =>
    setWidths(sheet, { first, count }, widthPx),
  ),
  getRowHeight: on(
    [number],
    (sheet, row) => readState(sheet).rowHeights.get(row) ?? defaultHeightPx,
  ),
  setRowHeight: on([number, number], (sheet, first, heightPx) =>
    setHeights(sheet, { first, count: 1 }, heightPx),
  ),
  setRowHeights: on([number, number, number], (sheet, ...[first, count, heightPx]) =>
    setHeights(sheet, { first, count }, heightPx),
  ),
  setRowHeightsForced: on([number, number, number], (sheet, ...[first, count, heightPx]) =>
    setHeights(sheet, { first, count }, heightPx),
  ),
  autoResizeColumn: on([number], (sheet, first) => autoResize(sheet, { first, count: 1 })),
  autoResizeColumns: on([number, number], (sheet, first, count) =>
    autoResize(sheet, { first, count }),
  ),
  autoResizeRows: on([number, number], (sheet) => sheet),
};
