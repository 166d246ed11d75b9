import { bottom, holds, right } from '../spreadsheet/cells/areas';
import type { Area, CellValue, FormulaEngine, SheetView, WorkbookView } from '../spreadsheet/model';
import { showFormula } from '../spreadsheet/values/formula-syntax';
import { localeRules } from '../spreadsheet/values/locales';
import { displayText, isDateLikeFormat } from '../spreadsheet/values/number-formats';
import { epochFromSerial } from '../spreadsheet/values/zone';

/** A sheet in the list. */
export interface SheetSummary {
  readonly id: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
}

/** A sheet's data: row 1 is the header, `values` holds dates as ISO texts, `display` what a person sees. */
export interface SheetJson {
  readonly title: string;
  readonly header: readonly CellValue[];
  readonly values: readonly (readonly CellValue[])[];
  readonly display: readonly (readonly string[])[];
  /** As the spreadsheet shows them, with its locale's signs; blank where the cell holds no formula. */
  readonly formulas: readonly (readonly string[])[];
}

/** Lists the sheets; `rows` and `columns` count up to the last content. */
export function listSheets(workbook: WorkbookView): readonly SheetSummary[] {
  return workbook.sheets.map(({ id, title, hidden, lastRow, lastColumn }) => ({
    id,
    title,
    hidden,
    rows: lastRow,
    columns: lastColumn,
  }));
}

/** What reading cells needs besides the sheet. */
export interface CellReading {
  readonly workbook: WorkbookView;
  readonly engine: FormulaEngine;
}

/** All cells of a sheet up to its last content, formulas evaluated. */
export function readSheet(sheet: SheetView, reading: CellReading): SheetJson {
  const spills = reading.engine.listSpills(sheet.id);
  const lastRow = Math.max(sheet.lastRow, ...spills.map(bottom));
  const lastColumn = Math.max(sheet.lastColumn, ...spills.map(right));
  const rows = Array.from({ length: lastRow }, (_row, index) =>
    Array.from({ length: lastColumn }, (_cell, offset) =>
      readCell(sheet, { row: index + 1, column: offset + 1 }, { ...reading, spills }),
    ),
  );
  const [header = [], ...data] = rows;
  return {
    title: sheet.title,
    header: header.map(({ value }) => value),
    values: data.map((row) => row.map(({ value }) => value)),
    display: data.map((row) => row.map(({ display }) => display)),
    formulas: data.map((row) => row.map(({ formula }) => formula)),
  };
}

interface FilledReading extends CellReading {
  /** Areas that formulas of the sheet fill. */
  readonly spills: readonly Area[];
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function readCell(sheet: SheetView, { row, column }: Place, reading: FilledReading) {
  const { workbook, engine, spills } = reading;
  const cell = sheet.cell(row, column);
  const isFilled =
    (cell?.value ?? null) === null && spills.some((area) => holds(area, row, column));
  if (!cell && !isFilled) return { value: null, display: '', formula: '' };
  const { value: stored = null, style } = cell ?? {};
  const formula = showFormula(cell ?? undefined, localeRules(workbook.locale));
  const raw = formula !== '' || isFilled ? engine.evaluate(sheet.id, row, column) : stored;
  const format = style?.numberFormat;
  const display = displayText(raw, format, workbook.locale);
  const isDate = typeof raw === 'number' && isDateLikeFormat(format);
  const value = isDate ? isoOfSerial(raw, workbook.timeZone) : raw;
  return { value, display, formula };
}

function isoOfSerial(serial: number, timeZone: string): string {
  return new Date(Math.round(epochFromSerial(serial, timeZone))).toISOString();
}
