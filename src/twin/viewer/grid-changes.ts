import type { ViewerChart } from '../engine/viewer-data';
import { listHiddenRows } from './grid-lines';
import { fromKey, type GridCell, type GridSheet } from './grid-sheet';

/** A command of the grid library. */
export interface GridCommand {
  readonly type: string;
  readonly [name: string]: unknown;
}

/** What a change in place cannot follow: when it differs, the grid is built again. */
function describeShape({ source }: GridSheet): string {
  const { id, title, color, columns, frozenRows, frozenColumns, widths, hiddenColumns } = source;
  const { rules, charts, merges, filter, hasGridlines, heights, borders } = source;
  const filterColumns = filter?.replace(/\d+$/, '') ?? null;
  const looks = [color, columns, frozenRows, frozenColumns, widths, hiddenColumns, heights];
  const laid = [rules, charts.map(describePlace), merges, borders];
  return JSON.stringify([id, title, looks, hasGridlines, laid, filterColumns]);
}

/** What a chart draws is brought up to date where it stands. */
function describePlace(chart: ViewerChart): readonly unknown[] {
  const { id, row, column, offsetXPx, offsetYPx, widthPx, heightPx } = chart;
  return [id, row, column, offsetXPx, offsetYPx, widthPx, heightPx];
}

/** Whether the second state can be reached from the first by commands. */
export function canChangeInPlace(before: GridSheet, after: GridSheet): boolean {
  if (after.source.rows < before.source.rows) return false;
  const stillHidden = new Set(listHiddenRows(after.source));
  return (
    listHiddenRows(before.source).every((row) => stillHidden.has(row)) &&
    describeShape(before) === describeShape(after)
  );
}

function isSame(one: GridCell | undefined, other: GridCell): boolean {
  return (
    one !== undefined &&
    one.content === other.content &&
    one.text === other.text &&
    one.format === other.format &&
    JSON.stringify(one.style) === JSON.stringify(other.style)
  );
}

const BLANK: GridCell = { content: '', style: null, format: '', text: null };

function toUpdate(sheetId: string, key: number, cell: GridCell): GridCommand {
  const { row, column } = fromKey(key);
  const { content, style, format } = cell;
  return { type: 'UPDATE_CELL', sheetId, row: row - 1, col: column - 1, content, style, format };
}

function listCellChanges(sheetId: string, before: GridSheet, after: GridSheet): GridCommand[] {
  const changes: GridCommand[] = [];
  for (const [key, cell] of after.cells) {
    if (!isSame(before.cells.get(key), cell)) changes.push(toUpdate(sheetId, key, cell));
  }
  for (const key of before.cells.keys()) {
    if (!after.cells.has(key)) changes.push(toUpdate(sheetId, key, BLANK));
  }
  return changes;
}

function listRowChanges(sheetId: string, before: GridSheet, after: GridSheet): GridCommand[] {
  const changes: GridCommand[] = [];
  const quantity = after.source.rows - before.source.rows;
  const rows = { sheetId, dimension: 'ROW' };
  if (quantity > 0) {
    const base = before.source.rows - 1;
    const { title: sheetName } = after.source;
    changes.push({
      type: 'ADD_COLUMNS_ROWS',
      ...rows,
      sheetName,
      base,
      position: 'after',
      quantity,
    });
  }
  const known = new Set(listHiddenRows(before.source));
  const elements = listHiddenRows(after.source).filter((row) => !known.has(row));
  if (elements.length > 0) {
    changes.push({ type: 'HIDE_COLUMNS_ROWS', ...rows, elements: elements.map((row) => row - 1) });
  }
  return changes;
}

/** The commands that bring a sheet from one state to the next. */
export function listChanges(
  before: GridSheet,
  after: GridSheet,
  showHidden: boolean,
): GridCommand[] {
  const sheetId = String(after.source.id);
  const changes = [
    ...listRowChanges(sheetId, before, after),
    ...listCellChanges(sheetId, before, after),
  ];
  if (!showHidden && before.source.hidden !== after.source.hidden) {
    changes.push({ type: after.source.hidden ? 'HIDE_SHEET' : 'SHOW_SHEET', sheetId });
  }
  return changes;
}
