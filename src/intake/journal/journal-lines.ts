import type { CellValue } from '../../platform/services';
import { tabs } from '../../tabs/tabs';
import { isMissing, type Gap } from '../../settings/journal-memory';
import { leftMark, type Journal, type Line, type StoredRequest } from './journal';
import { toStretches } from '../../sheets/stretches';

/** Lines above some number, in order, and numbers that were given and are nowhere. */
export interface FoundLines {
  readonly lines: readonly Line[];
  readonly missing: readonly number[];
}

/** Which numbers are looked for: those above `after`, up to `last`, the highest one given. */
export interface NumberRange {
  readonly after: number;
  readonly last: number;
}

/** What was found where. */
export interface Found extends FoundLines {
  readonly range: NumberRange;
}

/** Rows at the end of the journal that are looked at first, beside as many again as there are numbers to find. */
const windowRows = 100;

/**
 * Finds lines by their number: in the last rows, where they stand unless the user sorted, inserted or deleted; if not all of them
 * are there, by one read of the whole number column.
 */
export function linesAbove(journal: Journal, { after, last }: NumberRange): FoundLines {
  const end = journal.sheet.lastRow();
  const wanted = Math.max(0, last - after);
  const first = Math.max(1, end - windowRows - 2 * wanted + 1);
  const near = sortOut(readParts(journal, { first, last: end }), { after, last });
  if (first === 1 || near.missing.length === 0) return near;
  const rows = rowsByNumber(journal, (number) => number > after);
  return sortOut(readPartsAt(journal, rows), { after, last });
}

/** Some of the journal's lines, and the number of the last one; null when there are no more. */
interface LinePage {
  readonly lines: readonly Line[];
  readonly last: number | null;
}

/** The next lines above a number, in order; at most so many. */
export function nextLines(journal: Journal, after: number, count: number): LinePage {
  const above = readColumn(journal, 'number').filter((cell) => isNumber(cell) && cell > after);
  const numbers = [...new Set(above.map(Number))].sort((a, b) => a - b).slice(0, count);
  const wanted = new Set(numbers);
  const rows = rowsByNumber(journal, (number) => wanted.has(number));
  const { lines } = sortOut(readPartsAt(journal, rows), { after, last: 0 });
  return { lines, last: numbers[numbers.length - 1] ?? null };
}

/** Every line of the journal, in the order of their numbers. */
export function allLines(journal: Journal): readonly Line[] {
  const parts = readParts(journal, { first: 1, last: journal.sheet.lastRow() });
  return sortOut(parts, { after: 0, last: 0 }).lines;
}

/** Lines that were missing and stand in the journal again. */
export function returnedLines(journal: Journal, gaps: readonly Gap[]): readonly Line[] {
  if (gaps.length === 0) return [];
  const rows = rowsByNumber(journal, (number) => isMissing(gaps, number));
  return linesAt(journal, rows).filter(({ number }) => isMissing(gaps, number));
}

/** The lines that stand in these rows. */
export const linesAt = (journal: Journal, rows: readonly number[]): readonly Line[] =>
  sortOut(readPartsAt(journal, rows), { after: 0, last: 0 }).lines;

/** What the lines of the whole journal ask for. */
interface Visits {
  /** The soonest visit of any line, epoch ms; null when none asks for one. */
  readonly soonestMs: number | null;
  /** The lowest number of a line of which rows were left; null when there is none. */
  readonly left: number | null;
}

/** One read; another one where rows were left. */
export function visitsIn(journal: Journal): Visits {
  const marks = readColumn(journal, 'nextTryMs');
  const numbers = marks.includes(leftMark) ? readColumn(journal, 'number') : [];
  const left = numbers.filter(
    (number, index): number is number => isNumber(number) && marks[index] === leftMark,
  );
  return { soonestMs: lowest(marks.filter(isNumber)), left: lowest(left) };
}

const lowest = (numbers: readonly number[]): number | null =>
  numbers.reduce<number | null>((least, number) => Math.min(least ?? number, number), null);

/** The highest number that stands in the journal; 0 when none does. */
export function highestNumber(journal: Journal): number {
  return readColumn(journal, 'number').reduce<number>(
    (highest, cell) => (isNumber(cell) ? Math.max(highest, cell) : highest),
    0,
  );
}

export const isNumber = (cell: CellValue): cell is number => typeof cell === 'number' && cell > 0;

/** A whole column, or what stands in it from that row on. */
export function readColumn({ sheet, columns }: Journal, id: string, row = 1): readonly CellValue[] {
  const [column, rows] = [columns.get(id), sheet.lastRow() - row + 1];
  if (column === undefined || rows < 1) return [];
  return sheet.read({ row, column, rows, columns: 1 }).map(([cell = '']) => cell);
}

function rowsByNumber(journal: Journal, isWanted: (number: number) => boolean): readonly number[] {
  return readColumn(journal, 'number').flatMap((cell, index) =>
    isNumber(cell) && isWanted(cell) ? [index + 1] : [],
  );
}

/** One row of a line. */
interface Part {
  readonly row: number;
  readonly part: number;
  readonly line: Omit<Line, 'sheetRows'>;
}

export interface Rows {
  readonly first: number;
  readonly last: number;
}

/** Reads what stands left and right of the bodies: those may be long. Rows that are no lines of ours are left out. */
function readParts({ sheet, columns }: Journal, { first, last }: Rows): readonly Part[] {
  const places = tabs.journal.columns.flatMap(({ id }) => columns.get(id) ?? []);
  const body = columns.get('body') ?? 0;
  const sides = [places.filter((one) => one < body), places.filter((one) => one > body)];
  const blocks = sides.flatMap((side) => {
    if (side.length === 0 || last < first) return [];
    const column = Math.min(...side);
    const width = Math.max(...side) - column + 1;
    const cells = sheet.read({ row: first, column, rows: last - first + 1, columns: width });
    return [{ column, width, cells }];
  });
  return Array.from({ length: Math.max(0, last - first + 1) }, (_unused, index) => {
    const field = (id: string): CellValue => {
      const column = columns.get(id) ?? 0;
      const block = blocks.find((one) => one.column <= column && column < one.column + one.width);
      return block?.cells[index]?.[column - block.column] ?? '';
    };
    return toPart(first + index, field);
  }).flatMap((part) => part ?? []);
}

/** Reads rows that lie anywhere; what lies between near ones is read with them. */
function readPartsAt(journal: Journal, rows: readonly number[]): readonly Part[] {
  const wanted = new Set(rows);
  return toStretches(rows, rowsBetween)
    .flatMap((run) => readParts(journal, run))
    .filter(({ row }) => wanted.has(row));
}

/** Reading so many rows more costs less than another read. */
const rowsBetween = 500;

function toPart(row: number, field: (id: string) => CellValue): Part | null {
  const [number, part, nextTryMs] = [field('number'), field('part'), field('nextTryMs')];
  const requestId = String(field('request'));
  if (!isNumber(number) || !isNumber(part) || requestId === '') return null;
  const line = {
    number,
    requestId,
    connectionId: String(field('connection')),
    webhook: String(field('webhook')),
    receivedAtMs: Number(field('receivedAtMs')),
    vendorName: String(field('vendor')),
    account: String(field('account')),
    status: String(field('status')),
    attempts: Number(field('attempts')),
    error: String(field('error')),
    nextTryMs: isNumber(nextTryMs) ? nextTryMs : null,
    isLeft: nextTryMs === leftMark,
    rows: Number(field('rows')),
  };
  return { row, part, line };
}

/** In 0.1.0 every part of a line had a number of its own: those of the further parts are not missing. */
function sortOut(parts: readonly Part[], { after, last }: NumberRange): FoundLines {
  const whole = joinParts(parts);
  const rows = new Set(whole.flatMap(({ sheetRows }) => sheetRows));
  const found = new Set(parts.flatMap(({ row, line }) => (rows.has(row) ? line.number : [])));
  const missing: number[] = [];
  for (let number = after + 1; number <= last; number += 1)
    if (!found.has(number)) missing.push(number);
  return { lines: whole.filter(({ number }) => number > after), missing };
}

/** Puts the parts of each request together; one that lacks a part is no line. A row that the user copied counts once. */
function joinParts(parts: readonly Part[]): Line[] {
  const byRequest = new Map<string, Map<number, Part>>();
  for (const part of parts) {
    const known = byRequest.get(part.line.requestId) ?? new Map<number, Part>();
    byRequest.set(part.line.requestId, known);
    if (!known.has(part.part)) known.set(part.part, part);
  }
  const lines = [...byRequest.values()].flatMap((known) => {
    const first = known.get(1);
    const ordered = [...known.values()].sort((a, b) => a.part - b.part);
    const isComplete = ordered.every(({ part }, index) => part === index + 1);
    if (first === undefined || !isComplete) return [];
    return [{ ...first.line, sheetRows: ordered.map(({ row }) => row) }];
  });
  return lines.sort((a, b) => a.number - b.number);
}

/** Bodies in between that are read for nothing may be long. */
const bodiesBetween = 20;

/** The requests of these lines, with their bodies. */
export function readRequests(
  { sheet, columns }: Journal,
  lines: readonly Line[],
): readonly StoredRequest[] {
  const column = columns.get('body');
  const bodies = new Map<number, string>();
  const rows = lines.flatMap(({ sheetRows }) => sheetRows);
  for (const { first, last } of column === undefined ? [] : toStretches(rows, bodiesBetween))
    sheet
      .read({ row: first, column: column ?? 1, rows: last - first + 1, columns: 1 })
      .forEach(([cell = ''], index) => bodies.set(first + index, String(cell)));
  return lines.map((line) => ({
    line,
    request: {
      id: line.requestId,
      connectionId: line.connectionId,
      webhook: line.webhook,
      receivedAtMs: line.receivedAtMs,
      body: line.sheetRows.map((row) => bodies.get(row) ?? '').join(''),
    },
  }));
}
