import { tryOut, type Desk, type Notes } from '../notes';
import { cells, marks, resultSheet } from '../places';

const farAwayMs = 300 * 24 * 3_600_000;

/** Leaves in the spreadsheet what a copy may bring along. */
export function leaveMarks({ spreadsheet }: Desk): void {
  const sheet = resultSheet();
  sheet.getRange(cells.spreadsheetId).setValue(spreadsheet.getId());
  sheet.getRange(cells.sheetId).setValue(sheet.getSheetId());
  PropertiesService.getScriptProperties().setProperty(marks.key, 'x');
  PropertiesService.getDocumentProperties().setProperty(marks.key, 'x');
  if (listMetadata(spreadsheet).length === 0) spreadsheet.addDeveloperMetadata(marks.key, 'x');
  if (countProtections(sheet) === 0)
    sheet.protect().setDescription(marks.protection).setWarningOnly(true);
  const triggers = ScriptApp.getProjectTriggers();
  if (triggers.length === 0)
    ScriptApp.newTrigger('followTrigger_').timeBased().after(farAwayMs).create();
}

const listMetadata = (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) =>
  spreadsheet.createDeveloperMetadataFinder().withKey(marks.key).find();

const countProtections = (sheet: GoogleAppsScript.Spreadsheet.Sheet): number =>
  sheet
    .getProtections(SpreadsheetApp.ProtectionType.SHEET)
    .filter((protection) => protection.getDescription() === marks.protection).length;

/** Whether this spreadsheet is a copy of one that was measured. */
export function isCopy(): boolean {
  const original: unknown = resultSheet().getRange(cells.spreadsheetId).getValue();
  return original !== '' && original !== SpreadsheetApp.getActiveSpreadsheet().getId();
}

/** What came along with a copy. */
export function probeCopy(notes: Notes): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = resultSheet();
  const came = (isThere: boolean): string => (isThere ? 'came' : 'gone');
  const metadata = listMetadata(spreadsheet);
  const seen = {
    scriptProperties: PropertiesService.getScriptProperties().getProperty(marks.key) !== null,
    documentProperties: PropertiesService.getDocumentProperties().getProperty(marks.key) !== null,
    triggers: ScriptApp.getProjectTriggers().length > 0,
    deployment: Boolean(ScriptApp.getService().getUrl()),
    protections: countProtections(sheet) > 0,
    metadata: metadata.length > 0,
    sheetIds: sheet.getRange(cells.sheetId).getValue() === sheet.getSheetId(),
  };
  for (const [name, isThere] of Object.entries(seen)) notes.answers[`copy.${name}`] = came(isThere);
  const [first] = metadata;
  notes.answers['copy.metadataCanChange'] = first ? tryOut(() => first.setValue('y')) : null;
}
