import { tryOut } from './notes';
import { kindOfUrl } from './web-call';
import { marks } from './places';

type Event = GoogleAppsScript.Events.DoPost;
type Output = GoogleAppsScript.Content.TextOutput | GoogleAppsScript.HTML.HtmlOutput;

/** Longest time that a stranger who finds the address can hold a run or the lock. */
const longestHoldMs = 10_000;

const json = (value: object): Output => ContentService.createTextOutput(JSON.stringify(value));

const holdOf = ({ parameter }: Event): number =>
  Math.min(longestHoldMs, Number(parameter['holdMs'] ?? 0));

/** What a call without a task asks for: the event as it came. */
function describeEvent(event: Event): Output {
  const { queryString, contentLength } = event;
  // Google's types promise a body; a request without one brings none.
  const body = 'postData' in event ? event.postData : null;
  const query = queryString === null ? 'null' : `"${queryString}"`;
  const [type, characters] = [body?.type ?? null, body?.contents.length ?? 0];
  return json({ query, contentLength, type, characters });
}

function describeServices(): Output {
  return json({
    active: tryOut(() => SpreadsheetApp.getActiveSpreadsheet()),
    documentLock: tryOut(() => LockService.getDocumentLock()),
    documentCache: tryOut(() => CacheService.getDocumentCache()),
    documentProperties: tryOut(() => PropertiesService.getDocumentProperties()),
    ui: tryOut(() => SpreadsheetApp.getUi()),
    url: kindOfUrl(ScriptApp.getService().getUrl()),
  });
}

function takeLock(event: Event): Output {
  const lock = LockService.getScriptLock();
  const askedAtMs = Date.now();
  lock.waitLock(60_000);
  const takenAtMs = Date.now();
  Utilities.sleep(holdOf(event));
  const releasedAtMs = Date.now();
  lock.releaseLock();
  return json({ askedAtMs, takenAtMs, releasedAtMs });
}

function stay(event: Event): Output {
  Utilities.sleep(holdOf(event));
  return json({ stayed: true });
}

function writeCell({ parameter }: Event): Output {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(marks.scratchTitle);
  sheet?.getRange('A1').setValue(Number(parameter['value']));
  SpreadsheetApp.flush();
  return json({ written: sheet !== null });
}

function openSheet(): Output {
  const startedAtMs = Date.now();
  SpreadsheetApp.getActiveSpreadsheet().getSheetByName(marks.scratchTitle);
  return json({ openMs: Date.now() - startedAtMs });
}

const tasks: Readonly<Record<string, (event: Event) => Output>> = {
  event: describeEvent,
  services: describeServices,
  lock: takeLock,
  stay,
  write: writeCell,
  open: openSheet,
  text: () => ContentService.createTextOutput('text'),
  html: () => HtmlService.createHtmlOutput('html'),
  throw: () => {
    throw new Error('The probe threw this.');
  },
};

/** `doPost`: does one of the tasks above for the probe. */
export function receive(event: Event): Output {
  const task = tasks[event.parameter['task'] ?? 'event'] ?? describeEvent;
  return task(event);
}
