import type { Area, CellStyle, CellValue } from '../spreadsheet/model';

/**
 * One cell as the viewer draws it: row, column, what it holds (formulas evaluated), index of its look in `looks` (-1: default).
 */
export type ViewerCell = readonly [row: number, column: number, value: CellValue, look: number];

/** Text tied to a cell: a formula as written, a note. */
export type ViewerText = readonly [row: number, column: number, text: string];

/** How a group of cells looks; `numberFormat` is only given when the viewer's own library can read it. */
export interface ViewerLook {
  readonly style: CellStyle;
  readonly numberFormat: string | null;
}

/** A conditional format; `values` are formulas or constants as text. */
export interface ViewerCondition {
  readonly ranges: readonly string[];
  readonly operator: string;
  readonly values: readonly string[];
  readonly style: CellStyle;
}

/** One point of a colour scale; `type` in the words of the viewer's library, colours as `#rrggbb`. */
export interface ViewerScalePoint {
  readonly type: string;
  readonly color: string;
  readonly value: string;
}

/** A colour scale. */
export interface ViewerScale {
  readonly ranges: readonly string[];
  readonly minimum: ViewerScalePoint;
  readonly midpoint: ViewerScalePoint | null;
  readonly maximum: ViewerScalePoint;
}

/** What colours cells by their values. */
export type ViewerRule = ViewerCondition | ViewerScale;

/** Looks shared by many charts, after Google's option names. */
export interface ViewerChart {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly definition: Readonly<Record<string, unknown>>;
}

/** One sheet as the viewer draws it. Rows and columns are 1-based. */
export interface ViewerSheet {
  readonly id: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly color: string | null;
  readonly rows: number;
  readonly columns: number;
  /** Last row with content. */
  readonly lastRow: number;
  readonly hasGridlines: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly widths: readonly (readonly [column: number, widthPx: number])[];
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  /** Rows of a long sheet that are not sent (the oldest ones); null when all are. */
  readonly omitted: { readonly from: number; readonly to: number } | null;
  readonly cells: readonly ViewerCell[];
  readonly formulas: readonly ViewerText[];
  readonly notes: readonly ViewerText[];
  readonly rules: readonly ViewerRule[];
  readonly charts: readonly ViewerChart[];
  readonly filter: string | null;
  readonly merges: readonly string[];
  /** Empty rows below the content that carry a band's colour. */
  readonly bands: readonly {
    readonly area: Area;
    readonly first: string;
    readonly second: string;
  }[];
}

/** The live workbook for the viewer: all sheets' order, and the sheets asked for. */
export interface ViewerWorkbook {
  readonly title: string;
  readonly locale: string;
  /** IANA name, or a fixed offset such as `GMT-3`. */
  readonly timeZone: string;
  readonly version: number;
  readonly order: readonly number[];
  readonly looks: readonly ViewerLook[];
  readonly sheets: readonly ViewerSheet[];
}
