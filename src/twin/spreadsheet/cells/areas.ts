import type { Area } from '../model';

/** Last row of an area. */
export function bottom(area: Area): number {
  return area.row + area.rows - 1;
}

/** Last column of an area. */
export function right(area: Area): number {
  return area.column + area.columns - 1;
}

/** Whether the cell lies in the area. */
export function holds(area: Area, row: number, column: number): boolean {
  return row >= area.row && row <= bottom(area) && column >= area.column && column <= right(area);
}

/** The part two areas share, or null. */
export function intersect(one: Area, other: Area): Area | null {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(bottom(one), bottom(other)) - row + 1;
  const columns = Math.min(right(one), right(other)) - column + 1;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** Whether `outer` contains all of `inner`. */
export function covers(outer: Area, inner: Area): boolean {
  return holds(outer, inner.row, inner.column) && holds(outer, bottom(inner), right(inner));
}

/** Number of cells of an area. */
export function cellCount(area: Area): number {
  return area.rows * area.columns;
}

/** What is left of `area` when `hole` is cut out: up to four rectangles. */
export function subtract(area: Area, hole: Area): readonly Area[] {
  const cut = intersect(area, hole);
  if (!cut) return [area];
  const parts: Area[] = [
    { ...area, rows: cut.row - area.row },
    { ...area, row: bottom(cut) + 1, rows: bottom(area) - bottom(cut) },
    { ...cut, column: area.column, columns: cut.column - area.column },
    { ...cut, column: right(cut) + 1, columns: right(area) - right(cut) },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}

/** Rows or columns put in or taken out of a sheet; `at` is the first one concerned. */
export interface GridShift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  /** Positive: so many put in before `at`; negative: so many taken out from `at` on. */
  readonly count: number;
}

/** Where a single row or column number lands after a shift; null when it was taken out. */
export function shiftIndex(index: number, shift: Pick<GridShift, 'at' | 'count'>): number | null {
  if (index < shift.at) return index;
  if (shift.count > 0) return index + shift.count;
  return index < shift.at - shift.count ? null : index + shift.count;
}

/** Where a span of rows or columns lands after a shift; null when all of it was taken out. */
export function shiftSpan(
  start: number,
  length: number,
  shift: Pick<GridShift, 'at' | 'count'>,
): { readonly start: number; readonly length: number } | null {
  const { at, count } = shift;
  if (count > 0) {
    if (at <= start) return { start: start + count, length };
    return at < start + length ? { start, length: length + count } : { start, length };
  }
  const taken = Math.max(0, Math.min(start + length, at - count) - Math.max(start, at));
  if (taken === length) return null;
  const before = Math.max(0, Math.min(start, at - count) - at);
  return { start: start - before, length: length - taken };
}

/** Where an area lands after a shift; null when all of it was taken out. */
export function shiftArea(area: Area, shift: GridShift): Area | null {
  if (shift.axis === 'row') {
    const span = shiftSpan(area.row, area.rows, shift);
    return span && { ...area, row: span.start, rows: span.length };
  }
  const span = shiftSpan(area.column, area.columns, shift);
  return span && { ...area, column: span.start, columns: span.length };
}
