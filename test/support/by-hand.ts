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

interface HandRange {
  getValues(): readonly (readonly unknown[])[];
  setValue(value: unknown): HandRange;
  clearContent(): HandRange;
  sort(order: { readonly column: number; readonly ascending: boolean }): HandRange;
  createFilter(): unknown;
  copyTo(target: HandRange): unknown;
}

interface HandBook {
  getSheetByName(title: string): HandSheet | null;
  insertSheet(title: string): HandSheet;
  deleteSheet(sheet: HandSheet): unknown;
}

interface HandApp {
  getActiveSpreadsheet(): HandBook;
}

const isApp = (value: unknown): value is HandApp =>
  typeof value === 'object' && value !== null && 'getActiveSpreadsheet' in value;

function bookInHand(): HandBook {
  const app: unknown = Reflect.get(globalThis, 'SpreadsheetApp');
  if (!isApp(app)) throw new Error('There is no spreadsheet.');
  return app.getActiveSpreadsheet();
}

/** The sheet of that title, inside an execution. */
export function sheetInHand(title: string): HandSheet {
  const sheet = bookInHand().getSheetByName(title);
  if (sheet === null) throw new Error(`There is no sheet ${title}.`);
  return sheet;
}

/** Deletes the sheet of that title, inside an execution. */
export function deleteByHand(title: string): void {
  bookInHand().deleteSheet(sheetInHand(title));
}

/** Deletes rows; a later execution undoes it with what is given back. */
export function deleteRowsByHand(title: string, row: number, count: number): () => void {
  const sheet = sheetInHand(title);
  const columns = sheet.getMaxColumns();
  const clipboard = bookInHand().insertSheet('Área de transferência');
  sheet.getRange(row, 1, count, columns).copyTo(clipboard.getRange(1, 1));
  sheet.deleteRows(row, count);
  return () => {
    const again = sheetInHand(title);
    again.insertRowsBefore(row, count);
    const kept = sheetInHand('Área de transferência').getRange(1, 1, count, columns);
    kept.copyTo(again.getRange(row, 1));
  };
}
