import type { CellValue, SheetView, WorkbookView } from '../../src/twin/spreadsheet/model';
import { plainTitle } from '../support/plain-title';
import { columnsOf, hiddenTitles, titles, type TabName } from './oracle/titles';

/** A row of a tab as it stands in the spreadsheet. */
export interface SeenRow {
  readonly row: number;
  readonly key: string;
  readonly number: CellValue;
  /** The hidden cell of what the row knows; blank in logs. */
  readonly state: string;
  /** What stands in the columns that a person put in. */
  readonly notes: readonly CellValue[];
  /** Cell of a column by its id; null when blank. */
  readonly cell: (columnId: string) => CellValue;
}

/** The sheet of a tab; tabs of a simulation keep their Portuguese titles. */
export function sheetOf(workbook: WorkbookView, id: TabName): SheetView {
  const sheet = workbook.sheets.find(({ title }) => title === titles[id].title);
  if (sheet === undefined) throw new Error(`The tab ${id} is missing.`);
  return sheet;
}

/** People put titles above the header; a header stands within so many rows. */
const topRows = 10;

/** The header's row: the one with the hidden titles, and of several the one with the most of the titles; of a ledger the first. */
export function headerRowOf(sheet: SheetView, wanted: readonly string[] = []): number {
  const titlesIn = (row: number): readonly string[] =>
    Array.from({ length: sheet.maxColumns }, (_unused, index) =>
      plainTitle(String(sheet.cell(row, index + 1)?.value ?? '')),
    );
  const rows = Array.from({ length: topRows }, (_unused, index) => index + 1);
  const known = (row: number): number =>
    titlesIn(row).filter((title) => wanted.includes(title)).length;
  const headers = rows.filter((row) => titlesIn(row).includes(hiddenTitles.writtenAt));
  return headers.toSorted((a, b) => known(b) - known(a) || a - b)[0] ?? 1;
}

/** Every row below the header that holds anything. */
export function readTab(workbook: WorkbookView, id: TabName): readonly SeenRow[] {
  const sheet = sheetOf(workbook, id);
  const wanted = Object.values(columnsOf(id)).map(({ title }) => title);
  const headerRow = headerRowOf(sheet, wanted);
  const found = Array.from({ length: sheet.maxColumns }, (_unused, index) =>
    plainTitle(String(sheet.cell(headerRow, index + 1)?.value ?? '')),
  );
  const columnOf = (title: string): number => found.indexOf(title) + 1;
  // Whose title a person has changed is known by its mark.
  const marked = marksOf(workbook, sheet.id);
  const columns = new Map(
    Object.entries(columnsOf(id)).map(
      ([name, { title }]) => [name, columnOf(title) || (marked.get(name) ?? 0)] as const,
    ),
  );
  const mine = found.flatMap((title, index) => (title === 'Minha nota' ? [index + 1] : []));
  const valueAt = (row: number, column: number): CellValue =>
    column === 0 ? null : blankAsNull(sheet.cell(row, column)?.value);
  return Array.from({ length: Math.max(0, sheet.lastRow - headerRow) }, (_unused, index) => {
    const row = headerRow + 1 + index;
    return {
      row,
      key: String(valueAt(row, columnOf(hiddenTitles.key)) ?? ''),
      number: valueAt(row, columnOf(hiddenTitles.number)),
      state: String(valueAt(row, columnOf(hiddenTitles.state)) ?? ''),
      notes: mine.map((column) => valueAt(row, column)),
      cell: (columnId: string) => valueAt(row, columns.get(columnId) ?? 0),
    };
  });
}

/** The columns that the app has marked, by their ids. */
const marksOf = (workbook: WorkbookView, sheetId: number): ReadonlyMap<string, number> =>
  new Map(
    workbook.metadata.flatMap(({ value, location }) =>
      location.type === 'COLUMN' && location.sheetId === sheetId && value !== null
        ? [[value, location.column] as const]
        : [],
    ),
  );

const blankAsNull = (value: CellValue | undefined): CellValue =>
  value === undefined || value === '' ? null : value;

/** A request as the journal has it. */
export interface JournaledRequest {
  readonly id: string;
  readonly number: number;
  readonly connectionId: string;
  readonly webhook: string;
  readonly receivedAtMs: number;
  readonly status: string;
  readonly nextTryMs: CellValue;
  /** Causes of failures, a line each. */
  readonly error: string;
  /** How many rows it made or changed. */
  readonly rows: number;
  readonly body: string;
}

/** The journal's requests by their numbers, bodies put together; rows that a person wrote are none. */
export function readJournal(workbook: WorkbookView): readonly JournaledRequest[] {
  const requests: JournaledRequest[] = [];
  const lines = readTab(workbook, 'journal').filter(({ cell }) => cell('request') !== null);
  const order = (row: SeenRow): number =>
    Number(row.cell('number')) * 100 + Number(row.cell('part'));
  for (const { cell } of lines.sort((a, b) => order(a) - order(b))) {
    const body = String(cell('body') ?? '');
    const previous = requests.at(-1);
    if (cell('part') !== 1 && previous !== undefined) {
      requests[requests.length - 1] = { ...previous, body: previous.body + body };
      continue;
    }
    requests.push({
      id: String(cell('request')),
      number: Number(cell('number')),
      connectionId: String(cell('connection')),
      webhook: String(cell('webhook') ?? ''),
      receivedAtMs: Number(cell('receivedAtMs')),
      status: String(cell('status')),
      nextTryMs: cell('nextTryMs'),
      error: String(cell('error') ?? ''),
      rows: Number(cell('rows') ?? 0),
      body,
    });
  }
  return requests;
}
