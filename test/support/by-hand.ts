/** What a person's hand does to a sheet, done by Google's own methods. */
export interface HandSheet {
  insertColumnBefore(column: number): unknown;
  deleteColumn(column: number): unknown;
  insertRowsBefore(row: number, count: number): unknown;
  deleteRows(row: number, count: number): unknown;
  moveColumns(columns: HandRange, before: number): unknown;
  getRange(row: number, column: number, rows?: number, columns?: number): HandRange;
  getLastRow(): number;
  getMaxColumns(): number;
  getFilter(): { setColumnFilterCriteria(column: number, criteria: unknown): unknown } | null;
}

export interface HandRange {
  setValue(value: unknown): HandRange;
  clearContent(): HandRange;
  sort(order: { readonly column: number; readonly ascending: boolean }): HandRange;
  createFilter(): unknown;
}

interface HandApp {
  getActiveSpreadsheet(): { getSheetByName(title: string): HandSheet | null };
}

const isApp = (value: unknown): value is HandApp =>
  typeof value === 'object' && value !== null && 'getActiveSpreadsheet' in value;

/** The sheet of that title, inside an execution. */
export function sheetInHand(title: string): HandSheet {
  const app: unknown = Reflect.get(globalThis, 'SpreadsheetApp');
  const sheet = isApp(app) ? app.getActiveSpreadsheet().getSheetByName(title) : null;
  if (sheet === null) throw new Error(`There is no sheet ${title}.`);
  return sheet;
}
