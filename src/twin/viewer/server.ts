import type { ViewerWorkbook } from '../engine/viewer-data';
import { isRecord, readList, readText } from './json';

/** How a call of a script function ended. */
export type CallResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

function isWorkbook(value: unknown): value is ViewerWorkbook {
  return isRecord(value) && Array.isArray(value['sheets']) && Array.isArray(value['looks']);
}

/** The live workbook; with ids, only these sheets of it. Throws when the server does not answer. */
export async function fetchWorkbook(sheetIds: readonly number[] | null): Promise<ViewerWorkbook> {
  const wanted = sheetIds?.length === 0 ? 'none' : sheetIds?.join(',');
  const query = wanted === undefined ? '' : `?sheets=${wanted}`;
  const response = await fetch(`api/workbook${query}`);
  const body: unknown = await response.json();
  if (!isWorkbook(body)) throw new Error('The server sent no workbook.');
  return body;
}

/** The executions, newest first, as the server logs them. */
export async function fetchExecutions(): Promise<readonly unknown[]> {
  const response = await fetch('api/executions');
  const body: unknown = await response.json();
  return Array.isArray(body) ? body : readList(body, 'executions');
}

async function postJson(path: string, body: unknown): Promise<CallResult> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (isRecord(answer) && 'error' in answer) {
    const { error } = answer;
    return { ok: false, message: typeof error === 'string' ? error : readText(error, 'message') };
  }
  return { ok: true, value: isRecord(answer) ? (answer['result'] ?? null) : null };
}

/** Runs a menu's function as the person at the keyboard. */
export function runFunction(name: string): Promise<CallResult> {
  return postJson(`api/run/${encodeURIComponent(name)}`, []);
}

/** `google.script.run` of a page: runs a function with arguments. */
export function callFromPage(name: string, values: readonly unknown[]): Promise<CallResult> {
  return postJson('api/script-run', { functionName: name, args: values });
}

/** Answers a question that holds a script. */
export function answerQuestion(id: number, button: string, text: string): Promise<CallResult> {
  return postJson('api/ui/answer', { id, button, text });
}

/** Tells which sheet the person turned to. */
export function tellSheet(sheetId: number): Promise<CallResult> {
  return postJson('api/ui/sheet', { sheetId });
}

/** Types a text into a cell; row and column 1-based. */
export function typeText(
  cell: { readonly sheetId: number; readonly row: number; readonly column: number },
  text: string,
): Promise<CallResult> {
  return postJson('api/edit', { ...cell, text });
}

/** What the page listens to. */
export interface ServerEvents {
  onCommit(sheetIds: readonly number[]): void;
  onExecutions(): void;
  onUi(message: unknown): void;
  onConnection(connected: boolean): void;
}

function parse(event: MessageEvent<unknown>): unknown {
  return typeof event.data === 'string' && event.data !== '' ? JSON.parse(event.data) : null;
}

/** Listens to the server; the browser connects again by itself. */
export function listen(events: ServerEvents): void {
  const source = new EventSource('api/events');
  source.addEventListener('open', () => events.onConnection(true));
  source.addEventListener('error', () => events.onConnection(false));
  source.addEventListener('commit', (event) => {
    const ids = readList(parse(event), 'sheetIds');
    events.onCommit(ids.filter((id) => typeof id === 'number'));
  });
  source.addEventListener('executions', () => events.onExecutions());
  source.addEventListener('ui', (event) => events.onUi(parse(event)));
}
