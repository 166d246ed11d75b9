import type { Area, CellValue } from '../model';
import { bottom, right } from './areas';
import { draftRow, putExtra, putValue, type Extra } from './row';
import type { SheetState } from './sheet-state';

/** One column to sort by. */
export interface SortKey {
  readonly column: number;
  readonly ascending: boolean;
}

interface SortedLine {
  readonly values: readonly CellValue[];
  readonly extras: readonly (Extra | undefined)[];
}

/** Sorts the rows of an area with their notes and styles. Blanks go last; numbers before text before booleans. */
export function sortArea(sheet: SheetState, area: Area, keys: readonly SortKey[]): void {
  const lines: SortedLine[] = [];
  for (let row = area.row; row <= bottom(area); row++) lines.push(takeLine(sheet, area, row));
  lines.sort((one, other) => compareLines(one, other, { area, keys }));
  lines.forEach((line, index) => {
    const row = area.row + index;
    const draft = draftRow(sheet.rowAt(row));
    for (let column = area.column; column <= right(area); column++) {
      putValue(draft, column, line.values[column - area.column] ?? null);
      putExtra(draft, column, line.extras[column - area.column] ?? {});
    }
    sheet.putRow(row, draft);
  });
}

function takeLine(sheet: SheetState, area: Area, row: number): SortedLine {
  const known = sheet.rowAt(row);
  const [from, to] = [area.column - 1, right(area)];
  return {
    values: known?.values.slice(from, to) ?? [],
    extras: known?.extras?.slice(from, to) ?? [],
  };
}

function compareLines(
  one: SortedLine,
  other: SortedLine,
  { area, keys }: { readonly area: Area; readonly keys: readonly SortKey[] },
): number {
  for (const { column, ascending } of keys) {
    const at = column - area.column;
    const order = compareValues(one.values[at] ?? null, other.values[at] ?? null, ascending);
    if (order !== 0) return order;
  }
  return 0;
}

const ranks: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2 };

function compareValues(one: CellValue, other: CellValue, ascending: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const sign = ascending ? 1 : -1;
  const byType = (ranks[typeof one] ?? 0) - (ranks[typeof other] ?? 0);
  if (byType !== 0) return byType * sign;
  if (typeof one === 'string') return one.localeCompare(String(other)) * sign;
  return (Number(one) - Number(other)) * sign;
}
