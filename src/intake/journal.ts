import { toCell, wholeCharacterEnd } from '../tabs/cells';
import type { RowContent } from '../tabs/definition';
import { tabs } from '../tabs/tabs';
import type { CellValue, Sheet } from '../platform/services';
import type { Request } from './request';

/**
 * What became of a journaled request. The words stand in the journal's column Situação.
 * `received`: kept, not yet in the tabs (writing is paused). `waiting`: the sweep goes on with it. `held`: its token is unknown.
 */
export const journalStatuses = {
  received: 'recebido',
  written: 'escrito',
  repeated: 'repetido',
  waiting: 'pendente',
  unknown: 'não tratado',
  failed: 'falhou',
  held: 'retido',
} as const;

export type JournalStatus = keyof typeof journalStatuses;

/** A request with what the journal says of it. */
export interface JournalEntry {
  readonly request: Request;
  readonly vendorName: string;
  readonly account: string;
  /** Names of its events, in order. */
  readonly events: readonly string[];
  readonly eventKeys: readonly string[];
  readonly status: JournalStatus;
  readonly attempts: number;
  /** One line per failure, as `describeFailure` writes it; blank when nothing failed. */
  readonly error: string;
  /** When the sweep tries again, epoch ms; null when it does not. */
  readonly nextTryMs: number | null;
}

const columns = tabs.journal.columns;
/** A body longer than this continues on the next row. */
const maxPartLength = 45_000;
const growthRows = 500;

/** First free row of the journal. Asked before anything is written: later it would force the writes out. */
export function nextJournalRow(sheet: Sheet): number {
  return Math.max(1, sheet.lastRow()) + 1;
}

/** Adds the rows that the journal's grid lacks for these entries; to be done before anything is written, see `makeRoom`. */
export function makeJournalRoom(
  sheet: Sheet,
  entries: readonly JournalEntry[],
  { firstRow }: JournalPlace,
): void {
  const rows = entries.reduce((sum, { request }) => sum + splitBody(request.body).length, 0);
  const missing = firstRow + rows - 1 - sheet.maxRows();
  if (missing > 0) sheet.addRows(Math.max(missing, growthRows));
}

/** Appends entries from the place's row on; buffered until the flush. */
export function appendEntries(
  sheet: Sheet,
  entries: readonly JournalEntry[],
  at: JournalPlace,
): void {
  if (entries.length === 0) return;
  const { firstRow } = at;
  const contents = entries.flatMap(toRows);
  const values = contents.map((content, index) =>
    toCells({ ...content, number: firstRow + index - 1 + at.journalOffset }, at),
  );
  sheet.write({ row: firstRow, column: 1, rows: values.length, columns: columns.length }, values);
}

/** Where and how entries are appended. */
export interface JournalPlace {
  readonly firstRow: number;
  readonly journalOffset: number;
  readonly offsetMinutes: number;
}

function toRows(entry: JournalEntry): readonly RowContent[] {
  const parts = splitBody(entry.request.body);
  return parts.map((body, index) => ({
    receivedAt: entry.request.receivedAtMs,
    vendor: entry.vendorName,
    account: entry.account,
    event: entry.events.join(', '),
    eventKey: entry.eventKeys.join('\n'),
    status: journalStatuses[entry.status],
    attempts: entry.attempts,
    error: entry.error,
    part: index + 1,
    body,
    connection: entry.request.connectionId,
    webhook: entry.request.webhook,
    request: entry.request.id,
    receivedAtMs: entry.request.receivedAtMs,
    nextTryMs: entry.nextTryMs,
  }));
}

function splitBody(body: string): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < body.length;) {
    const end = wholeCharacterEnd(body, start + maxPartLength);
    parts.push(body.slice(start, end));
    start = end;
  }
  return parts.length === 0 ? [''] : parts;
}

function toCells(content: RowContent, at: JournalPlace): CellValue[] {
  return columns.map((column) => toCell(column.kind, content[column.id], at.offsetMinutes));
}

/** 1-based column of a field of the journal. */
export function journalColumn(id: string): number {
  return columns.findIndex((column) => column.id === id) + 1;
}

/** A request as it stands in the journal. */
export interface StoredRequest {
  readonly request: Request;
  readonly number: number;
  readonly row: number;
  /** Rows it takes. */
  readonly rows: number;
  readonly status: string;
  readonly attempts: number;
  readonly error: string;
  readonly vendorName: string;
  readonly nextTryMs: number | null;
}

/** Rows that the longest accepted body takes. */
const maxParts = 24;

/** Reads whole the requests that begin in a run of journal rows; their further parts may lie beyond it. */
export function readEntries(
  sheet: Sheet,
  firstRow: number,
  rows: number,
): readonly StoredRequest[] {
  const lastRow = Math.min(firstRow + rows - 1 + maxParts, sheet.lastRow());
  if (rows < 1 || lastRow < firstRow) return [];
  const area = { row: firstRow, column: 1, rows: lastRow - firstRow + 1, columns: columns.length };
  const stored: StoredRequest[] = [];
  sheet.read(area).forEach((row, index) => addLine(stored, firstRow + index, row));
  return stored.filter(({ row }) => row < firstRow + rows);
}

/** A first part begins a request; a further part continues the one before it. */
function addLine(stored: StoredRequest[], row: number, cells: readonly CellValue[]): void {
  const field = (id: string): CellValue => cells[journalColumn(id) - 1] ?? '';
  const previous = stored[stored.length - 1];
  if (Number(field('part')) === 1) stored.push(toStored(row, field));
  else if (previous?.request.id === String(field('request'))) {
    const request = { ...previous.request, body: previous.request.body + String(field('body')) };
    stored[stored.length - 1] = { ...previous, request, rows: previous.rows + 1 };
  }
}

type FieldReader = (id: string) => CellValue;

function toStored(row: number, field: FieldReader): StoredRequest {
  const nextTryMs = field('nextTryMs');
  return {
    request: toRequest(field),
    row,
    rows: 1,
    number: Number(field('number')),
    status: String(field('status')),
    attempts: Number(field('attempts')),
    error: String(field('error')),
    vendorName: String(field('vendor')),
    nextTryMs: nextTryMs === '' ? null : Number(nextTryMs),
  };
}

function toRequest(field: FieldReader): Request {
  return {
    id: String(field('request')),
    connectionId: String(field('connection')),
    webhook: String(field('webhook')),
    receivedAtMs: Number(field('receivedAtMs')),
    body: String(field('body')),
  };
}

/** Ids of the requests in the last rows, to know a delivery that was journaled before its place in the waiting room was emptied. */
export function recentRequestIds(sheet: Sheet, count: number): ReadonlySet<string> {
  const lastRow = sheet.lastRow();
  const firstRow = Math.max(2, lastRow - count + 1);
  if (lastRow < 2) return new Set();
  const ids = sheet.read({
    row: firstRow,
    column: journalColumn('request'),
    rows: lastRow - firstRow + 1,
    columns: 1,
  });
  return new Set(ids.map(([id]) => String(id)));
}

/** Rewrites what became of a request. */
export function updateEntry(sheet: Sheet, stored: StoredRequest, entry: JournalEntry): void {
  const { row, rows } = stored;
  const settled = [journalStatuses[entry.status], entry.attempts, toCell('text', entry.error, 0)];
  sheet.write({ row, column: journalColumn('status'), rows, columns: 3 }, repeat(settled, rows));
  sheet.write(
    { row, column: journalColumn('nextTryMs'), rows, columns: 1 },
    repeat([entry.nextTryMs ?? ''], rows),
  );
}

const repeat = (cells: readonly CellValue[], rows: number): (readonly CellValue[])[] =>
  Array.from({ length: rows }, () => cells);

/** Number of the journal's last row. */
export function lastJournalNumber(sheet: Sheet, journalOffset: number): number {
  return Math.max(1, sheet.lastRow()) - 1 + journalOffset;
}

/** Row of the journal where the entry of that number stands, or one at or above it (see `trim.ts`). */
export function rowOfNumber(number: number, journalOffset: number): number {
  return Math.max(2, number + 1 - journalOffset);
}
