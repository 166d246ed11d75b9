import type { Area, CellValue } from './model';
import { bottom, holds, right } from './cells/areas';
import type { Row } from './cells/row';
import type { SheetState } from './cells/sheet-state';
import type { Session } from './session';
import { displayText, isDateLikeFormat } from './values/number-formats';
import { epochFromSerial } from './values/zone';

/** A cell being read: its row as this execution sees it. The same object serves the next cell, so nobody keeps it. */
export interface ReadPlace {
  sheet: SheetState;
  known: Row | undefined;
  row: number;
  column: number;
  /** Areas that formulas of the sheet fill. */
  spills?: readonly Area[];
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
  const spills = session.listSpills(sheet);
  const place: ReadPlace = { sheet, known: undefined, row: 0, column: 0, spills };
  const lines: T[][] = [];
  for (place.row = area.row; place.row <= bottom(area); place.row++) {
    place.known = session.cache.row(target.sheetId, place.row);
    const line: T[] = [];
    for (place.column = area.column; place.column <= right(area); place.column++) {
      line.push(read(place));
    }
    lines.push(line);
  }
  return lines;
}

/** Value of a cell before its number format is looked at; formulas are evaluated here and only here. */
export function rawValue(session: Session, place: ReadPlace): CellValue {
  const stored = place.known?.values[place.column - 1] ?? null;
  const formula = place.known?.extras?.[place.column - 1]?.formula;
  if (formula === undefined && (stored !== null || !isFilled(place))) return stored;
  const engine = session.options.engine?.();
  if (!engine) return stored ?? '#NAME?';
  return engine.evaluate(place.sheet.id, place.row, place.column);
}

function isFilled({ spills = [], row, column }: ReadPlace): boolean {
  return spills.some((area) => holds(area, row, column));
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
