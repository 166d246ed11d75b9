import { parseA1, splitSheetName } from '../a1';
import { changeStructure, moveLines } from '../cells/structure';
import type { GridMove, GridShift } from '../cells/grid-map';
import type { SheetState } from '../cells/sheet-state';
import { checkColumns, checkGrowth } from '../limits';
import type { Area } from '../model';
import type { Session } from '../session';
import { hostOf, number, string } from './arguments';
import { Range, type Sheet } from './host-objects';
import { signaturesOf, type MethodTable, type Overload } from './methods';
import { makeRange } from './range-support';

const on = signaturesOf<Sheet>();

/** The committed sheet behind the object. */
export function stateOf(sheet: Sheet): SheetState {
  return sheet._session.sheet(sheet._id);
}

function range(sheet: Sheet, area: Area): Range {
  return makeRange(sheet._session, sheet._id, area);
}

/** The range an A1 notation (`B2`, `C2:C`, `Tab!A1`) or a named range means. */
export function rangeByText(session: Session, sheetId: number | null, text: string): Range {
  const named = session.workbook.namedRanges.get(text);
  if (named) return makeRange(session, named.sheetId, named.area);
  const { title, rest } = splitSheetName(text);
  const titled = session.workbook.sheets.find((one) => one.title === title);
  const id = title === null ? sheetId : titled?.id;
  const state = id === undefined || id === null ? undefined : session.workbook.sheetById(id);
  const area = state && parseA1(rest, state);
  if (!state || !area) throw new Error('Range not found');
  return makeRange(session, state.id, area);
}

function dataRange(sheet: Sheet): Range {
  return range(sheet, {
    row: 1,
    column: 1,
    rows: Math.max(1, lastRow(sheet)),
    columns: Math.max(1, lastColumn(sheet)),
  });
}

function lastRow({ _session, _id }: Sheet): number {
  _session.beforeRead();
  return _session.lastRow(_id);
}

function lastColumn({ _session, _id }: Sheet): number {
  _session.beforeRead();
  return _session.lastColumn(_id);
}

interface Insertion extends GridShift {
  readonly inheritBefore: boolean;
}

function insert(sheet: Sheet, { axis, at, count, inheritBefore }: Insertion): Sheet {
  const state = stateOf(sheet);
  const last = axis === 'row' ? state.maxRows : state.maxColumns;
  if (at < 1 || at > last + 1 || count < 1) {
    throw new Error(`Those ${axis}s are out of bounds.`);
  }
  if (axis === 'column') checkColumns(state.maxColumns + count);
  const { workbook } = sheet._session;
  checkGrowth(workbook, count * (axis === 'row' ? state.maxColumns : state.maxRows));
  sheet._session.changeNow(() =>
    changeStructure(workbook, { sheet: state, shift: { axis, at, count }, inheritBefore }),
  );
  return sheet;
}

function remove(sheet: Sheet, { axis, at, count }: GridShift): Sheet {
  const state = stateOf(sheet);
  const [last, frozen] =
    axis === 'row' ? [state.maxRows, state.frozenRows] : [state.maxColumns, state.frozenColumns];
  if (at < 1 || count < 1 || at + count - 1 > last)
    throw new Error(`Those ${axis}s are out of bounds.`);
  if (count === last) throw new Error(`You can't delete all the ${axis}s on the sheet.`);
  if (at <= frozen + 1 && at + count - 1 === last) {
    throw new Error(`It is not possible to delete all the non-frozen ${axis}s.`);
  }
  const { workbook } = sheet._session;
  sheet._session.changeNow(() =>
    changeStructure(workbook, {
      sheet: state,
      shift: { axis, at, count: -count },
      inheritBefore: false,
    }),
  );
  return sheet;
}

/** A move onto its own place changes nothing. */
function move(sheet: Sheet, lines: GridMove): void {
  const state = stateOf(sheet);
  const { axis, from, count, to } = lines;
  const last = axis === 'row' ? state.maxRows : state.maxColumns;
  if (to < 1 || to > last + 1) throw new Error(`Those ${axis}s are out of bounds.`);
  if (to >= from && to <= from + count) return;
  const { workbook } = sheet._session;
  sheet._session.changeNow(() => moveLines(workbook, state, lines));
}

function structureMethods(
  axis: GridShift['axis'],
): Record<string, Overload<Sheet> | Overload<Sheet>[]> {
  const unit = axis === 'row' ? 'Row' : 'Column';
  const after = (sheet: Sheet, at: number, count: number): Sheet =>
    insert(sheet, { axis, at: at + 1, count, inheritBefore: true });
  const before = (sheet: Sheet, at: number, count: number): Sheet =>
    insert(sheet, { axis, at, count, inheritBefore: false });
  return {
    [`insert${unit}After`]: on([number], (sheet, at) => after(sheet, at, 1)),
    [`insert${unit}Before`]: on([number], (sheet, at) => before(sheet, at, 1)),
    [`insert${unit}sAfter`]: on([number, number], after),
    [`insert${unit}sBefore`]: on([number, number], before),
    [`insert${unit}s`]: [
      on([number], (sheet, at) => before(sheet, at, 1)),
      on([number, number], before),
    ],
    [`delete${unit}`]: on([number], (sheet, at) => remove(sheet, { axis, at, count: 1 })),
    [`delete${unit}s`]: on([number, number], (sheet, at, count) =>
      remove(sheet, { axis, at, count }),
    ),
  };
}

/** Ranges of a sheet, its size, rows and columns put in and taken out. */
export const sheetGridMethods: MethodTable<Sheet> = {
  getRange: [
    on([string], (sheet, text) => rangeByText(sheet._session, sheet._id, text)),
    on([number, number], (sheet, row, column) =>
      range(sheet, { row, column, rows: 1, columns: 1 }),
    ),
    on([number, number, number], (sheet, ...[row, column, rows]) =>
      range(sheet, { row, column, rows, columns: 1 }),
    ),
    on([number, number, number, number], (sheet, ...[row, column, rows, columns]) =>
      range(sheet, { row, column, rows, columns }),
    ),
  ],
  getDataRange: on([], dataRange),
  getLastRow: on([], lastRow),
  getLastColumn: on([], lastColumn),
  getMaxRows: on([], (sheet) => stateOf(sheet).maxRows),
  getMaxColumns: on([], (sheet) => stateOf(sheet).maxColumns),
  moveColumns: on([hostOf(Range), number], (sheet, { _area }, to) =>
    move(sheet, { axis: 'column', from: _area.column, count: _area.columns, to }),
  ),
  moveRows: on([hostOf(Range), number], (sheet, { _area }, to) =>
    move(sheet, { axis: 'row', from: _area.row, count: _area.rows, to }),
  ),
  ...structureMethods('row'),
  ...structureMethods('column'),
};
