import type { WorkbookState } from './cells/workbook-state';

/** Cells a workbook may have, blank ones of the grid included. https://support.google.com/drive/answer/37603 */
const cellLimit = 10_000_000;
/** Columns of a sheet (ZZZ). Same page. */
const columnLimit = 18_278;
/** Sheets of a workbook; from older help texts. */
export const sheetLimit = 200;
/** Characters of a cell. Same page. */
const characterLimit = 50_000;

/** Throws when the workbook would have too many cells or columns with so much more. */
export function checkGrowth(workbook: WorkbookState, moreCells: number): void {
  const cells = workbook.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
  if (cells + moreCells <= cellLimit) return;
  throw new Error(
    `This action would increase the number of cells in the workbook above the limit of ${cellLimit} cells.`,
  );
}

/** Throws when a sheet would have more columns than there are letters for. */
export function checkColumns(columns: number): void {
  if (columns <= columnLimit) return;
  throw new Error(
    `This action would increase the number of columns in the sheet above the limit of ${columnLimit} columns.`,
  );
}

/** Throws when a text is too long for a cell. */
export function checkLength(input: unknown): void {
  if (typeof input !== 'string' || input.length <= characterLimit) return;
  throw new Error(
    `Your input contains more than the maximum of ${characterLimit} characters in a single cell.`,
  );
}
