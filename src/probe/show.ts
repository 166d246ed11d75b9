import { cells, resultSheet } from './places';

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Keeps the report in its cell, and shows it to be copied. */
export function showReport(title: string, json: string): void {
  resultSheet().getRange(cells.report).setNumberFormat('@').setValue(json);
  const area = `<textarea readonly style="width:100%;height:320px" onfocus="this.select()">${escapeHtml(json)}</textarea>`;
  const page = HtmlService.createHtmlOutput(area).setWidth(640).setHeight(360);
  SpreadsheetApp.getUi().showModalDialog(page, title);
}

/** The report that was kept; null when there is none. */
export function keptReport(): string | null {
  const text: unknown = resultSheet().getRange(cells.report).getValue();
  return typeof text === 'string' && text !== '' ? text : null;
}
