import type { Area, CellValue } from './model';
import type { Row } from './cells/row';
import type { SheetState } from './cells/sheet-state';
import type { Session } from './session';
import { displayText, isDateLikeFormat } from './values/number-formats';
import { epochFromSerial } from './values/zone';

/** A cell being read: its row as this execution sees it. */
export interface ReadPlace {
  readonly sheet: SheetState;
  readonly known: Row | undefined;
  readonly row: number;
  readonly column: number;
}

/** Reads each cell of an area, in rows, after the pending writes went out. */
export function readArea<T>(
  session: Session,
  target: { readonly sheetId: number; readonly area: Area },
  read: (place: ReadPlace) => T,
): T[][] {
  session.beforeRead();
  const sheet = session.sheet(target.sheetId);
  const { area } = target;
  return Array.from({ length: area.rows }, (_row, index) => {
    const row = area.row + index;
    const known = session.cache.row(target.sheetId, row);
    return Array.from({ length: area.columns }, (_cell, offset) =>
      read({ sheet, known, row, column: area.column + offset }),
    );
  });
}

/** Value of a cell before its number format is looked at; formulas are evaluated here and only here. */
export function rawValue(session: Session, place: ReadPlace): CellValue {
  const stored = place.known?.values[place.column - 1] ?? null;
  if (place.known?.extras?.[place.column - 1]?.formula === undefined) return stored;
  const engine = session.options.engine?.();
  if (!engine) return stored ?? '#NAME?';
  return engine.evaluate(place.sheet.id, place.row, place.column);
}

/** Number format in force at a cell; undefined when it is automatic. */
export function formatAt({ sheet, known, row, column }: ReadPlace): string | undefined {
  return (
    known?.extras?.[column - 1]?.style?.numberFormat ??
    sheet.layers.styleAt(row, column).numberFormat
  );
}

/** What `getValue` gives: '' for a blank cell, a Date for a number that a format shows as a date. */
export function readValue(session: Session, place: ReadPlace): string | number | boolean | Date {
  const value = rawValue(session, place);
  if (value === null) return '';
  if (typeof value !== 'number' || !isDateLikeFormat(formatAt(place))) return value;
  return new Date(epochFromSerial(value, session.workbook.timeZone));
}

/** What `getDisplayValue` gives. */
export function readDisplay(session: Session, place: ReadPlace): string {
  const value = rawValue(session, place);
  return displayText(value, formatAt(place), session.workbook.locale);
}
