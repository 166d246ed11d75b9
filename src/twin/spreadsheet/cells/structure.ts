import type { SheetState } from './sheet-state';
import type { WorkbookState } from './workbook-state';
import { shiftArea, shiftIndex, type GridShift } from './areas';
import { draftRow, type Extra, type Row } from './row';
import { shiftFormulas } from './shift-formulas';

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
  if (shift.axis === 'row') moveRows(sheet, shift, inheritBefore);
  else moveColumns(sheet, shift, inheritBefore);
  sheet.layers.shift(shift);
  if (shift.count > 0 && inheritBefore) sheet.layers.stretch(shift);
  moveSettings(sheet, shift);
  moveReferences(workbook, sheet, shift);
  sheet.forgetExtent();
  sheet.changes.settings = true;
  shiftFormulas(workbook, sheet, shift);
}

/** Makes the grid larger at its end, without inheriting anything. */
export function growGrid(sheet: SheetState, maxRows: number, maxColumns: number): void {
  if (maxRows > sheet.maxRows) sheet.runs.insert(sheet.maxRows + 1, maxRows - sheet.maxRows);
  sheet.maxRows = Math.max(sheet.maxRows, maxRows);
  sheet.maxColumns = Math.max(sheet.maxColumns, maxColumns);
  sheet.changes.settings = true;
}

function moveRows(sheet: SheetState, { at, count }: GridShift, inheritBefore: boolean): void {
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

function moveColumns(sheet: SheetState, { at, count }: GridShift, inheritBefore: boolean): void {
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

function moveSettings(sheet: SheetState, shift: GridShift): void {
  const area = <T extends { readonly area: NonNullable<SheetState['filter']> }>(item: T): T[] => {
    const moved = shiftArea(item.area, shift);
    return moved ? [{ ...item, area: moved }] : [];
  };
  sheet.bandings = sheet.bandings.flatMap(area);
  sheet.validations = sheet.validations.flatMap(area);
  sheet.borders = sheet.borders.flatMap(area);
  sheet.filter = sheet.filter && shiftArea(sheet.filter, shift);
  sheet.merges = sheet.merges.flatMap((merge) => shiftArea(merge, shift) ?? []);
  sheet.conditionalRules = sheet.conditionalRules.flatMap((rule) => {
    const areas = rule.areas.flatMap((one) => shiftArea(one, shift) ?? []);
    return areas.length > 0 ? [{ ...rule, areas }] : [];
  });
  sheet.protections = sheet.protections.flatMap((item) => {
    if (!item.area) return [item];
    const moved = shiftArea(item.area, shift);
    return moved ? [{ ...item, area: moved }] : [];
  });
  moveLines(sheet, shift);
}

function moveLines(sheet: SheetState, shift: GridShift): void {
  const number = (index: number): number[] => {
    const moved = shiftIndex(index, shift);
    return moved === null ? [] : [moved];
  };
  const size = ([index, px]: [number, number]): [number, number][] =>
    number(index).map((moved) => [moved, px]);
  if (shift.axis === 'row') {
    sheet.hiddenRows = new Set([...sheet.hiddenRows].flatMap(number));
    sheet.rowHeights = new Map([...sheet.rowHeights].flatMap(size));
    sheet.frozenRows = frozenAfter(sheet.frozenRows, shift);
    return;
  }
  sheet.hiddenColumns = new Set([...sheet.hiddenColumns].flatMap(number));
  sheet.columnWidths = new Map([...sheet.columnWidths].flatMap(size));
  sheet.frozenColumns = frozenAfter(sheet.frozenColumns, shift);
  sheet.filterCriteria = sheet.filterCriteria.flatMap((item) =>
    number(item.column).map((column) => ({ ...item, column })),
  );
}

function frozenAfter(frozen: number, { at, count }: GridShift): number {
  if (at > frozen) return frozen;
  return count > 0 ? frozen + count : Math.max(at - 1, frozen + count);
}

/** Named ranges, metadata and charts' sources follow, wherever they are. */
function moveReferences(workbook: WorkbookState, sheet: SheetState, shift: GridShift): void {
  workbook.settings.touched = true;
  for (const [name, named] of workbook.namedRanges) {
    if (named.sheetId !== sheet.id) continue;
    const area = shiftArea(named.area, shift);
    if (area) workbook.namedRanges.set(name, { ...named, area });
    else workbook.namedRanges.delete(name);
  }
  workbook.metadata = workbook.metadata.flatMap((item) => moveMetadata(item, sheet.id, shift));
  for (const other of workbook.sheets) moveCharts(other, sheet.id, shift);
}

type Metadata = WorkbookState['metadata'][number];

function moveMetadata(item: Metadata, sheetId: number, shift: GridShift): readonly Metadata[] {
  const { location } = item;
  if (location.type === 'ROW' && location.sheetId === sheetId && shift.axis === 'row') {
    const row = shiftIndex(location.row, shift);
    return row === null ? [] : [{ ...item, location: { ...location, row } }];
  }
  if (location.type === 'COLUMN' && location.sheetId === sheetId && shift.axis === 'column') {
    const column = shiftIndex(location.column, shift);
    return column === null ? [] : [{ ...item, location: { ...location, column } }];
  }
  return [item];
}

function moveCharts(sheet: SheetState, sheetId: number, shift: GridShift): void {
  if (sheet.charts.length === 0) return;
  sheet.changes.settings = true;
  sheet.charts = sheet.charts.map((chart) => ({
    ...chart,
    ...(sheet.id === sheetId ? moveAnchor(chart, shift) : {}),
    sources: chart.sources.flatMap((source) => {
      if (source.sheetId !== sheetId) return [source];
      const area = shiftArea(source.area, shift);
      return area ? [{ ...source, area }] : [];
    }),
  }));
}

function moveAnchor(
  anchor: { readonly row: number; readonly column: number },
  shift: GridShift,
): { readonly row: number; readonly column: number } {
  const moved = (index: number): number => shiftIndex(index, shift) ?? shift.at;
  return shift.axis === 'row'
    ? { row: moved(anchor.row), column: anchor.column }
    : { row: anchor.row, column: moved(anchor.column) };
}
