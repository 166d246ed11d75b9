import { parseA1Ref } from '@borgar/fx';
import type { CellValue, SheetView, WorkbookView } from '../spreadsheet/model';

/** What a term of a plain formula is told: the sheet, and the row or column that it names there. */
interface Lines {
  readonly sheet: SheetView;
  readonly row: number | null;
  readonly column: number | null;
}

/** Terms that plain formulas join by `&`, as cells keep them (en-US signs); null: the library must reckon it. */
const terms: readonly (readonly [RegExp, (lines: Lines) => string | null])[] = [
  [/^ROW\((.+)\)$/, ({ row }) => (row === null ? null : String(row))],
  [/^ROWS\((.+)\)$/, ({ row, sheet }) => (row === null ? String(sheet.maxRows) : null)],
  [/^TEXTJOIN\(CHAR\(31\),FALSE,(.+)\)$/, joinRow],
  [/^IFERROR\(MATCH\(9999999999999,(.+)\),0\)$/, findLastNumber],
];
const joint = /^CHAR\(31\)$/;

/**
 * The value of a formula that only joins where rows of other sheets stand and what is in them, reckoned without the library, which
 * would load all of those sheets; null for any other formula, or one that leans on what is not there.
 */
export function evaluatePlain(workbook: WorkbookView, formula: string): string | null {
  if (!formula.startsWith('=ROW(')) return null;
  // No title of ours holds an ampersand, and one of the user's only sends the formula to the library.
  const parts = formula
    .slice(1)
    .split('&')
    .map((part) => (joint.test(part) ? '\u001f' : evaluateTerm(workbook, part)));
  return parts.every((part) => part !== null) ? parts.join('') : null;
}

function evaluateTerm(workbook: WorkbookView, part: string): string | null {
  for (const [pattern, evaluate] of terms) {
    const named = pattern.exec(part)?.[1];
    const lines = named === undefined ? null : findLines(workbook, named);
    if (named !== undefined) return lines === null ? null : evaluate(lines);
  }
  return null;
}

/** One whole row, or whole columns of which the first counts; null for any other reference. */
function findLines({ sheets }: WorkbookView, text: string): Lines | null {
  const reference = parseA1Ref(text, { allowTernary: true });
  if (!reference || !('range' in reference)) return null;
  const title = reference.context?.at(-1)?.toLowerCase();
  const sheet = sheets.find((one) => one.title.toLowerCase() === title);
  const { top, bottom, left, right } = reference.range;
  if (sheet === undefined) return null;
  const isRow = typeof top === 'number' && top === bottom && left === null && right === null;
  if (isRow) return { sheet, row: top + 1, column: null };
  const isColumns = typeof left === 'number' && top === null && bottom === null;
  return isColumns ? { sheet, row: null, column: left + 1 } : null;
}

function joinRow({ sheet, row }: Lines): string | null {
  if (row === null) return null;
  const cells = Array.from({ length: sheet.maxColumns }, (_cell, index) =>
    sheet.cell(row, index + 1),
  );
  // What a formula gives, and how a locale writes a fraction, is the library's business.
  if (cells.some((cell) => cell?.formula !== undefined || isFraction(cell?.value))) return null;
  return cells.map((cell) => toText(cell?.value ?? null)).join('\u001f');
}

const isFraction = (value: CellValue | undefined): boolean =>
  typeof value === 'number' && !Number.isSafeInteger(value);

const toText = (value: CellValue): string =>
  typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? '');

/** A search for a number that is larger than all ends at the last number of the column, in whatever order they stand. */
function findLastNumber({ sheet, column }: Lines): string | null {
  if (column === null) return null;
  for (let row = sheet.lastRow; row > 0; row -= 1) {
    const cell = sheet.cell(row, column);
    if (cell?.formula !== undefined) return null;
    if (typeof cell?.value === 'number') return String(row);
  }
  return '0';
}
