import { formulaLocales, formulaTexts, typedLocale, typedRows, typedTexts } from '../inputs';
import type { Desk } from '../notes';

const names = Object.keys(typedTexts);
const line: string[] = Object.values(typedTexts);

/** What typed texts become in automatic and in plain text (`@`) cells, in a spreadsheet of Brazil. */
export function probeCells({ spreadsheet, scratch, answer }: Desk): void {
  const locale = spreadsheet.getSpreadsheetLocale();
  spreadsheet.setSpreadsheetLocale(typedLocale);
  try {
    const area = writeRows(scratch);
    const [formulas, values] = [area.getFormulas(), area.getValues()];
    typedRows.forEach((row, at) =>
      names.forEach((name, column) => {
        const formula = formulas[at]?.[column] ?? '';
        answer(`cell.${row}.${name}`, describeCell(formula, values[at]?.[column]));
      }),
    );
  } finally {
    spreadsheet.setSpreadsheetLocale(locale);
    scratch.clear();
  }
}

function writeRows(sheet: GoogleAppsScript.Spreadsheet.Sheet): GoogleAppsScript.Spreadsheet.Range {
  sheet.clear();
  typedRows.forEach((row, at) => {
    if (row.endsWith('@')) sheet.getRange(at + 1, 1, 1, line.length).setNumberFormat('@');
  });
  SpreadsheetApp.flush();
  typedRows.forEach((row, at) => {
    if (row.startsWith('setValues')) sheet.getRange(at + 1, 1, 1, line.length).setValues([line]);
    else if (row.startsWith('setValue'))
      line.forEach((text, column) => sheet.getRange(at + 1, column + 1).setValue(text));
    else sheet.appendRow(line);
  });
  SpreadsheetApp.flush();
  return sheet.getRange(1, 1, typedRows.length, line.length);
}

function describeCell(formula: string, value: unknown): string {
  if (formula !== '') return `formula ${formula}`;
  if (value instanceof Date) return 'date';
  return value === '' ? 'blank' : `${typeof value} ${String(value)}`;
}

const formulas = Object.values(formulaTexts).map(({ formula }) => formula);

/** How formulas that a script writes are read, and shown to it, in spreadsheets of several countries. */
export function probeFormulas({ spreadsheet, scratch, answer }: Desk): void {
  const before = spreadsheet.getSpreadsheetLocale();
  try {
    for (const locale of formulaLocales) {
      spreadsheet.setSpreadsheetLocale(locale);
      const area = scratch.getRange(1, 1, 1, formulas.length);
      area.setFormulas([formulas]);
      SpreadsheetApp.flush();
      const [shown, read] = [area.getDisplayValues()[0], area.getFormulas()[0]];
      Object.keys(formulaTexts).forEach((name, column) => {
        answer(`formula.${locale}.${name}`, `${read?.[column] ?? ''} is ${shown?.[column] ?? ''}`);
      });
      scratch.clear();
    }
  } finally {
    spreadsheet.setSpreadsheetLocale(before);
  }
}
