import type { CellValue } from '../platform/services';
import { toBlocks, type Block } from './blocks';
import { isTicking, tickingFormula, toCell } from './cells';
import { columnLetter } from '../platform/column-letter';
import { keep, type ColumnDefinition, type RowContent } from './definition';
import { fillPlaces, isInError, isMadeFrom, text } from './formula';
import { hiddenColumnsOf } from './hidden-columns';
import { clockMarginMs } from './locate';
import type { KeyRow } from './key-window';
import type { OpenTab } from './open-tab';
import { addAhead, writeRecord, type Span, type TabRecord } from './tab-record';

/** A row to write: over the row where its key stands, or as a new one. */
export interface RowWrite {
  readonly key: string;
  readonly existing: KeyRow | null;
  readonly content: RowContent;
  /** The `Estado` text; blank in logs. */
  readonly state: string;
  /** Formulas are written too, although the row stands already: its cells had slipped. */
  readonly isRenewed?: boolean;
  /** What is told of when the entity came into being; absent for rows that no event makes. */
  readonly birth?: Birth;
}

/** Epoch ms: the births that were told (the earliest and the latest), null when none was; the latest time of any kind that was told. */
export interface Birth {
  readonly bornMs: Span | null;
  readonly toldMs: number;
}

export interface WriteOptions {
  readonly nowMs: number;
  readonly offsetMinutes: number;
  /** Gives the A1 reference of the cell that holds the present time; asked only when a formula is written. */
  readonly nowCell: () => string;
}

/** Rows that the grid grows by, at least. */
const growthRows = 500;

/**
 * Adds the rows that the grid lacks. This sends out whatever is buffered, so every tab of one flush gets its room before
 * anything is written.
 */
export function makeRoom(open: OpenTab, writes: readonly RowWrite[]): void {
  const appended = writes.filter(({ existing }) => existing === null).length;
  const missing = open.nextRow + appended - 1 - open.sheet.maxRows();
  if (appended > 0 && missing > 0) open.sheet.addRows(Math.max(missing, growthRows));
}

/**
 * Writes rows in as few blocks as they allow: one per run of adjacent rows with the same columns. Buffered until the flush; the
 * grid must have the room (see `makeRoom`). Gives the tab as it stands then.
 */
export function writeRows(
  open: OpenTab,
  writes: readonly RowWrite[],
  options: WriteOptions,
): OpenTab {
  if (open.layout.keyColumn === null || !open.isWhole)
    throw new Error(`The tab ${open.tab.id} is not whole.`);
  const placed = placeRows(open, writes, options.nowMs);
  const rows = placed.map((row) => ({ row: row.row, cells: toCells(open, row, options) }));
  const record = updateRecord(open, writes, options.nowMs);
  writeBlocks(open, keysFirst(toBlocks(rows), open.layout.keyColumn));
  return withRows(open, placed, record);
}

function withRows(open: OpenTab, placed: readonly PlacedRow[], record: TabRecord): OpenTab {
  const byKey = new Map(open.byKey);
  for (const { key, row, number, writtenAtMs, state } of placed)
    byKey.set(key, { row, key, number, writtenAtMs, state });
  const appended = placed.filter(({ existing }) => existing === null).length;
  const nextRow = open.nextRow + appended;
  const recordAt = (open.layout.recordColumn ?? 0) - 1;
  return {
    ...open,
    byKey,
    record,
    nextRow,
    lastNumberRow: appended > 0 ? nextRow - 1 : open.lastNumberRow,
    header: open.header.map((title, at) => (at === recordAt ? writeRecord(record) : title)),
  };
}

/**
 * Counts the new rows in the record and remembers births ahead of our clock. Written before the rows: if nothing else arrives, the
 * newest number is missing from the tab and everything is searched for, until further rows are appended.
 */
function updateRecord(open: OpenTab, writes: readonly RowWrite[], nowMs: number): TabRecord {
  const { recordColumn, headerRow } = open.layout;
  const appended = writes.filter(({ existing }) => existing === null).length;
  const counted =
    appended === 0 ? open.record : { ...open.record, last: open.record.last + appended };
  const record = writes.reduce((known, write) => rememberBirth(known, write, nowMs), counted);
  if (recordColumn === null || record === open.record) return open.record;
  const cell = { row: headerRow, column: recordColumn, rows: 1, columns: 1 };
  open.sheet.write(cell, [[writeRecord(record)]]);
  return record;
}

/** A time that lies further ahead than this is a mistake of the vendor's, and slows down no more than these days of searching. */
const maxLeadMs = 7 * 86_400_000;

/**
 * Remembers births later than the row's appending and the clocks' margin. An entity is born, by its vendor's clock, no later than the
 * latest time that its events tell; an event that comes later may tell an earlier birth than the first one did (an attendance whose
 * opening is heard of after its reopening), so a new row remembers all that lies between.
 */
function rememberBirth(record: TabRecord, write: RowWrite, nowMs: number): TabRecord {
  const { birth, existing, key } = write;
  if (birth === undefined) return record;
  const { bornMs, toldMs } = birth;
  const dueMs = (existing?.writtenAtMs ?? nowMs) + clockMarginMs;
  const known = bornMs !== null && bornMs[1] > dueMs ? addAhead(record, key, bornMs) : record;
  const untilMs = Math.min(Math.max(toldMs, bornMs?.[1] ?? 0), nowMs + maxLeadMs);
  return existing === null && untilMs > dueMs ? addAhead(known, key, [dueMs, untilMs]) : known;
}

/** When Google refuses a block, a row with its key is found by the next try; cells without one would stay behind as nobody's row. */
function keysFirst(blocks: readonly Block[], keyColumn: number): readonly Block[] {
  const hasKey = ({ column, width }: Block): boolean =>
    column <= keyColumn && keyColumn < column + width;
  return [...blocks.filter(hasKey), ...blocks.filter((block) => !hasKey(block))];
}

interface PlacedRow extends RowWrite {
  readonly row: number;
  readonly number: number;
  readonly writtenAtMs: number;
}

function placeRows(
  open: OpenTab,
  writes: readonly RowWrite[],
  nowMs: number,
): readonly PlacedRow[] {
  let appended = 0;
  const placed = writes.map((write) => {
    if (write.existing !== null) return { ...write, ...pickPlace(write.existing) };
    appended += 1;
    return {
      ...write,
      row: open.nextRow + appended - 1,
      number: open.record.last + appended,
      writtenAtMs: nowMs,
    };
  });
  return placed.sort((a, b) => a.row - b.row);
}

function pickPlace({
  row,
  number,
  writtenAtMs,
}: KeyRow): Pick<PlacedRow, 'row' | 'number' | 'writtenAtMs'> {
  return { row, number, writtenAtMs };
}

/** The cells of a row by column, in the order of the columns. */
function toCells(
  open: OpenTab,
  placed: PlacedRow,
  options: WriteOptions,
): ReadonlyMap<number, CellValue> {
  const cells = new Map<number, CellValue>();
  for (const definition of open.tab.columns) {
    const column = open.layout.columns.get(definition.id);
    const content = placed.content[definition.id];
    // In a row that stands already a formula has followed the row, and the user may have changed it.
    const isOld = placed.existing !== null && placed.isRenewed !== true && content === undefined;
    // A new row is written in one stroke: a gap would part its formula from its key.
    const isLeft = content === keep && placed.existing !== null;
    const isKept = isLeft || (definition.kind === 'formula' && isOld);
    if (column !== undefined && !isKept)
      cells.set(column, cellOf(open, definition, { placed, options }));
  }
  const keyColumn = open.layout.keyColumn ?? 0;
  const hidden = {
    key: `'${placed.key}`,
    number: placed.number,
    writtenAt: placed.writtenAtMs,
    state: placed.state,
  };
  hiddenColumnsOf(open.tab).forEach((name, index) => cells.set(keyColumn + index, hidden[name]));
  return new Map([...cells].sort(([a], [b]) => a - b));
}

interface CellContext {
  readonly placed: PlacedRow;
  readonly options: WriteOptions;
}

function cellOf(
  open: OpenTab,
  definition: ColumnDefinition,
  { placed, options }: CellContext,
): CellValue {
  if (definition.formula !== undefined && placed.content[definition.id] !== null)
    return fillFormula(definition.formula, open, { row: placed.row, nowCell: options.nowCell });
  const content = placed.content[definition.id];
  return isTicking(content)
    ? tickingFormula(content, options.nowCell(), options.offsetMinutes)
    : toCell(definition.kind, content, options.offsetMinutes);
}

interface FormulaPlace {
  readonly row: number;
  readonly nowCell: () => string;
}

function fillFormula(formula: string, open: OpenTab, { row, nowCell }: FormulaPlace): string {
  return fillPlaces(formula, (name) => {
    if (name === 'now') return nowCell();
    const column = open.layout.columns.get(name);
    return column === undefined ? text('') : `${columnLetter(column)}${row}`;
  });
}

/**
 * Writes our formulas anew in the rows of a short tab, where they are in error or their column was put back: what they leaned on was deleted and made again, or 0.1.0
 * wrote them with commas. What the user wrote in their place stays.
 */
export function mendFormulas(open: OpenTab, nowCell: () => string): void {
  const lastRow = Math.max(1, ...[...open.byKey.values()].map(({ row }) => row));
  for (const { id, formula } of open.tab.columns) {
    const column = open.layout.columns.get(id);
    if (formula === undefined || column === undefined || lastRow < 2) continue;
    const area = { row: 2, column, rows: lastRow - 1, columns: 1 };
    const values = open.sheet.read(area);
    const formulas = open.sheet.formulas(area);
    // A column that was put back has none at all.
    const isNew = [...values, ...formulas].every(([cell = '']) => cell === '');
    const mended = [...open.byKey.values()].flatMap(({ row }) => {
      const [written = ''] = formulas[row - 2] ?? [];
      const isBroken = isMadeFrom(formula, written) && isInError(written, values[row - 2]?.[0]);
      if (!isNew && !isBroken) return [];
      return { row, cells: new Map([[column, fillFormula(formula, open, { row, nowCell })]]) };
    });
    writeBlocks(open, toBlocks(mended.sort((a, b) => a.row - b.row)));
  }
}

function writeBlocks({ sheet }: OpenTab, blocks: readonly Block[]): void {
  for (const { row, column, width, values } of blocks)
    sheet.write({ row, column, rows: values.length, columns: width }, values);
}
