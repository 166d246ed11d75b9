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
