import { bottom, cellCount, right } from '../cells/areas';
import { growGrid } from '../cells/structure';
import type { SheetState } from '../cells/sheet-state';
import type { Area } from '../model';
import type { Session } from '../session';
import { Range } from './host-objects';

const outside = 'The coordinates of the range are outside the dimensions of the sheet.';

/** A matrix of an area's shape with the same item everywhere. */
export function repeat<T>(area: Area, item: T): T[][] {
  return Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => item));
}

/** Throws Google's text when a matrix has not the shape of the area. */
export function checkShape(area: Area, matrix: readonly (readonly unknown[])[]): void {
  if (matrix.length !== area.rows) throw new Error(misfit('rows', matrix.length, area.rows));
  const odd = matrix.find((line) => line.length !== area.columns);
  if (odd) throw new Error(misfit('columns', odd.length, area.columns));
}

function misfit(unit: string, has: number, wanted: number): string {
  return `The number of ${unit} in the data does not match the number of ${unit} in the range. The data has ${has} but the range has ${wanted}.`;
}

/** The value of the upper left cell. */
export function first<T>(range: Range, read: (one: Range) => readonly (readonly T[])[]): T | '' {
  const one = new Range(range._session, range._sheetId, { ...range._area, rows: 1, columns: 1 });
  return read(one)[0]?.[0] ?? '';
}

/** Adds a write over the whole range to the pending ones; gives the range back, as Apps Script's setters do. */
export function writeArea(range: Range, apply: (sheet: SheetState, area: Area) => void): Range {
  const { _session: session, _sheetId: sheetId, _area: area } = range;
  session.sheet(sheetId);
  session.write(sheetId, cellCount(area), (sheet) => {
    // Rows may have been taken out by another execution since the range was made.
    if (bottom(area) > sheet.maxRows || right(area) > sheet.maxColumns) {
      growGrid(sheet, bottom(area), right(area));
    }
    apply(sheet, area);
  });
  return range;
}

/** A range of a sheet, after its place was checked against the grid. */
export function makeRange(session: Session, sheetId: number, area: Area): Range {
  const whole: Area = {
    row: Math.trunc(area.row),
    column: Math.trunc(area.column),
    rows: Math.trunc(area.rows),
    columns: Math.trunc(area.columns),
  };
  if (whole.rows < 1) throw new Error('The number of rows in the range must be at least 1.');
  if (whole.columns < 1) throw new Error('The number of columns in the range must be at least 1.');
  if (whole.row < 1) throw new Error('The starting row of the range is too small.');
  if (whole.column < 1) throw new Error('The starting column of the range is too small.');
  if (isOutside(session.sheet(sheetId), whole)) {
    session.beforeRead();
    if (isOutside(session.sheet(sheetId), whole)) throw new Error(outside);
  }
  return new Range(session, sheetId, whole);
}

function isOutside(sheet: SheetState, area: Area): boolean {
  return bottom(area) > sheet.maxRows || right(area) > sheet.maxColumns;
}
