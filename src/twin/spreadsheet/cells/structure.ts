import type { SheetState } from './sheet-state';
import type { WorkbookState } from './workbook-state';
import { followGrid } from './follow-grid';
import { mapMove, mapShift, type GridMove, type GridShift } from './grid-map';
import { draftRow, type Extra, type Row } from './row';

/** Rows or columns put in (`count` > 0) or taken out of one sheet. */
export interface StructureChange {
  readonly sheet: SheetState;
  readonly shift: GridShift;
  /** New lines look like the one before them (else like the one after). */
  readonly inheritBefore: boolean;
}

/** Puts rows or columns in or takes them out, and moves everything that stands on them. */
export function changeStructure(workbook: WorkbookState, change: StructureChange): void {
  const { sheet, shift, inheritBefore } = change;
  if (shift.axis === 'row') shiftRows(sheet, shift, inheritBefore);
  else shiftColumns(sheet, shift, inheritBefore);
  shiftFrozen(sheet, shift);
  followGrid(workbook, sheet, mapShift(shift));
  if (shift.count > 0 && inheritBefore) sheet.layers.stretch(shift);
}

/** Moves rows or columns within a sheet, with everything that stands on them. */
export function moveLines(workbook: WorkbookState, sheet: SheetState, move: GridMove): void {
  if (move.axis === 'row') moveRows(sheet, move);
  else moveColumns(sheet, move);
  followGrid(workbook, sheet, mapMove(move));
}

/** Makes the grid larger at its end, without inheriting anything. */
export function growGrid(sheet: SheetState, maxRows: number, maxColumns: number): void {
  if (maxRows > sheet.maxRows) sheet.runs.insert(sheet.maxRows + 1, maxRows - sheet.maxRows);
  sheet.maxRows = Math.max(sheet.maxRows, maxRows);
  sheet.maxColumns = Math.max(sheet.maxColumns, maxColumns);
  sheet.changes.settings = true;
}

function shiftRows(sheet: SheetState, { at, count }: GridShift, inheritBefore: boolean): void {
  const index = at - 1;
  if (count > 0) {
    const model = styleOnly(sheet.rows[inheritBefore ? index - 1 : index]);
    sheet.runs.insert(at, count);
    if (index < sheet.rows.length || model) insertSlots(sheet, index, count);
    if (model) for (let row = at; row < at + count; row++) sheet.putRow(row, draftRow(model));
  } else {
    for (let row = at; row < at - count; row++) {
      if (sheet.rowAt(row)) sheet.changes.goneRowIds.add(sheet.runs.idAt(row));
      sheet.changes.rowIds.delete(sheet.runs.idAt(row));
    }
    sheet.rows.splice(index, -count);
    sheet.runs.remove(at, -count);
  }
  sheet.maxRows += count;
}

function insertSlots(sheet: SheetState, index: number, count: number): void {
  while (sheet.rows.length < index) sheet.rows.push(undefined);
  const slots = Array.from<undefined>({ length: count });
  sheet.rows = [...sheet.rows.slice(0, index), ...slots, ...sheet.rows.slice(index)];
}

function shiftColumns(sheet: SheetState, { at, count }: GridShift, inheritBefore: boolean): void {
  sheet.rows.forEach((row, index) => {
    if (!row || (row.values.length < at - 1 && (row.extras?.length ?? 0) < at - 1)) return;
    const draft = draftRow(row);
    if (count > 0) {
      const model = styleOf(draft.extras?.[inheritBefore ? at - 2 : at - 1]);
      if (draft.values.length >= at) draft.values.splice(at - 1, 0, ...nulls(count));
      if (draft.extras && draft.extras.length >= at - 1) {
        draft.extras.splice(at - 1, 0, ...Array.from({ length: count }, () => model));
      }
    } else {
      draft.values.splice(at - 1, -count);
      draft.extras?.splice(at - 1, -count);
    }
    sheet.putRow(index + 1, draft);
  });
  sheet.maxColumns += count;
}

function nulls(count: number): null[] {
  return Array.from({ length: count }, () => null);
}

function styleOf(extra: Extra | undefined): Extra | undefined {
  return extra?.style && { style: extra.style };
}

function styleOnly(row: Row | undefined): Row | null {
  const extras = row?.extras?.map(styleOf) ?? [];
  return extras.some((extra) => extra !== undefined) ? { values: [], extras } : null;
}

function shiftFrozen(sheet: SheetState, shift: GridShift): void {
  if (shift.axis === 'row') sheet.frozenRows = frozenAfter(sheet.frozenRows, shift);
  else sheet.frozenColumns = frozenAfter(sheet.frozenColumns, shift);
}

function frozenAfter(frozen: number, { at, count }: GridShift): number {
  if (at > frozen) return frozen;
  return count > 0 ? frozen + count : Math.max(at - 1, frozen + count);
}

function moveRows(sheet: SheetState, move: GridMove): void {
  const { from, count, to } = move;
  while (sheet.rows.length < Math.max(from + count, to) - 1) sheet.rows.push(undefined);
  sheet.rows = moveItems(sheet.rows, move);
  sheet.runs.move(from, count, to);
}

function moveColumns(sheet: SheetState, move: GridMove): void {
  const first = Math.min(move.from, move.to);
  const width = Math.max(move.from + move.count, move.to) - 1;
  sheet.rows.forEach((row, index) => {
    if (!row || Math.max(row.values.length, row.extras?.length ?? 0) < first) return;
    sheet.putRow(index + 1, {
      values: moveItems(fillTo(row.values, width, null), move),
      extras: row.extras && moveItems(fillTo(row.extras, width, undefined), move),
    });
  });
}

/** A copy of the list that is at least so long. */
function fillTo<T>(items: readonly T[], length: number, filling: T): T[] {
  const missing = Math.max(0, length - items.length);
  return [...items, ...Array.from({ length: missing }, () => filling)];
}

/** The list with the lines of the move (counted from 1) in their new place. */
function moveItems<T>(items: readonly T[], { from, count, to }: GridMove): T[] {
  const moved = items.slice(from - 1, from - 1 + count);
  const rest = items.toSpliced(from - 1, count);
  const place = (to > from ? to - count : to) - 1;
  return [...rest.slice(0, place), ...moved, ...rest.slice(place)];
}
