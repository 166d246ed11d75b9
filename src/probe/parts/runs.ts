import type { Desk } from '../notes';
import { cells, marks, resultSheet } from '../places';
import { kindOfUrl, readJson, requestOf } from '../web-call';

const handler = 'followTrigger_';
const keys = {
  asked: `${marks.key}.asked`,
  first: `${marks.key}.first`,
  second: `${marks.key}.second`,
};

function makeTrigger(): void {
  PropertiesService.getScriptProperties().setProperty(keys.asked, String(Date.now()));
  ScriptApp.newTrigger(handler).timeBased().after(1_000).create();
}

/** The trigger's own run: writes down what it sees; the first one makes a second one. */
export function followTrigger(): void {
  const properties = PropertiesService.getScriptProperties();
  const lateMs = Date.now() - Number(properties.getProperty(keys.asked)) - 1_000;
  const url = kindOfUrl(ScriptApp.getService().getUrl());
  const isSecond = properties.getProperty(keys.first) !== null;
  properties.setProperty(isSecond ? keys.second : keys.first, `${lateMs} ${url}`);
  if (!isSecond) makeTrigger();
}

/** Asks for a trigger's run, which comes while the other parts are at work. */
export function beginTriggers(): void {
  endTriggers();
  makeTrigger();
}

function endTriggers(): void {
  for (const trigger of ScriptApp.getProjectTriggers())
    if (trigger.getHandlerFunction() === handler) ScriptApp.deleteTrigger(trigger);
  const properties = PropertiesService.getScriptProperties();
  for (const key of Object.values(keys)) properties.deleteProperty(key);
}

/** Whether both triggers have run by now, or by the end of the probe. */
export function probeTriggers({ answer, endsAtMs }: Desk): void {
  const properties = PropertiesService.getScriptProperties();
  const read = (key: string): string | null => properties.getProperty(key);
  while (read(keys.second) === null && Date.now() < endsAtMs) Utilities.sleep(5_000);
  const [first, second] = [read(keys.first), read(keys.second)];
  answer('trigger.ofMenu', first === null ? 'not seen' : 'run');
  answer('trigger.ofTrigger', second === null ? 'not seen' : 'run');
  if (first !== null) {
    const [lateMs = '', url = ''] = first.split(' ');
    answer('trigger.lateMs', Number(lateMs));
    answer('url.inTrigger', url);
  }
  endTriggers();
}

/** Each pair of web calls takes the lock one after the other; the gap between is how long the waiter did not look. */
const lockRounds = 6;
const lockHoldMs = 1_000;

/** How soon a waiter has a lock that was released. */
export function probeLockWaits({ options: { url }, price }: Desk): void {
  const take = requestOf(url, { task: 'lock', values: { holdMs: lockHoldMs } });
  const gaps = Array.from({ length: lockRounds }, () => {
    const takers = UrlFetchApp.fetchAll([take, take]).map(readJson);
    const [one, other] = takers.sort((a, b) => Number(a['takenAtMs']) - Number(b['takenAtMs']));
    return Number(other?.['takenAtMs']) - Number(one?.['releasedAtMs']);
  });
  price('lock.gap', gaps);
}

const simpleLimitMs = 30_000;

/**
 * `onEdit`: the run that is killed. A simple trigger ends after 30 seconds (https://developers.google.com/apps-script/guides/triggers#restrictions),
 * so what it has not flushed by then tells what a killed run leaves.
 */
export function dieUnflushed(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const sheet = event.range.getSheet();
  if (sheet.getName() !== marks.resultTitle || event.range.getA1Notation() !== cells.typed) return;
  sheet.getRange(cells.killBegan).setValue(Date.now());
  SpreadsheetApp.flush();
  sheet.getRange(cells.killUnflushed).setValue('x');
  Utilities.sleep(2 * simpleLimitMs);
  sheet.getRange(cells.killSurvived).setValue('x');
}

/** What the killed run left; null when nobody typed into the cell. */
export function probeKill({ answer }: Desk): void {
  const sheet = resultSheet();
  const began = Number(sheet.getRange(cells.killBegan).getValue());
  if (began === 0) return answer('kill.unflushed', null);
  Utilities.sleep(Math.max(0, began + 1.5 * simpleLimitMs - Date.now()));
  SpreadsheetApp.flush();
  const isThere = (cell: string): boolean => sheet.getRange(cell).getValue() === 'x';
  if (isThere(cells.killSurvived)) return answer('kill.unflushed', 'not killed');
  answer('kill.unflushed', isThere(cells.killUnflushed) ? 'kept' : 'lost');
}
