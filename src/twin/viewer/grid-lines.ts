import type { ViewerBorder, ViewerSheet } from '../engine/viewer-data';
import { FIGURE_TAG, toFigureId } from './charts/chart-figure';
import type { Numbered } from './numbered';

/** Sizes of Sheets' columns and rows that nobody changed. */
const defaultWidthPx = 100;
const defaultHeightPx = 21;
/** The grid library's own row, which the bar chosen here replaces. */
const libraryHeightPx = 23;

interface Line {
  size?: number;
  isHidden?: boolean;
}

/** Widths of all columns, and the hidden ones. */
export function listColumns(sheet: ViewerSheet): Record<number, Line> {
  const columns: Record<number, Line> = {};
  for (let column = 0; column < sheet.columns; column += 1)
    columns[column] = { size: defaultWidthPx };
  for (const [column, size] of sheet.widths) columns[column - 1] = { size };
  for (const column of sheet.hiddenColumns) {
    columns[column - 1] = { ...columns[column - 1], isHidden: true };
  }
  return columns;
}

/** Rows that are not drawn (1-based): hidden in the sheet, or left out of a long one. */
export function listHiddenRows({ hiddenRows, omitted }: ViewerSheet): number[] {
  if (!omitted) return [...hiddenRows];
  const length = omitted.to - omitted.from + 1;
  return [...hiddenRows, ...Array.from({ length }, (_, index) => omitted.from + index)];
}

/** Heights of the rows that have one, and the rows that are not drawn. */
export function listRows(sheet: ViewerSheet): Record<number, Line> {
  const rows: Record<number, Line> = {};
  for (const [row, size] of sheet.heights) {
    // A row of the usual height stays free to grow with wrapped text.
    if (size !== defaultHeightPx && size !== libraryHeightPx) rows[row - 1] = { size };
  }
  for (const row of listHiddenRows(sheet)) rows[row - 1] = { ...rows[row - 1], isHidden: true };
  return rows;
}

/** Lines of cells, by their places. */
export function placeBorders(
  borders: readonly ViewerBorder[],
  table: Numbered<ViewerBorder[2]>,
): Record<string, number> {
  const places: Record<string, number> = {};
  for (const [row, column, sides] of borders)
    places[o_spreadsheet.helpers.toXC(column - 1, row - 1)] = table.find(sides);
  return places;
}

/** Where a chart stands; what it draws is found by its id. */
export function toFigure(chart: ViewerSheet['charts'][number]): object {
  return {
    id: toFigureId(chart.id),
    tag: FIGURE_TAG,
    col: chart.column - 1,
    row: chart.row - 1,
    offset: { x: chart.offsetXPx, y: chart.offsetYPx },
    width: chart.widthPx,
    height: chart.heightPx,
  };
}
