import type { Area, CellStyle, CellValue, TextRun } from '../spreadsheet/model';

/**
 * One cell as the viewer draws it: row, column, what it holds (formulas evaluated), index of its look in `looks` (-1: default), and
 * its text where the viewer's library cannot read the number format.
 */
export type ViewerCell = readonly [
  row: number,
  column: number,
  value: CellValue,
  look: number,
  text?: string,
];

/** Parts of a cell's text with looks of their own. */
export type ViewerRuns = readonly [row: number, column: number, runs: readonly TextRun[]];

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

/** One series of a chart. */
export interface ViewerChartSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly kind: 'bars' | 'line' | 'area' | 'steps' | 'points';
  readonly color: string;
  readonly lineWidthPx: number;
  readonly pointSizePx: number;
  readonly isDashed: boolean;
  readonly isRightAxis: boolean;
  /** Texts at the values' ends; null: none. */
  readonly labels: readonly string[] | null;
}

/** An axis; colours null: Google's own. */
export interface ViewerAxis {
  readonly title: string | null;
  readonly color: string;
  readonly fontSizePx: number;
  /** Null: Google's own; an axis of labels has none then. */
  readonly gridColor: string | null;
  readonly baselineColor: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Number format of the labels. */
  readonly format: string | null;
  readonly isHidden: boolean;
}

/** A chart with the values that it draws, its looks after Google's option names. `type` is a member of `Charts.ChartType`. */
export interface ViewerChart {
  readonly id: string;
  readonly type: string;
  readonly row: number;
  readonly column: number;
  readonly offsetXPx: number;
  readonly offsetYPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly title: string | null;
  readonly titleColor: string;
  readonly titleSizePx: number;
  readonly background: string;
  readonly legend: {
    readonly position: 'top' | 'bottom' | 'left' | 'right' | 'none';
    readonly color: string;
    readonly fontSizePx: number;
  };
  readonly stacking: 'none' | 'absolute' | 'percent';
  /** Of a pie: part of the radius that is empty. */
  readonly hole: number;
  /** Width of a group of bars, as a share of its place (`70%`). */
  readonly groupWidth: string | null;
  readonly isSmooth: boolean;
  readonly hAxis: ViewerAxis;
  readonly vAxis: ViewerAxis;
  readonly labels: readonly string[];
  readonly series: readonly ViewerChartSeries[];
  readonly sliceColors: readonly string[];
}

/** A line at a side of a cell, its style in the words of the viewer's library. */
export interface ViewerLine {
  readonly style: string;
  readonly color: string;
}

export interface ViewerBorderSides {
  readonly top?: ViewerLine;
  readonly left?: ViewerLine;
  readonly bottom?: ViewerLine;
  readonly right?: ViewerLine;
}

/** The lines around one cell. */
export type ViewerBorder = readonly [row: number, column: number, sides: ViewerBorderSides];

/** Cells in which a person chooses: of a list, or a date. */
export interface ViewerDropdown {
  readonly area: Area;
  readonly kind: 'list' | 'date';
  readonly choices: readonly string[];
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
  readonly heights: readonly (readonly [row: number, heightPx: number])[];
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  /** Rows of a long sheet that are not sent (the oldest ones); null when all are. */
  readonly omitted: { readonly from: number; readonly to: number } | null;
  readonly cells: readonly ViewerCell[];
  readonly formulas: readonly ViewerText[];
  readonly notes: readonly ViewerText[];
  readonly runs: readonly ViewerRuns[];
  readonly rules: readonly ViewerRule[];
  readonly charts: readonly ViewerChart[];
  readonly filter: string | null;
  readonly merges: readonly string[];
  readonly borders: readonly ViewerBorder[];
  readonly dropdowns: readonly ViewerDropdown[];
  /** Empty rows below the content that carry a band's colour. */
  readonly bands: readonly {
    readonly area: Area;
    readonly first: string;
    readonly second: string;
  }[];
}

/** What a tab shows of its sheet. */
export interface ViewerHead {
  readonly id: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly color: string | null;
}

/** The live workbook for the viewer: all sheets' order, and the sheets asked for. */
export interface ViewerWorkbook {
  readonly title: string;
  readonly locale: string;
  /** IANA name, or a fixed offset such as `GMT-3`. */
  readonly timeZone: string;
  readonly version: number;
  readonly order: readonly number[];
  /** Of all sheets. */
  readonly heads: readonly ViewerHead[];
  readonly looks: readonly ViewerLook[];
  readonly sheets: readonly ViewerSheet[];
}
