import { languages, type Language } from '../../events/localized';
import type { CellValue, Sheet } from '../../platform/services';
import { columnMark } from '../../sheets/layout';
import type { SeenTop } from '../../sheets/seen-top';
import { numberIn, titleOf } from '../../sheets/number-title';
import { tabs } from '../../tabs/tabs';
import type { Journal } from './journal';

const definitions = tabs.journal.columns;

/**
 * Finds the journal's columns: one read while all titles stand in the first row. When some are missing there, the marks are
 * asked; when most are, the header is looked for further down. No read at all where its first row is known. Writes nothing.
 */
export function openJournal(sheet: Sheet, seen?: SeenTop): Journal {
  const known = seen?.row === 1 ? toJournal(sheet, 1, seen.header) : null;
  if (known !== null && hasAllColumns(known) && known.saidNumber !== null) return known;
  const top = readHeader(sheet, 1);
  if (hasAllColumns(top)) return top;
  const isTop = top.columns.size * 2 > definitions.length;
  const found = isTop ? top : (findHeader(sheet) ?? top);
  return hasAllColumns(found) ? found : askMarks(found);
}

const hasAllColumns = ({ columns }: Journal): boolean => columns.size === definitions.length;

/** False when a column or the header is gone: see `repairJournal`. */
export const isWhole = (journal: Journal): boolean =>
  hasAllColumns(journal) && journal.headerRow > 0;

const titlesOf = new Map(
  definitions.flatMap(({ id, title }) =>
    languages.map((language) => [title[language], id] as const),
  ),
);

function readHeader(sheet: Sheet, row: number): Journal {
  const [header = []] = sheet.read({ row, column: 1, rows: 1, columns: sheet.maxColumns() });
  return toJournal(sheet, row, header);
}

function toJournal(sheet: Sheet, row: number, header: readonly CellValue[]): Journal {
  const ids = header.map((cell) => titlesOf.get(titleOf(String(cell))));
  const columns = new Map<string, number>();
  ids.forEach((id, index) => {
    // Of a title that stands twice neither is trusted.
    if (id !== undefined && ids.indexOf(id) === ids.lastIndexOf(id)) columns.set(id, index + 1);
  });
  const title = header[(columns.get('number') ?? 0) - 1] ?? '';
  return { sheet, headerRow: row, columns, saidNumber: numberIn(String(title)) };
}

/** The user put rows above the header, or sorted it down with the rest. */
function findHeader(sheet: Sheet): Journal | null {
  const lastRow = sheet.lastRow();
  if (lastRow < 2) return null;
  const area = { row: 1, column: 1, rows: lastRow, columns: sheet.maxColumns() };
  for (const [title, id] of titlesOf) {
    const row = id === 'eventKey' ? sheet.find(area, title) : null;
    if (row !== null) return readHeader(sheet, row);
  }
  return null;
}

/** Renamed columns are told by their marks; where no title is left, it is to be seen whether a line took the header's row. */
function askMarks(journal: Journal): Journal {
  const { sheet, columns } = journal;
  const taken = new Set(columns.values());
  const marked = [...sheet.markedColumns(columnMark)].filter(
    ([id, column]) => !columns.has(id) && !taken.has(column) && isColumn(id),
  );
  const found = { ...journal, columns: new Map([...columns, ...marked]) };
  return columns.size > 0 || !isLineAt(found, 1) ? found : { ...found, headerRow: 0 };
}

const isColumn = (id: string): boolean => definitions.some((definition) => definition.id === id);

function isLineAt({ sheet, columns }: Journal, row: number): boolean {
  const [cells = []] = sheet.read({ row, column: 1, rows: 1, columns: sheet.maxColumns() });
  const field = (id: string): CellValue => cells[(columns.get(id) ?? 0) - 1] ?? '';
  return typeof field('number') === 'number' && field('request') !== '';
}

/**
 * Puts back what the user took away: the header above the lines, missing columns at the right end. What stood in a deleted column
 * is gone; a line without its number or its request is told as missing. Callers hold the lock.
 */
export function repairJournal(sheet: Sheet, language: Language): Journal {
  const damaged = openJournal(sheet);
  if (isWhole(damaged)) return damaged;
  const isHeaderGone = damaged.headerRow === 0;
  if (isHeaderGone) sheet.insertRow(1);
  const headerRow = isHeaderGone ? 1 : damaged.headerRow;
  const missing = definitions.filter(({ id }) => !damaged.columns.has(id));
  const width = sheet.maxColumns();
  if (missing.length > 0) sheet.addColumns(missing.length);
  const added = missing.map(({ id }, index) => [id, width + 1 + index] as const);
  for (const [id, column] of added) sheet.markColumn(column, columnMark, id);
  const columns = new Map([...damaged.columns, ...added]);
  const untitled = isHeaderGone ? columns : new Map(added);
  for (const { id, title } of definitions) {
    const column = untitled.get(id);
    if (column !== undefined)
      sheet.write({ row: headerRow, column, rows: 1, columns: 1 }, [[title[language]]]);
  }
  return { ...damaged, headerRow, columns };
}
