/** Names that a probe leaves in its spreadsheet. */
export const marks = {
  resultTitle: 'Sonda',
  scratchTitle: 'Rascunho',
  /** Key of properties and metadata. */
  key: 'sonda',
  /** What is left for the copy. */
  protection: 'sonda',
} as const;

/** Cells of the tab of results. */
export const cells = {
  report: 'B1',
  typeHere: 'A3',
  typed: 'B3',
  /** When the run that is to be killed began, epoch ms; flushed. */
  killBegan: 'B4',
  /** Written by that run, never flushed. */
  killUnflushed: 'B5',
  /** That run was not killed. */
  killSurvived: 'B6',
  /** Id of the spreadsheet that was measured, and of its tab. */
  spreadsheetId: 'B7',
  sheetId: 'B8',
} as const;

/** The tab of results, made when it is not there. */
export function resultSheet(): GoogleAppsScript.Spreadsheet.Sheet {
  return sheetOf(marks.resultTitle);
}

/** A tab by its title, made when it is not there. */
export function sheetOf(title: string): GoogleAppsScript.Spreadsheet.Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return spreadsheet.getSheetByName(title) ?? spreadsheet.insertSheet(title);
}
