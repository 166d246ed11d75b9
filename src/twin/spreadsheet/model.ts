/** What a cell holds when it is not a formula. Dates are serial numbers; their format makes them dates, as in Sheets. */
export type CellValue = string | number | boolean | null;

/** Looks of a cell; absent means the sheet's default. Colours as `#rrggbb`. */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly background?: string;
  readonly fontColor?: string;
  readonly fontWeight?: 'bold' | 'normal';
  readonly fontStyle?: 'italic' | 'normal';
  readonly fontSize?: number;
  readonly fontFamily?: string;
  readonly horizontalAlignment?: 'left' | 'center' | 'right';
  readonly verticalAlignment?: 'top' | 'middle' | 'bottom';
  readonly wrap?: 'OVERFLOW' | 'WRAP' | 'CLIP';
  readonly fontLine?: 'none' | 'underline' | 'line-through';
}

/** A part of a cell's text that looks otherwise than the cell; `end` is behind its last letter. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  readonly style: CellStyle;
}

/** One cell. `formula` begins with `=` and is in en-US syntax; `value` is then the last evaluated result (or null). */
export interface Cell {
  readonly value: CellValue;
  readonly formula?: string;
  /** The formula could not be read in the locale it was written in: it stays as written, and the cell shows `#ERROR!`. */
  readonly isBroken?: true;
  readonly style?: CellStyle;
  readonly note?: string;
  readonly runs?: readonly TextRun[];
}

/** A rectangle, 1-based, inclusive of its first row and column. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A conditional format rule in the terms of Apps Script's builder; `criteria` is the BooleanCriteria member's name. */
export interface ConditionalRule {
  readonly areas: readonly Area[];
  readonly criteria: string;
  readonly values: readonly CellValue[];
  readonly style: CellStyle;
  /** A colour scale instead of a condition; then `criteria` and `values` are blank. */
  readonly gradient?: readonly GradientPoint[];
  /** Its formula could not be read in the locale it was written in: it never holds. */
  readonly isBroken?: true | undefined;
}

/** One end (or the middle) of a colour scale; `type` is the InterpolationType member's name, or MIN or MAX. */
export interface GradientPoint {
  readonly color: string;
  readonly type: string;
  readonly value: string;
}

/** What a cell accepts; `criteria` is the DataValidationCriteria member's name. */
export interface ValidationRule {
  readonly criteria: string;
  readonly values: readonly (CellValue | readonly CellValue[])[];
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
  /** Its formula could not be read in the locale it was written in: it accepts nothing. */
  readonly isBroken?: true | undefined;
  /** The list's source, for VALUE_IN_RANGE. */
  readonly source?: { readonly sheetId: number; readonly area: Area };
}

/** A validation rule and where it stands. */
export interface ValidationData {
  readonly area: Area;
  readonly rule: ValidationRule;
}

/** A protected sheet (`area: null`) or range. The owner may always write, so nothing is enforced here. */
export interface ProtectionData {
  readonly id: string;
  readonly area: Area | null;
  readonly description: string;
  readonly warningOnly: boolean;
  readonly editors: readonly string[];
}

/** Lines around and inside an area; each side true (drawn), false (taken away) or null (left as it was). */
export interface BorderData {
  readonly area: Area;
  /** Top, left, bottom, right, inner vertical, inner horizontal. */
  readonly sides: readonly (boolean | null)[];
  readonly color: string | null;
  /** A BorderStyle member's name. */
  readonly style: string;
}

/** Values a filter hides or shows in one column. */
export interface FilterCriteriaData {
  readonly column: number;
  readonly hiddenValues: readonly string[];
  readonly criteria: string | null;
  readonly values: readonly CellValue[];
}

/** Alternating colours over an area. */
export interface BandingData {
  readonly id: string;
  readonly area: Area;
  readonly header?: string;
  readonly first: string;
  readonly second: string;
  readonly footer?: string;
}

/** A chart as Apps Script's EmbeddedChart describes it; option names are Google's (`title`, `legend.position`, …). */
export interface ChartData {
  readonly id: string;
  readonly type: string;
  readonly sources: readonly { readonly sheetId: number; readonly area: Area }[];
  readonly row: number;
  readonly column: number;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Developer metadata on the spreadsheet, a sheet, one whole row or one whole column (1-based). */
export interface MetadataData {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  readonly location:
    | { readonly type: 'SPREADSHEET' }
    | { readonly type: 'SHEET'; readonly sheetId: number }
    | { readonly type: 'ROW'; readonly sheetId: number; readonly row: number }
    | { readonly type: 'COLUMN'; readonly sheetId: number; readonly column: number };
}

/** One sheet's committed state, as a reader sees it. Rows and columns are 1-based. */
export interface SheetView {
  readonly id: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly tabColor: string | null;
  /** Size of the grid. */
  readonly maxRows: number;
  readonly maxColumns: number;
  /** Last row and column with content; 0 when the sheet is empty. */
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Widths in pixels of the columns that differ from the default (100). */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** Heights in pixels of the rows that differ from the default (21). */
  readonly rowHeights?: ReadonlyMap<number, number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly conditionalRules: readonly ConditionalRule[];
  readonly bandings: readonly BandingData[];
  readonly charts: readonly ChartData[];
  readonly filter: Area | null;
  readonly merges: readonly Area[];
  readonly validations?: readonly ValidationData[];
  /** Later borders lie over earlier ones. */
  readonly borders?: readonly BorderData[];
  readonly hiddenGridlines?: boolean;
  /** The cell there, or null when nothing was ever put there. */
  cell(row: number, column: number): Cell | null;
  /** Calls back for each cell that holds something, row by row. */
  eachCell(visit: (cell: Cell, row: number, column: number) => void): void;
}

/** The committed workbook, as the engine, the viewer and the HTTP surface read it. */
export interface WorkbookView {
  readonly title: string;
  /** IANA zone name or a fixed offset such as `GMT-3`. */
  readonly timeZone: string;
  /** Such as `pt_BR`. */
  readonly locale: string;
  readonly sheets: readonly SheetView[];
  readonly namedRanges: ReadonlyMap<string, { readonly sheetId: number; readonly area: Area }>;
  readonly metadata: readonly MetadataData[];
  /** Rises by one with each commit (flush). */
  readonly version: number;
  /** Calls back after each commit with the ids of the sheets it touched; returns the function that stops it. */
  onCommit(listener: (sheetIds: readonly number[]) => void): () => void;
}

/** Evaluates formulas over the committed workbook; queued work runs only when something is asked. */
export interface FormulaEngine {
  /** Value of a formula cell; errors are their text as Google shows it (`#REF!`, `#N/A`, `#ERROR!`, …). */
  evaluate(sheetId: number, row: number, column: number): CellValue;
  /** Areas of more than one cell that formulas of this sheet fill. */
  listSpills(sheetId: number): readonly Area[];
}
