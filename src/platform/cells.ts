/** What a cell takes and gives. Dates travel as numbers: we never read a date back from a cell. */
export type CellValue = string | number | boolean;

/** A rectangle of cells, 1-based. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Whole columns from a row on, however many rows the grid has or will have (`B2:D` in A1 notation). */
export interface Columns {
  readonly fromRow: number;
  readonly column: number;
  readonly columns: number;
}

/** How one cell, or a column of cells, looks. Colours as `#rrggbb`. */
export interface CellLook {
  readonly numberFormat?: string;
  readonly background?: string;
  readonly fontColor?: string;
  readonly isBold?: boolean;
  readonly isWrapped?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly verticalAlign?: 'top' | 'middle' | 'bottom';
  readonly sizePt?: number;
}
