import type { Area, CellLook, Columns } from './cells';

/** Lines at the sides of an area; `inside`: between its rows. */
export interface BorderLook {
  readonly sides: readonly ('left' | 'top' | 'right' | 'bottom' | 'inside')[];
  readonly color: string;
  readonly isThick?: boolean;
}

/** A chart of the sheet's own cells, hidden ones too. Places in the grid are 1-based, offsets and sizes px. */
export interface ChartLook {
  readonly kind: 'combo' | 'bar';
  /** The first column names the points, each further one is a series; the first row names the series. */
  readonly data: Area;
  readonly at: { readonly row: number; readonly column: number; readonly offsetYPx: number };
  readonly widthPx: number;
  readonly heightPx: number;
  /** One for each series. */
  readonly colors: readonly string[];
  /** Series drawn as a line, by their place from 0. */
  readonly lines: readonly number[];
  readonly isStacked: boolean;
}

/** A conditional format: cells of the columns, or of the area, take the look while the formula (that of the first row) holds. */
export interface LookRule {
  readonly over: Columns | Area;
  readonly formula: string;
  readonly look: CellLook;
}

/** The formula of a conditional format that is there, and the first cell and width of what it spans. */
export interface RuleFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
}

/** What only tabs that are drawn need of a sheet. */
export interface Drawing {
  setRowHeights(row: number, count: number, heightPx: number): void;
  setColumnWidths(column: number, count: number, widthPx: number): void;
  hideRows(row: number, count: number): void;
  showRows(row: number, count: number): void;
  hideGridlines(): void;
  /** Makes it the first of the tabs. */
  moveToFront(): void;
  merge(area: Area): void;
  setBorder(area: Area, border: BorderLook): void;
  /** Lets people choose one of the texts in the area's cells, and nothing else. */
  offer(area: Area, choices: readonly string[]): void;
  /** Lets people type a date in the area's cells, and nothing else. */
  offerDates(area: Area): void;
  addChart(chart: ChartLook): void;
}
