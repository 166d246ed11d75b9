import type { CellValue } from '../model';
import { holds } from '../cells/areas';
import { writeInputs } from '../cells/contents';
import { ruleAt } from '../cells/validations';
import { defaultOptions } from '../options';
import type { WorkbookState } from '../cells/workbook-state';
import { areaToA1 } from '../a1';
import { accepts } from '../api/validation-check';
import { localeRules } from '../values/locales';

/** A text that a person types into a cell; row and column 1-based. */
export interface TypedEdit {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What an edit changed. */
export interface DoneEdit extends TypedEdit {
  readonly value: CellValue;
  readonly oldValue: CellValue;
}

/**
 * Stores a text as typed: a number or a date becomes one, `=` begins a formula.
 * @throws {Error} in Google's words when the cell's validation refuses it; when there is no such cell
 */
export function typeIntoCell(workbook: WorkbookState, edit: TypedEdit, nowMs: number): DoneEdit {
  const { sheetId, row, column, text } = edit;
  const sheet = workbook.sheetById(sheetId);
  const grid = { row: 1, column: 1, rows: sheet?.maxRows ?? 0, columns: sheet?.maxColumns ?? 0 };
  if (!sheet || !holds(grid, row, column)) throw new Error('There is no such cell.');
  const area = { row, column, rows: 1, columns: 1 };
  const rule = ruleAt(sheet, row, column);
  if (rule && !rule.allowInvalid && !accepts(rule, text)) {
    const cell = areaToA1(area);
    throw new Error(
      rule.helpText ??
        `The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
    );
  }
  const oldValue = sheet.cell(row, column)?.value ?? null;
  const { timeZone, locale } = workbook;
  const writing = {
    timeZone,
    rules: localeRules(locale),
    year: new Date(nowMs).getUTCFullYear(),
    hasSheet: (title: string) =>
      workbook.sheets.some((one) => one.title.toLowerCase() === title.toLowerCase()),
    options: defaultOptions,
  };
  workbook.commit(() => writeInputs(sheet, area, { inputs: [[text]], writing }));
  return { ...edit, oldValue, value: sheet.cell(row, column)?.value ?? null };
}
