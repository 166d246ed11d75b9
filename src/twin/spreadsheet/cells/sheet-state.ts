import type { Cell, CellStyle, SheetView } from '../model';
import { FormatLayers } from './format-layers';
import { contentWidth, isBlankRow, type Row, type RowDraft } from './row';
import { RowRuns } from './row-runs';
import { SheetSettings } from './sheet-settings';
import { maySpill } from './spills';

/** What a sheet must still write to storage. */
export interface SheetChanges {
  settings: boolean;
  readonly rowIds: Set<number>;
  readonly goneRowIds: Set<number>;
}

/** One committed sheet. Only a commit changes it; readers get it as a `SheetView`. */
export class SheetState extends SheetSettings implements SheetView {
  rows: (Row | undefined)[] = [];
  layers = new FormatLayers();
  runs: RowRuns;
  readonly changes: SheetChanges = { settings: true, rowIds: new Set(), goneRowIds: new Set() };
  private knownLastRow: number | null = 0;
  private knownLastColumn: number | null = 0;
  private knownSpiller: boolean | null = false;

  constructor(id: number, runs?: RowRuns) {
    super(id);
    this.runs = runs ?? new RowRuns([[1, this.maxRows]], this.maxRows + 1);
  }

  get lastRow(): number {
    return (this.knownLastRow ??= this.findLastRow());
  }

  get lastColumn(): number {
    return (this.knownLastColumn ??= this.rows.reduce(
      (widest, row) => Math.max(widest, contentWidth(row)),
      0,
    ));
  }

  /** Whether some formula may fill cells beside its own. */
  get maySpill(): boolean {
    return (this.knownSpiller ??= this.rows.some(maySpill));
  }

  rowAt(row: number): Row | undefined {
    return this.rows[row - 1];
  }

  /** Puts a finished draft in its place and remembers that it must be stored. */
  putRow(row: number, draft: RowDraft): void {
    const before = contentWidth(this.rows[row - 1]);
    const width = contentWidth(draft);
    if (maySpill(draft)) this.knownSpiller = true;
    else if (maySpill(this.rows[row - 1])) this.knownSpiller = null;
    while (this.rows.length < row) this.rows.push(undefined);
    this.rows[row - 1] = isBlankRow(draft) ? undefined : draft;
    const id = this.runs.idAt(row);
    this.changes.rowIds.add(id);
    this.changes.goneRowIds.delete(id);
    this.noteWidth(row, before, width);
  }

  /** Forgets where the content ends and whether formulas spill; both are looked up again when asked. */
  forgetExtent(): void {
    this.knownLastRow = null;
    this.knownLastColumn = null;
    this.knownSpiller = null;
  }

  /** Style of a cell: the layers', then its own. */
  styleAt(row: number, column: number, known?: Row): CellStyle {
    const own = (known ?? this.rows[row - 1])?.extras?.[column - 1]?.style;
    const shared = this.layers.styleAt(row, column);
    if (!own) return shared;
    return Object.keys(shared).length === 0 ? own : { ...shared, ...own };
  }

  cell(row: number, column: number): Cell | null {
    const known = this.rows[row - 1];
    const value = known?.values[column - 1] ?? null;
    const extra = known?.extras?.[column - 1];
    const style = this.styleAt(row, column, known);
    const styled = Object.keys(style).length > 0;
    if (value === null && !extra && !styled) return null;
    return { value, ...extra, ...(styled ? { style } : {}) };
  }

  eachCell(visit: (cell: Cell, row: number, column: number) => void): void {
    this.rows.forEach((row, index) => {
      if (!row) return;
      const width = Math.max(row.values.length, row.extras?.length ?? 0);
      for (let column = 1; column <= width; column++) {
        if ((row.values[column - 1] ?? null) === null && !row.extras?.[column - 1]) continue;
        const cell = this.cell(index + 1, column);
        if (cell) visit(cell, index + 1, column);
      }
    });
  }

  private noteWidth(row: number, before: number, width: number): void {
    if (this.knownLastRow !== null) {
      if (width > 0) this.knownLastRow = Math.max(this.knownLastRow, row);
      else if (row === this.knownLastRow) this.knownLastRow = null;
    }
    if (this.knownLastColumn === null) return;
    if (width >= this.knownLastColumn) this.knownLastColumn = width;
    else if (before === this.knownLastColumn) this.knownLastColumn = null;
  }

  private findLastRow(): number {
    let row = this.rows.length;
    while (row > 0 && contentWidth(this.rows[row - 1]) === 0) row--;
    return row;
  }
}
