import { createRequire } from 'node:module';
import type * as Excel from 'exceljs';
import type {
  Area,
  Cell,
  CellValue,
  FormulaEngine,
  SheetView,
  WorkbookView,
} from '../spreadsheet/model';
import { areaToA1, columnLetters } from '../spreadsheet/a1';
import { toExcelFormula } from './xlsx-formula';
import { toExcelRule, toExcelStyle } from './xlsx-style';

/** Excel measures a column in characters of about 7 pixels. */
const PX_PER_CHARACTER = 7;
const DEFAULT_WIDTH_PX = 100;
/** Longest text that a cell of an Excel file may hold. */
const LONGEST_TEXT = 32_767;

function isExcel(value: unknown): value is typeof Excel {
  return typeof value === 'object' && value !== null && 'Workbook' in value;
}

/** Loaded when the first file is asked for: it takes a quarter of a second. */
export function loadExcel(): typeof Excel {
  const loaded: unknown = createRequire(import.meta.url)('exceljs');
  if (!isExcel(loaded)) throw new Error('The package exceljs is not the version expected.');
  return loaded;
}

function toConstant(value: CellValue): Excel.CellValue {
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value;
}

const ERRORS: ReadonlySet<string> = new Set([
  '#N/A',
  '#REF!',
  '#NAME?',
  '#DIV/0!',
  '#NULL!',
  '#VALUE!',
  '#NUM!',
]);

interface SheetWriter {
  readonly sheet: SheetView;
  readonly target: Excel.Worksheet;
  readonly engine: FormulaEngine;
  readonly spills: ReadonlyMap<string, Area>;
}

function toResult(value: CellValue): Excel.CellFormulaValue['result'] {
  return typeof value === 'string' && ERRORS.has(value) ? undefined : (value ?? '');
}

/** An array formula names the area it fills and the value of each cell there. */
function writeArrayFormula(
  { sheet, target, engine }: SheetWriter,
  area: Area,
  formula: string,
): void {
  const results = Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) =>
      toResult(engine.evaluate(sheet.id, area.row + row, area.column + column)),
    ),
  );
  // The package's types lack the fourth argument, which its code has.
  Reflect.apply(target.fillFormula, target, [areaToA1(area), formula, results, 'array']);
}

function writeFormula(writer: SheetWriter, formula: string | null, cell: Excel.Cell): void {
  const { sheet, engine, spills } = writer;
  const result = engine.evaluate(sheet.id, cell.fullAddress.row, cell.fullAddress.col);
  const excelFormula = formula === null ? null : toExcelFormula(formula);
  const spill = spills.get(cell.address);
  if (excelFormula === null) cell.value = toConstant(result);
  else if (spill) writeArrayFormula(writer, spill, excelFormula);
  else cell.value = withoutBlanks(excelFormula, toResult(result));
}

function withoutBlanks(
  formula: string,
  result: Excel.CellFormulaValue['result'],
): Excel.CellFormulaValue {
  return result === undefined ? { formula } : { formula, result };
}

function writeCell(writer: SheetWriter, cell: Cell, target: Excel.Cell): void {
  if (cell.formula === undefined) target.value = toConstant(cell.value);
  else writeFormula(writer, cell.isBroken ? null : cell.formula, target);
  if (cell.style) target.style = toExcelStyle(cell.style);
  if (cell.note) target.note = cell.note;
}

function readSpills(engine: FormulaEngine, sheet: SheetView): ReadonlyMap<string, Area> {
  return new Map(
    engine.listSpills(sheet.id).map((area) => [areaToA1({ ...area, rows: 1, columns: 1 }), area]),
  );
}

function writeColumns({ sheet, target }: SheetWriter): void {
  for (let column = 1; column <= sheet.lastColumn; column += 1) {
    const widthPx = sheet.columnWidths.get(column) ?? DEFAULT_WIDTH_PX;
    target.getColumn(column).width = widthPx / PX_PER_CHARACTER;
    target.getColumn(column).hidden = sheet.hiddenColumns.has(column);
  }
  for (const row of sheet.hiddenRows) target.getRow(row).hidden = true;
}

function writeRules({ sheet, target }: SheetWriter): void {
  sheet.conditionalRules.forEach((rule, index) => {
    const written = toExcelRule(rule, index + 1);
    if (written === null) return;
    const ref = rule.areas.map(areaToA1).join(' ');
    target.addConditionalFormatting({ ref, rules: [written] });
  });
}

function writeSettings({ sheet, target }: SheetWriter): void {
  const { frozenRows, frozenColumns, filter, hidden, tabColor } = sheet;
  target.views = [{ state: 'frozen', xSplit: frozenColumns, ySplit: frozenRows }];
  if (hidden) target.state = 'hidden';
  if (tabColor) target.properties.tabColor = { argb: `FF${tabColor.replace('#', '')}` };
  if (filter) {
    const lastRow = Math.max(filter.row, Math.min(filter.row + filter.rows - 1, sheet.lastRow));
    target.autoFilter = areaToA1({ ...filter, rows: lastRow - filter.row + 1 });
  }
  for (const merge of sheet.merges) target.mergeCells(areaToA1(merge));
}

/** Excel's alternating colours are a rule over the area: it has no banding. */
function writeBandings({ sheet, target }: SheetWriter): void {
  sheet.bandings.forEach(({ area, header, first, second }, index) => {
    const start = area.row + (header === undefined ? 0 : 1);
    const rows = area.row + area.rows - start;
    const colors = [first, second];
    const rules = colors.map((background, offset): Excel.ConditionalFormattingRule => ({
      type: 'expression',
      formulae: [`AND(ROW()>0,MOD(ROW()-${start},2)=${offset})`],
      priority: 1_000 + index * 2 + offset,
      style: toExcelStyle({ background }),
    }));
    if (rows > 0)
      target.addConditionalFormatting({ ref: areaToA1({ ...area, row: start, rows }), rules });
    if (header === undefined) return;
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      const cell = target.getCell(`${columnLetters(column)}${area.row}`);
      cell.style = { ...toExcelStyle({ background: header }), ...cell.style };
    }
  });
}

function writeSheet(writer: SheetWriter): void {
  const { sheet, target } = writer;
  sheet.eachCell((cell, row, column) => writeCell(writer, cell, target.getCell(row, column)));
  writeColumns(writer);
  writeSettings(writer);
  writeRules(writer);
  writeBandings(writer);
}

/**
 * The workbook as an Excel file: values, formulas with their last results, formats, styles, widths, frozen panes, filters, notes,
 * hidden columns and sheets, conditional formats and banding as far as Excel has them. Charts are not written.
 */
export async function writeXlsx(workbook: WorkbookView, engine: FormulaEngine): Promise<Buffer> {
  const { Workbook } = loadExcel();
  const book = new Workbook();
  for (const sheet of workbook.sheets) {
    const target = book.addWorksheet(sheet.title);
    writeSheet({ sheet, engine, target, spills: readSpills(engine, sheet) });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
