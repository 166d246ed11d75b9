import { toCell, wholeCharacterEnd } from '../../sheets/cells';
import { toStretches } from '../../sheets/stretches';
import { tabs } from '../../tabs/tabs';
import type { CellContent } from '../../sheets/definition';
import type { CellValue, Sheet } from '../../platform/services';
import type { Request } from './request';
import { writeLastNumber } from '../../settings/journal-memory';
import {
  journalStatuses,
  type Journal,
  type JournalEntry,
  type Line,
  type StoredRequest,
} from './journal';

/** A body longer than this continues on the next row. */
const maxPartLength = 45_000;
const growthRows = 500;

/** First free row of the journal. Asked before anything is written: later it would force the writes out. */
export function nextJournalRow({ sheet }: Journal): number {
  return Math.max(1, sheet.lastRow()) + 1;
}

/** Where and how entries are appended. */
export interface JournalPlace {
  readonly firstRow: number;
  /** The highest number given so far. */
  readonly lastNumber: number;
  readonly offsetMinutes: number;
  /** The hidden sheet that remembers the highest number, too; null when the user deleted it. */
  readonly memory: Sheet | null;
}

/** Adds the rows that the journal's grid lacks for these entries; to be done before anything is written, see `makeRoom`. */
export function makeJournalRoom(
  { sheet }: Journal,
  entries: readonly JournalEntry[],
  { firstRow }: JournalPlace,
): void {
  const rows = entries.reduce((sum, { request }) => sum + rowsOf(request), 0);
  const missing = firstRow + rows - 1 - sheet.maxRows();
  if (missing > 0) sheet.addRows(Math.max(missing, growthRows));
}

/**
 * Appends entries from the place's row on, and says the highest number given in the header and in the hidden sheet: that is what
 * remains when the user deletes the last lines, or the journal. Buffered until the flush.
 */
export function appendEntries(
  journal: Journal,
  entries: readonly JournalEntry[],
  at: JournalPlace,
): void {
  if (entries.length === 0) return;
  const rows = entries.flatMap((entry, index) => toRows(entry, at.lastNumber + index + 1));
  const cells = rows.map((row) => toFields(row, at.offsetMinutes));
  try {
    writeFields(journal, at.firstRow, cells);
    sayLastNumber(journal, at.lastNumber + entries.length, at.memory);
  } catch (error) {
    // Which of the writes will land is not known: the next hold looks which numbers are there.
    sayNumber(journal, null);
    throw error;
  }
}

/** Says in both places which number was given last. Buffered. */
export function sayLastNumber(journal: Journal, number: number, memory: Sheet | null): void {
  sayNumber(journal, number);
  if (memory !== null) writeLastNumber(memory, number);
}

function sayNumber({ sheet, headerRow, columns }: Journal, number: number | null): void {
  const column = columns.get('number');
  if (column === undefined || headerRow === 0) return;
  const title = number === null ? '#' : `# ${number}`;
  sheet.write({ row: headerRow, column, rows: 1, columns: 1 }, [[title]]);
}

/** Rewrites what became of a request, on all of its rows. Buffered. */
export function updateEntry(journal: Journal, { line }: StoredRequest, entry: JournalEntry): void {
  updateLine(journal, line, outcomeOf(entry));
}

/**
 * Puts another body in the place of a line's, on the rows that it has; false when it does not fit there, and nothing is written.
 * Buffered.
 */
export function rewriteBody(journal: Journal, { sheetRows }: Line, body: string): boolean {
  const parts = splitBody(body);
  if (parts.length > sheetRows.length) return false;
  sheetRows.forEach((row, index) => updateRows(journal, [row], { body: parts[index] ?? '' }));
  return true;
}

/** Nobody comes back to these lines any more. Buffered. */
export function clearVisits(journal: Journal, lines: readonly Line[]): void {
  updateRows(
    journal,
    lines.flatMap(({ sheetRows }) => sheetRows),
    { nextTryMs: null },
  );
}

/** Writes these fields of a line on all of its rows. Buffered. */
export function updateLine(journal: Journal, { sheetRows }: Line, contents: Contents): void {
  updateRows(journal, sheetRows, contents);
}

function updateRows(journal: Journal, sheetRows: readonly number[], contents: Contents): void {
  const fields = toFields(contents, 0);
  for (const { first, last } of toStretches(sheetRows))
    writeFields(
      journal,
      first,
      Array.from({ length: last - first + 1 }, () => fields),
    );
}

type Contents = Readonly<Record<string, CellContent>>;

const outcomeOf = (entry: JournalEntry): Contents => ({
  event: entry.events.join(', '),
  eventKey: entry.eventKeys.join('\n'),
  status: journalStatuses[entry.status],
  attempts: entry.attempts,
  error: entry.error,
  nextTryMs: entry.nextTryMs,
  rows: entry.rows,
});

function toRows(entry: JournalEntry, number: number): readonly Contents[] {
  const { request, vendorName: vendor, account } = entry;
  return splitBody(request.body).map((body, index) => ({
    ...outcomeOf(entry),
    number,
    receivedAt: request.receivedAtMs,
    vendor,
    account,
    part: index + 1,
    body,
    connection: request.connectionId,
    webhook: request.webhook,
    request: request.id,
    receivedAtMs: request.receivedAtMs,
  }));
}

/** How many rows a request takes: one for each part of its body. */
export const rowsOf = ({ body }: Request): number => splitBody(body).length;

function splitBody(body: string): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < body.length;) {
    const end = wholeCharacterEnd(body, start + maxPartLength);
    parts.push(body.slice(start, end));
    start = end;
  }
  return parts.length === 0 ? [''] : parts;
}

/** The cells of a row by their column's id. */
type Fields = ReadonlyMap<string, CellValue>;

/** Of the columns that the content names, and no others. */
function toFields(contents: Contents, offsetMinutes: number): Fields {
  const named = tabs.journal.columns.filter(({ id }) => id in contents);
  return new Map(named.map(({ id, kind }) => [id, toCell(kind, contents[id], offsetMinutes)]));
}

/** Writes the same fields of adjacent rows, a block for each run of adjacent columns: what lies between is the user's. */
function writeFields({ sheet, columns }: Journal, row: number, rows: readonly Fields[]): void {
  const ids = new Map([...columns].map(([id, column]) => [column, id] as const));
  const wanted = [...(rows[0]?.keys() ?? [])].flatMap((id) => columns.get(id) ?? []);
  for (const { first, last } of toStretches(wanted)) {
    const width = last - first + 1;
    const block = Array.from({ length: width }, (_unused, index) => ids.get(first + index) ?? '');
    const values = rows.map((fields) => block.map((id) => fields.get(id) ?? ''));
    sheet.write({ row, column: first, rows: rows.length, columns: width }, values);
  }
}
