import type {
  Cell,
  CellStyle,
  CellValue,
  SheetView,
  WorkbookView,
} from '../../src/twin/spreadsheet/model';

/** What a test puts into a cell: a constant, or a formula when the text begins with `=`. */
export type CellInput = CellValue | Cell;

type Settings = Omit<SheetView, 'cell' | 'eachCell' | 'lastRow' | 'lastColumn'>;

const DEFAULTS: Settings = {
  id: 1,
  title: 'Dados',
  hidden: false,
  tabColor: null,
  maxRows: 100,
  maxColumns: 26,
  frozenRows: 0,
  frozenColumns: 0,
  columnWidths: new Map(),
  hiddenColumns: new Set(),
  hiddenRows: new Set(),
  conditionalRules: [],
  bandings: [],
  charts: [],
  filter: null,
  merges: [],
};

function toCell(input: CellInput): Cell {
  if (typeof input === 'object' && input !== null) return input;
  if (typeof input === 'string' && input.startsWith('=')) return { value: null, formula: input };
  return { value: input };
}

/** A sheet held in memory, with just what a reader needs. */
export class MemorySheet implements SheetView {
  readonly #rows = new Map<number, Map<number, Cell>>();
  #settings: Settings;

  constructor(settings: Partial<Settings>) {
    this.#settings = { ...DEFAULTS, ...settings };
  }

  configure(settings: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...settings };
  }

  get id(): number {
    return this.#settings.id;
  }
  get title(): string {
    return this.#settings.title;
  }
  get hidden(): boolean {
    return this.#settings.hidden;
  }
  get tabColor(): string | null {
    return this.#settings.tabColor;
  }
  get maxRows(): number {
    return this.#settings.maxRows;
  }
  get maxColumns(): number {
    return this.#settings.maxColumns;
  }
  get frozenRows(): number {
    return this.#settings.frozenRows;
  }
  get frozenColumns(): number {
    return this.#settings.frozenColumns;
  }
  get columnWidths(): SheetView['columnWidths'] {
    return this.#settings.columnWidths;
  }
  get hiddenColumns(): SheetView['hiddenColumns'] {
    return this.#settings.hiddenColumns;
  }
  get hiddenRows(): SheetView['hiddenRows'] {
    return this.#settings.hiddenRows;
  }
  get conditionalRules(): SheetView['conditionalRules'] {
    return this.#settings.conditionalRules;
  }
  get bandings(): SheetView['bandings'] {
    return this.#settings.bandings;
  }
  get charts(): SheetView['charts'] {
    return this.#settings.charts;
  }
  get filter(): SheetView['filter'] {
    return this.#settings.filter;
  }
  get merges(): SheetView['merges'] {
    return this.#settings.merges;
  }
  get lastRow(): number {
    return [...this.#rows.keys()].reduce((last, row) => Math.max(last, row), 0);
  }
  get lastColumn(): number {
    let last = 0;
    this.eachCell((_, __, column) => {
      last = Math.max(last, column);
    });
    return last;
  }

  cell(row: number, column: number): Cell | null {
    return this.#rows.get(row)?.get(column) ?? null;
  }

  eachCell(visit: (cell: Cell, row: number, column: number) => void): void {
    for (const [row, cells] of this.#rows) {
      for (const [column, cell] of cells) visit(cell, row, column);
    }
  }

  put(row: number, column: number, input: CellInput): void {
    const cells = this.#rows.get(row) ?? new Map<number, Cell>();
    this.#rows.set(row, cells);
    if (input === null) cells.delete(column);
    else cells.set(column, toCell(input));
    if (cells.size === 0) this.#rows.delete(row);
  }

  putRow(row: number, inputs: readonly CellInput[], style?: CellStyle): void {
    inputs.forEach((input, index) => {
      const cell = toCell(input);
      this.put(row, index + 1, style && input !== null ? { ...cell, style } : input);
    });
  }
}

/** A workbook held in memory; `commit` tells its listeners. */
export class MemoryWorkbook implements WorkbookView {
  readonly title = 'Plantão';
  readonly timeZone: string = 'GMT-3';
  readonly locale = 'pt_BR';
  readonly metadata = [];
  readonly namedRanges: Map<string, { sheetId: number; area: WorkbookArea }> = new Map();
  version = 0;
  readonly #listeners = new Set<(sheetIds: readonly number[]) => void>();

  constructor(readonly sheets: MemorySheet[]) {}

  onCommit(listener: (sheetIds: readonly number[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  commit(...sheetIds: number[]): void {
    this.version += 1;
    for (const listener of this.#listeners) listener(sheetIds);
  }
}

type WorkbookArea = { row: number; column: number; rows: number; columns: number };
