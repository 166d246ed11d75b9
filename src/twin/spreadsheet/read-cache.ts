import type { Row } from './cells/row';
import type { WorkbookState } from './cells/workbook-state';

interface SheetReads {
  /** Rows as they were when first read, by row number. */
  readonly rows: Map<number, Row | undefined>;
  lastRow: number | null;
  lastColumn: number | null;
}

/**
 * What one execution has read since its last flush. A row or an extent that was read once is answered from here again,
 * whatever other executions have stored since.
 */
export class ReadCache {
  private readonly sheets = new Map<number, SheetReads>();

  constructor(private readonly workbook: WorkbookState) {}

  forget(): void {
    this.sheets.clear();
  }

  row(sheetId: number, row: number): Row | undefined {
    const { rows } = this.reads(sheetId);
    if (rows.has(row)) return rows.get(row);
    const found = this.workbook.sheetById(sheetId)?.rowAt(row);
    rows.set(row, found);
    return found;
  }

  lastRow(sheetId: number): number {
    const reads = this.reads(sheetId);
    return (reads.lastRow ??= this.workbook.sheetById(sheetId)?.lastRow ?? 0);
  }

  lastColumn(sheetId: number): number {
    const reads = this.reads(sheetId);
    return (reads.lastColumn ??= this.workbook.sheetById(sheetId)?.lastColumn ?? 0);
  }

  /** Takes over the rows this execution has just written itself. */
  renewRows(sheetId: number, rowIds: ReadonlySet<number>): void {
    const sheet = this.workbook.sheetById(sheetId);
    const reads = this.sheets.get(sheetId);
    if (!sheet || !reads || rowIds.size === 0) return;
    let highest = 0;
    let widened = 0;
    sheet.runs.each(([first, count], firstRow) => {
      for (const id of rowIds) {
        if (id < first || id >= first + count) continue;
        const row = firstRow + id - first;
        if (reads.rows.has(row)) reads.rows.set(row, sheet.rowAt(row));
        highest = Math.max(highest, row);
        widened = Math.max(widened, sheet.rowAt(row)?.values.length ?? 0);
      }
    });
    reads.lastRow = extend(reads.lastRow, highest, sheet.lastRow);
    reads.lastColumn = extend(reads.lastColumn, widened, sheet.lastColumn);
  }

  private reads(sheetId: number): SheetReads {
    const known = this.sheets.get(sheetId);
    if (known) return known;
    const reads: SheetReads = { rows: new Map(), lastRow: null, lastColumn: null };
    this.sheets.set(sheetId, reads);
    return reads;
  }
}

/** A remembered end moves on with this execution's own writes, and back when they cleared the last content. */
function extend(known: number | null, written: number, real: number): number | null {
  if (known === null) return null;
  if (written >= real) return real;
  return Math.max(known, written);
}
