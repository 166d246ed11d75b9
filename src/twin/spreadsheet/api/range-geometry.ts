import { areaToA1 } from '../a1';
import { bottom, covers, intersect, right } from '../cells/areas';
import type { Area } from '../model';
import { number } from './arguments';
import { type Range, Sheet } from './host-objects';
import { signaturesOf, type MethodTable } from './methods';
import { makeRange, writeArea } from './range-support';

const on = signaturesOf<Range>();

function at(range: Range, area: Area): Range {
  return makeRange(range._session, range._sheetId, area);
}

function getCell({ _session, _sheetId, _area: area }: Range, row: number, column: number): Range {
  const place = { row: area.row + row - 1, column: area.column + column - 1, rows: 1, columns: 1 };
  if (!covers(area, place)) throw new Error('Cell reference out of range');
  return makeRange(_session, _sheetId, place);
}

function offset(range: Range, by: Area): Range {
  const { row, column } = range._area;
  return at(range, { ...by, row: row + by.row, column: column + by.column });
}

function merge(range: Range): Range {
  return writeArea(range, (sheet, area) => {
    sheet.merges = [...sheet.merges.filter((one) => !intersect(one, area)), area];
    sheet.changes.settings = true;
  });
}

function breakApart(range: Range): Range {
  return writeArea(range, (sheet, area) => {
    sheet.merges = sheet.merges.filter((one) => !intersect(one, area));
    sheet.changes.settings = true;
  });
}

function mergeLines(range: Range, lines: readonly Area[]): Range {
  lines.forEach((line) => merge(at(range, line)));
  return range;
}

function rowsOf({ _area: area }: Range): Area[] {
  return Array.from({ length: area.rows }, (_, index) => ({
    ...area,
    row: area.row + index,
    rows: 1,
  }));
}

function columnsOf({ _area: area }: Range): Area[] {
  return Array.from({ length: area.columns }, (_, index) => ({
    ...area,
    column: area.column + index,
    columns: 1,
  }));
}

function mergedRanges(range: Range): Range[] {
  range._session.beforeRead();
  const { merges } = range._session.sheet(range._sheetId);
  return merges.filter((one) => intersect(one, range._area)).map((one) => at(range, one));
}

/** Place and size of a range, ranges made from it, merged cells. */
export const rangeGeometryMethods: MethodTable<Range> = {
  getRow: on([], ({ _area }) => _area.row),
  getRowIndex: on([], ({ _area }) => _area.row),
  getColumn: on([], ({ _area }) => _area.column),
  getColumnIndex: on([], ({ _area }) => _area.column),
  getLastRow: on([], ({ _area }) => bottom(_area)),
  getLastColumn: on([], ({ _area }) => right(_area)),
  getEndRow: on([], ({ _area }) => bottom(_area)),
  getEndColumn: on([], ({ _area }) => right(_area)),
  getNumRows: on([], ({ _area }) => _area.rows),
  getNumColumns: on([], ({ _area }) => _area.columns),
  getHeight: on([], ({ _area }) => _area.rows),
  getWidth: on([], ({ _area }) => _area.columns),
  getA1Notation: on([], ({ _area }) => areaToA1(_area)),
  getGridId: on([], ({ _sheetId }) => _sheetId),
  getSheet: on([], ({ _session, _sheetId }) => new Sheet(_session, _sheetId)),
  getCell: on([number, number], getCell),
  offset: [
    on([number, number], (range, row, column) => offset(range, { ...range._area, row, column })),
    on([number, number, number], (range, ...[row, column, rows]) =>
      offset(range, { ...range._area, row, column, rows }),
    ),
    on([number, number, number, number], (range, ...[row, column, rows, columns]) =>
      offset(range, { row, column, rows, columns }),
    ),
  ],
  activate: on([], (range) => {
    range._session.activate(range._sheetId, range._area);
    return range;
  }),
  merge: on([], merge),
  mergeAcross: on([], (range) => mergeLines(range, rowsOf(range))),
  mergeVertically: on([], (range) => mergeLines(range, columnsOf(range))),
  breakApart: on([], breakApart),
  isPartOfMerge: on([], (range) => mergedRanges(range).length > 0),
  getMergedRanges: on([], mergedRanges),
};
