import type { CellStyle, CellValue, TextRun } from '../spreadsheet/model';
import type { ViewerLook, ViewerSheet, ViewerWorkbook } from '../engine/viewer-data';

/** A cell in the grid library's words. */
export interface GridCell {
  readonly content: string;
  readonly style: GridStyle | null;
  readonly format: string;
  /** What is shown where the library cannot read the number format. */
  readonly text: string | null;
}

/** The grid library's style. */
export interface GridStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly verticalAlign?: 'top' | 'middle' | 'bottom';
  readonly wrapping?: 'overflow' | 'wrap' | 'clip';
  readonly fillColor?: string;
  readonly textColor?: string;
  readonly fontSize?: number;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
}

/** A sheet as received, its cells by row and column. */
export interface GridSheet {
  readonly source: ViewerSheet;
  readonly cells: ReadonlyMap<number, GridCell>;
  readonly formulas: ReadonlyMap<number, string>;
  readonly notes: ReadonlyMap<number, string>;
  readonly runs: ReadonlyMap<number, readonly TextRun[]>;
}

/** More columns than a Sheets grid may have, so that row and column make one number. */
const COLUMN_SPAN = 20_000;

/** Number of a cell within its sheet; rows and columns 1-based. */
export function toKey(row: number, column: number): number {
  return row * COLUMN_SPAN + column;
}

/** Row and column of a cell's number. */
export function fromKey(key: number): { row: number; column: number } {
  return { row: Math.floor(key / COLUMN_SPAN), column: key % COLUMN_SPAN };
}

const WRAPPING = { OVERFLOW: 'overflow', WRAP: 'wrap', CLIP: 'clip' } as const;

/** A Sheets style in the grid library's words. */
export function toGridStyle(style: CellStyle): GridStyle {
  return {
    ...(style.fontWeight === 'bold' ? { bold: true } : {}),
    ...(style.fontStyle === 'italic' ? { italic: true } : {}),
    ...(style.horizontalAlignment ? { align: style.horizontalAlignment } : {}),
    ...(style.verticalAlignment ? { verticalAlign: style.verticalAlignment } : {}),
    ...(style.wrap ? { wrapping: WRAPPING[style.wrap] } : {}),
    ...(style.background ? { fillColor: style.background } : {}),
    ...(style.fontColor ? { textColor: style.fontColor } : {}),
    ...(style.fontSize ? { fontSize: style.fontSize } : {}),
    ...(style.fontLine === 'underline' ? { underline: true } : {}),
    ...(style.fontLine === 'line-through' ? { strikethrough: true } : {}),
  };
}

function toContent(value: CellValue): string {
  if (typeof value === 'string') return value === '' ? '' : `'${value}`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === null ? '' : String(value);
}

interface ResolvedLook {
  readonly style: GridStyle | null;
  readonly format: string;
}

function resolveLook({ style, numberFormat }: ViewerLook): ResolvedLook {
  const gridStyle = toGridStyle(style);
  return {
    style: Object.keys(gridStyle).length > 0 ? gridStyle : null,
    format: numberFormat ?? '',
  };
}

const PLAIN: ResolvedLook = { style: null, format: '' };

function resolveSheet(source: ViewerSheet, looks: readonly ResolvedLook[]): GridSheet {
  const toTexts = (texts: ViewerSheet['notes']): Map<number, string> =>
    new Map(texts.map(([row, column, text]) => [toKey(row, column), text]));
  const cells = new Map(
    source.cells.map(([row, column, value, look, text = null]): [number, GridCell] => [
      toKey(row, column),
      { content: toContent(value), text, ...(looks[look] ?? PLAIN) },
    ]),
  );
  const runs = new Map(source.runs.map(([row, column, list]) => [toKey(row, column), list]));
  return { source, cells, formulas: toTexts(source.formulas), notes: toTexts(source.notes), runs };
}

/** The sheets of a received workbook, ready for the grid. */
export function resolveSheets({ sheets, looks }: ViewerWorkbook): GridSheet[] {
  const resolved = looks.map(resolveLook);
  return sheets.map((sheet) => resolveSheet(sheet, resolved));
}
