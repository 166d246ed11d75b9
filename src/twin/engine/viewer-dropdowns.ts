import type { CellValue, SheetView, ValidationRule, WorkbookView } from '../spreadsheet/model';
import { displayText } from '../spreadsheet/values/number-formats';
import type { ViewerDropdown } from './viewer-data';

const dates = /^DATE_/;

function readSource(
  { source }: ValidationRule,
  workbook: WorkbookView,
): readonly CellValue[] | null {
  const sheet = workbook.sheets.find(({ id }) => id === source?.sheetId);
  if (!source || !sheet) return null;
  const { row, column, rows, columns } = source.area;
  return Array.from(
    { length: rows * columns },
    (_, index) =>
      sheet.cell(row + Math.floor(index / columns), column + (index % columns))?.value ?? null,
  );
}

function listChoices(rule: ValidationRule, workbook: WorkbookView): readonly CellValue[] | null {
  if (rule.criteria === 'VALUE_IN_LIST') return rule.values.flat();
  if (rule.criteria === 'VALUE_IN_RANGE') return readSource(rule, workbook);
  if (rule.criteria !== 'CHECKBOX') return null;
  return rule.values.length > 0 ? rule.values.flat() : [true, false];
}

/** What a person may choose in a cell: a list or a date. Other rules let one type. */
export function listDropdowns(
  { validations = [] }: SheetView,
  workbook: WorkbookView,
): ViewerDropdown[] {
  return validations.flatMap(({ area, rule }): ViewerDropdown[] => {
    if (dates.test(rule.criteria)) return [{ area, kind: 'date', choices: [] }];
    const choices = listChoices(rule, workbook);
    if (choices === null) return [];
    const texts = choices
      .filter((value) => value !== null && value !== '')
      .map((value) => displayText(value, undefined, workbook.locale));
    return [{ area, kind: 'list', choices: [...new Set(texts)] }];
  });
}
