import { Notes } from './notes';
import { isCopy, probeCopy } from './parts/copy';
import { dieUnflushed, followTrigger } from './parts/runs';
import { probeBulkWrites } from './parts/spend';
import { cells, resultSheet } from './places';
import { receive } from './receive';
import { parseReport } from './parse-report';
import type { ProbeOptions } from './report';
import { runProbe } from './run';
import { keptReport, showReport } from './show';
import { readTexts } from './texts';

const addressPattern = /^https?:\/\/.+\/exec$/;

/** The menu of the probe. */
export function onOpen(): void {
  const texts = readTexts();
  SpreadsheetApp.getUi()
    .createMenu(texts.menu)
    .addItem(texts.prepare, 'prepare_')
    .addItem(texts.measure, 'measure_')
    .addItem(texts.measureCopy, 'measureCopy_')
    .addSeparator()
    .addItem(texts.spend, 'spendProperties_')
    .addToUi();
}

/** A person's edit: in one cell, the run that Google is to kill. */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  dieUnflushed(event);
}

/** The web app: does what the probe asks for. */
export function doPost(event: GoogleAppsScript.Events.DoPost) {
  return receive(event);
}

/** Makes the tab of results, and says what to do. */
export function prepare_(): void {
  const texts = readTexts();
  resultSheet().getRange(cells.typeHere).setValue(texts.typeHere);
  SpreadsheetApp.getUi().alert(texts.prepared);
}

/** Runs the probe and shows its report; a menu gives no options, so the address is asked for. */
export function measure_(given?: ProbeOptions): string | null {
  const texts = readTexts();
  const options = given?.url === undefined ? askOptions() : given;
  if (options === null) return null;
  const json = JSON.stringify(runProbe(options));
  showReport(texts.result, json);
  return json;
}

function askOptions(): ProbeOptions | null {
  const texts = readTexts();
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt(texts.menu, texts.askUrl, ui.ButtonSet.OK_CANCEL);
  if (answer.getSelectedButton() !== ui.Button.OK) return null;
  // An address that was copied from a second account's window fails for everybody else.
  const url = answer
    .getResponseText()
    .trim()
    .replace(/\/u\/\d+\//, '/');
  if (addressPattern.test(url)) return { url };
  ui.alert(texts.wrongUrl);
  return null;
}

/** In a copy of a measured spreadsheet: adds what came along to the report. */
export function measureCopy_(): string | null {
  const texts = readTexts();
  if (isCopy()) return addTo(keptReport(), probeCopy, texts.copyResult);
  SpreadsheetApp.getUi().alert(texts.notCopy);
  return null;
}

/** Tries how the day's quota counts many properties at once, after a warning. */
export function spendProperties_(): string | null {
  const texts = readTexts();
  const ui = SpreadsheetApp.getUi();
  const isSure = ui.alert(texts.menu, texts.confirmSpend, ui.ButtonSet.YES_NO) === ui.Button.YES;
  return isSure ? addTo(keptReport(), probeBulkWrites, texts.copyResult) : null;
}

function addTo(kept: string | null, probe: (notes: Notes) => void, title: string): string {
  const notes = new Notes();
  probe(notes);
  const fresh = notes.report(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale());
  const before = parseReport(kept ?? '');
  const answers = { ...before?.answers, ...fresh.answers };
  const json = JSON.stringify({ ...fresh, ...before, answers });
  showReport(title, json);
  return json;
}

/** The trigger's function. */
export function followTrigger_(): void {
  followTrigger();
}
