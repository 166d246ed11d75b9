import { bindSheet } from './google-sheet';
import type { Workbook } from './services';

/** Binds the spreadsheet that contains this script; throws a sentence when Google gives none. */
export function connectWorkbook(): Workbook {
  let opened: GoogleAppsScript.Spreadsheet.Spreadsheet | null = null;
  const open = (): GoogleAppsScript.Spreadsheet.Spreadsheet => (opened ??= openContainer());
  // One call for all of them, instead of one for each that is asked for; forgotten with everything else that was read.
  let byId: ReadonlyMap<number, GoogleAppsScript.Spreadsheet.Sheet> | null = null;
  const sheetsById = (): ReadonlyMap<number, GoogleAppsScript.Spreadsheet.Sheet> =>
    (byId ??= new Map(
      open()
        .getSheets()
        .map((sheet) => [sheet.getSheetId(), sheet] as const),
    ));
  return {
    flush: () => {
      byId = null;
      SpreadsheetApp.flush();
    },
    sheets: () => open().getSheets().map(bindSheet),
    sheetById: (id) => {
      const sheet = sheetsById().get(id);
      return sheet === undefined ? null : bindSheet(sheet);
    },
    sheetByTitle: (title) => {
      const sheet = open().getSheetByName(title);
      return sheet === null ? null : bindSheet(sheet);
    },
    addSheet: (title, rows, columns) => {
      byId = null;
      return bindSheet(addSized(open(), title, { rows, columns }));
    },
    timeZone: () => open().getSpreadsheetTimeZone(),
    setTimeZone: (zone) => open().setSpreadsheetTimeZone(zone),
    recalculateEveryMinute: () =>
      open().setRecalculationInterval(SpreadsheetApp.RecalculationInterval.MINUTE),
    toast: (text, title) => open().toast(text, title),
  };
}

function openContainer(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  const spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet | null =
    SpreadsheetApp.getActiveSpreadsheet();
  if (spreadsheet === null) throw new Error('The script is not bound to a spreadsheet.');
  return spreadsheet;
}

interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

function addSized(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  title: string,
  size: GridSize,
): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = spreadsheet.insertSheet(title, spreadsheet.getNumSheets());
  const missingColumns = size.columns - sheet.getMaxColumns();
  if (missingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missingColumns);
  if (missingColumns < 0) sheet.deleteColumns(size.columns + 1, -missingColumns);
  const surplusRows = sheet.getMaxRows() - size.rows;
  if (surplusRows > 0) sheet.deleteRows(size.rows + 1, surplusRows);
  return sheet;
}
