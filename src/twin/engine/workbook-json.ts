import type {
  BandingData,
  Cell,
  CellStyle,
  CellValue,
  FormulaEngine,
  SheetView,
  WorkbookView,
} from '../spreadsheet/model';
import { listCharts } from './charts/list-charts';
import { listBorders } from './viewer-borders';
import { listDropdowns } from './viewer-dropdowns';
import type {
  ViewerCell,
  ViewerLook,
  ViewerRuns,
  ViewerSheet,
  ViewerText,
  ViewerWorkbook,
} from './viewer-data';
import { toShownText, toViewerFormat } from './viewer-format';
import { listRules } from './viewer-rules';
import { areaToA1 } from '../spreadsheet/a1';
import { showFormula } from '../spreadsheet/values/formula-syntax';
import { localeRules } from '../spreadsheet/values/locales';
import { displayText } from '../spreadsheet/values/number-formats';

/** A longer sheet is shown with its header and its last rows only. */
const SHOWN_ROWS = 2_000;
/** A bounded number of shown rows still makes a heavy page when one cell holds a whole request. */
const SHOWN_CHARACTERS = 1_000;

/** Looks by their JSON, so that thousands of cells share a few. */
class LookTable {
  readonly looks: ViewerLook[] = [];
  readonly #indexes = new Map<string, number>();

  find(style: CellStyle, numberFormat: string | null): number {
    const key = JSON.stringify([style, numberFormat]);
    if (key === '[{},null]') return -1;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.looks.length);
    return this.looks.push({ style, numberFormat }) - 1;
  }
}

interface Reader {
  readonly sheet: SheetView;
  readonly engine: FormulaEngine;
  readonly locale: string;
  readonly looks: LookTable;
}

function readOmitted({ frozenRows, lastRow }: SheetView): ViewerSheet['omitted'] {
  const first = Math.max(frozenRows, 1) + 1;
  const from = lastRow - SHOWN_ROWS + 1;
  return from > first ? { from: first, to: from - 1 } : null;
}

function findBandColor(
  bandings: readonly BandingData[],
  row: number,
  column: number,
): string | null {
  for (const { area, header, first, second, footer } of bandings) {
    const inside = row >= area.row && row < area.row + area.rows;
    if (!inside || column < area.column || column >= area.column + area.columns) continue;
    if (header !== undefined && row === area.row) return header;
    if (footer !== undefined && row === area.row + area.rows - 1) return footer;
    const offset = row - area.row - (header === undefined ? 0 : 1);
    return offset % 2 === 0 ? first : second;
  }
  return null;
}

function cutText(value: CellValue): CellValue {
  if (typeof value !== 'string' || value.length <= SHOWN_CHARACTERS) return value;
  return `${value.slice(0, SHOWN_CHARACTERS)}…`;
}

/** Whether a number format adds something to a text. */
const showsText = (numberFormat: string): boolean =>
  numberFormat !== '@' && numberFormat.includes('@');

function readCell(
  { sheet, engine, locale, looks }: Reader,
  row: number,
  column: number,
): ViewerCell {
  const cell: Cell = sheet.cell(row, column) ?? { value: null };
  const value =
    cell.formula === undefined ? cutText(cell.value) : engine.evaluate(sheet.id, row, column);
  const band = findBandColor(sheet.bandings, row, column);
  const { numberFormat, ...own } = cell.style ?? {};
  const style: CellStyle = band === null ? own : { background: band, ...own };
  if (numberFormat !== undefined && typeof value === 'string' && showsText(numberFormat)) {
    const text = displayText(value, numberFormat, locale);
    return [row, column, value, looks.find(style, null), text];
  }
  if (numberFormat === undefined || typeof value !== 'number') {
    return [row, column, value, looks.find(style, null)];
  }
  const format = toViewerFormat(numberFormat);
  if (format !== null) return [row, column, value, looks.find(style, format)];
  const aligned: CellStyle = { horizontalAlignment: 'right', ...style };
  return [row, column, value, looks.find(aligned, null), toShownText(numberFormat, value, locale)];
}

/** Columns that have content or a band. */
function countColumns({ lastColumn, bandings, maxColumns }: SheetView): number {
  const banded = bandings.map(({ area }) => area.column + area.columns - 1);
  return Math.min(maxColumns, Math.max(lastColumn, ...banded));
}

function listShownRows({ lastRow }: SheetView, omitted: ViewerSheet['omitted']): number[] {
  const rows = Array.from({ length: lastRow }, (_, index) => index + 1);
  return omitted === null ? rows : rows.filter((row) => row < omitted.from || row > omitted.to);
}

function listCells(reader: Reader, omitted: ViewerSheet['omitted']): ViewerCell[] {
  const { sheet } = reader;
  const columns = countColumns(sheet);
  const cells: ViewerCell[] = [];
  for (const row of listShownRows(sheet, omitted)) {
    for (let column = 1; column <= columns; column += 1) {
      const cell = readCell(reader, row, column);
      if ((cell[2] !== null && cell[2] !== '') || cell[3] >= 0) cells.push(cell);
    }
  }
  return cells.concat(listSpilledCells(reader));
}

/** What array formulas put below and beside themselves; cells with content of their own are listed already. */
function listSpilledCells({ sheet, engine, looks }: Reader): ViewerCell[] {
  return engine.listSpills(sheet.id).flatMap(({ row, column, rows, columns: width }) => {
    const cells: ViewerCell[] = [];
    for (let index = 1; index < rows * width; index += 1) {
      const at = { row: row + Math.floor(index / width), column: column + (index % width) };
      const own = sheet.cell(at.row, at.column)?.style ?? {};
      const value = engine.evaluate(sheet.id, at.row, at.column);
      const format = own.numberFormat === undefined ? null : toViewerFormat(own.numberFormat);
      cells.push([at.row, at.column, value, looks.find(own, format)]);
    }
    return cells;
  });
}

function listTexts(sheet: SheetView, choose: (cell: Cell) => string | undefined): ViewerText[] {
  const texts: ViewerText[] = [];
  sheet.eachCell((cell, row, column) => {
    const text = choose(cell);
    if (text !== undefined && text !== '') texts.push([row, column, text]);
  });
  return texts;
}

function listRuns(sheet: SheetView): ViewerRuns[] {
  const found: ViewerRuns[] = [];
  sheet.eachCell(({ runs }, row, column) => {
    if (runs !== undefined) found.push([row, column, runs]);
  });
  return found;
}

function listBands({ bandings, lastRow }: SheetView): ViewerSheet['bands'] {
  return bandings.map(({ area, header, first, second }) => {
    const start = Math.max(lastRow + 1, area.row);
    const offset = start - area.row - (header === undefined ? 0 : 1);
    const [one, two] = offset % 2 === 0 ? [first, second] : [second, first];
    const rows = Math.max(0, area.row + area.rows - start);
    return { area: { ...area, row: start, rows }, first: one, second: two };
  });
}

function toViewerSheet(reader: Reader, workbook: WorkbookView): ViewerSheet {
  const { sheet } = reader;
  const omitted = readOmitted(sheet);
  return {
    id: sheet.id,
    title: sheet.title,
    hidden: sheet.hidden,
    color: sheet.tabColor,
    rows: sheet.maxRows,
    columns: sheet.maxColumns,
    lastRow: sheet.lastRow,
    hasGridlines: sheet.hiddenGridlines !== true,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    widths: [...sheet.columnWidths],
    heights: [...(sheet.rowHeights ?? [])],
    hiddenColumns: [...sheet.hiddenColumns],
    hiddenRows: [...sheet.hiddenRows],
    omitted,
    cells: listCells(reader, omitted),
    formulas: listTexts(sheet, (cell) => showFormula(cell, localeRules(reader.locale))),
    notes: listTexts(sheet, ({ note }) => note),
    runs: listRuns(sheet),
    rules: listRules(sheet.conditionalRules),
    charts: listCharts(sheet, { workbook, engine: reader.engine }),
    filter: sheet.filter === null ? null : areaToA1(sheet.filter),
    merges: sheet.merges.map(areaToA1),
    borders: listBorders(sheet),
    dropdowns: listDropdowns(sheet, workbook),
    bands: listBands(sheet),
  };
}

/**
 * The live workbook for the viewer, formulas evaluated. `sheetIds` limits it to some sheets (null: all of them); the order of
 * all sheets is always given. A sheet longer than 2,000 rows is sent with its header and its last 2,000 rows.
 */
export function exportForViewer(
  workbook: WorkbookView,
  engine: FormulaEngine,
  sheetIds: ReadonlySet<number> | null = null,
): ViewerWorkbook {
  const looks = new LookTable();
  const { locale } = workbook;
  const sheets = workbook.sheets
    .filter(({ id }) => sheetIds === null || sheetIds.has(id))
    .map((sheet) => toViewerSheet({ sheet, engine, locale, looks }, workbook));
  return {
    title: workbook.title,
    locale,
    timeZone: workbook.timeZone,
    version: workbook.version,
    order: workbook.sheets.map(({ id }) => id),
    heads: workbook.sheets.map(({ id, title, hidden, tabColor: color }) => ({
      id,
      title,
      hidden,
      color,
    })),
    looks: looks.looks,
    sheets,
  };
}
