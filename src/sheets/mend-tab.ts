import type { Language } from '../events/localized';
import type { Area, CellValue, Sheet } from '../platform/services';
import type { ColumnDefinition, TabDefinition } from './definition';
import { dressColumn, headerLook } from './dress-columns';
import { isMadeFrom } from './formula';
import { findHidden, isOurs, readTop, type HiddenCells, type HiddenPlaces } from './find-hidden';
import {
  hiddenColumnsOf,
  hiddenMark,
  hiddenTitles,
  isAppendNumber,
  type HiddenColumn,
} from './hidden-columns';
import { columnMark, readLayout } from './layout';
import { openTab } from './open-tab';
import { mendHeader } from './mend-header';
import { addAhead, anyConnection, emptyRecord, readRecord, writeRecord } from './tab-record';

export interface Mending {
  readonly language: Language;
  readonly nowMs: number;
}

/** What came of mending. */
export interface Mended {
  /** False when its rows cannot be told apart any more: then it is left as it is, and nothing may be written to it. */
  readonly isReadable: boolean;
  /** Visible columns that were missing; they are blank until their rows are rendered again. */
  readonly addedColumns: number;
}

/** Makes a tab whole again, whatever the user did to its header and hidden columns, and puts back the columns that they deleted. */
export function mendTab(sheet: Sheet, tab: TabDefinition, mending: Mending): Mended {
  if (!openTab(tab, sheet).isWhole && !mendHidden(sheet, tab, mending))
    return { isReadable: false, addedColumns: 0 };
  const addedColumns = restoreVisible(sheet, tab, mending.language);
  return { isReadable: openTab(tab, sheet).isWhole, addedColumns };
}

function mendHidden(sheet: Sheet, tab: TabDefinition, mending: Mending): boolean {
  const places = findHidden(tab, sheet);
  const cells = readHidden(sheet, places);
  if (!canTellRows(tab, places, cells)) return false;
  bringTogether(sheet, tab, places);
  const headerRow = mendHeader(sheet, tab, cells);
  writeTitles(sheet, tab, { places, headerRow });
  renewRecord(sheet, { places, headerRow, numbers: cells.numbers, nowMs: mending.nowMs });
  return true;
}

function readHidden(sheet: Sheet, places: HiddenPlaces): HiddenCells {
  const rows = Math.max(1, sheet.lastRow());
  const readColumn = (name: HiddenColumn): readonly CellValue[] | null => {
    const column = places.get(name);
    if (column === undefined) return null;
    return sheet.read({ row: 1, column, rows, columns: 1 }).map(([cell = '']) => cell);
  };
  const blank = Array.from({ length: rows }, () => '');
  return {
    keys: readColumn('key') ?? blank,
    numbers: readColumn('number') ?? readColumn('writtenAt') ?? blank,
  };
}

/**
 * Rows are told apart by their keys, and written by what their state knows. Numbers and times may be gone: a row without them
 * counts as old.
 */
function canTellRows(
  tab: TabDefinition,
  places: HiddenPlaces,
  { keys, numbers }: HiddenCells,
): boolean {
  const isKnown = keys.some((key, index) => isOurs(key, numbers[index]));
  if (isKnown) return tab.kind !== 'register' || places.has('state');
  // A row of ours has a number. Where their column is gone, only a tab with nothing below its header is surely empty.
  const isNumbered = numbers.some((number) => typeof number === 'number');
  return !isNumbered && (places.has('number') || keys.length <= 1);
}

/** Moves the hidden columns side by side, behind all others, and makes those that are gone anew. */
function bringTogether(sheet: Sheet, tab: TabDefinition, places: HiddenPlaces): void {
  const names = hiddenColumnsOf(tab);
  const isTogether = names.every(
    (name, index) => places.get(name) === (places.get('key') ?? 0) + index,
  );
  const marked = sheet.markedColumns(columnMark);
  if (!isTogether) for (const name of names) moveToEnd(sheet, name, places);
  if (!places.has('record')) moveToEnd(sheet, 'record', places);
  for (const [name, column] of places)
    if (!marked.has(hiddenMark(name))) sheet.markColumn(column, columnMark, hiddenMark(name));
}

function moveToEnd(sheet: Sheet, name: HiddenColumn | 'record', places: HiddenPlaces): void {
  const from = places.get(name);
  if (from === undefined) sheet.addColumns(1);
  else {
    sheet.moveColumnToEnd(from);
    for (const [other, column] of places) if (column > from) places.set(other, column - 1);
  }
  const end = sheet.maxColumns();
  places.set(name, end);
  sheet.hideColumns(end, 1);
}

interface Heading {
  readonly places: HiddenPlaces;
  readonly headerRow: number;
}

/** Titles of the hidden columns, and of the visible ones whose header cell is blank. */
function writeTitles(sheet: Sheet, tab: TabDefinition, { places, headerRow }: Heading): void {
  const names = hiddenColumnsOf(tab);
  const area = {
    row: headerRow,
    column: places.get('key') ?? 1,
    rows: 1,
    columns: names.length,
  };
  sheet.unmerge(area);
  sheet.write(area, [names.map((name) => hiddenTitles[name])]);
}

interface Counting extends Heading {
  readonly numbers: readonly CellValue[];
  readonly nowMs: number;
}

/** Births of a lost record may have lain ahead by a time zone's worth; those told further ahead are forgotten. */
const unknownLeadMs = 14 * 3_600_000;

/**
 * Keeps the record where it is there and agrees with the numbers. Else it begins anew above them, with a number left out: so no row
 * that stands already is taken for one of the newest.
 */
function renewRecord(sheet: Sheet, { places, headerRow, numbers, nowMs }: Counting): void {
  const cell = { row: headerRow, column: places.get('record') ?? 1, rows: 1, columns: 1 };
  const known = readRecord(sheet.read(cell)[0]?.[0]);
  const largest = numbers.reduce<number>(
    (most, number) => (isAppendNumber(number) ? Math.max(most, number) : most),
    0,
  );
  if (known !== null && known.last >= largest) return;
  const begun = { ...(known ?? emptyRecord), last: largest === 0 ? 0 : largest + 1 };
  const isLost = known === null && largest > 0;
  const span = [0, nowMs + unknownLeadMs] as const;
  sheet.unmerge(cell);
  sheet.write(cell, [[writeRecord(isLost ? addAhead(begun, anyConnection, span) : begun)]]);
}

/** A formula of ours that was written in the very moment in which the user put rows above may stand in the place of its title. */
function isUnderFormula(sheet: Sheet, { formula }: ColumnDefinition, area: Area): boolean {
  const [[written = ''] = []] = formula === undefined ? [] : sheet.formulas(area);
  return formula !== undefined && isMadeFrom(formula, written);
}

/** Puts blank titles and deleted columns of the user's part back; new columns come at the right end. Gives how many. */
function restoreVisible(sheet: Sheet, tab: TabDefinition, language: Language): number {
  const before = sheet.maxColumns();
  const top = readTop(sheet);
  const { columns, headerRow } = readLayout(tab, top, sheet);
  const header = top[headerRow - 1] ?? [];
  const titleAt = (column: number) => ({ row: headerRow, column, rows: 1, columns: 1 });
  for (const definition of tab.columns) {
    const column = columns.get(definition.id);
    if (column === undefined) {
      sheet.addColumns(1);
      const added = sheet.maxColumns();
      sheet.write(titleAt(added), [[definition.title[language]]]);
      sheet.setLook(titleAt(added), headerLook);
      dressColumn(sheet, definition, { language, column: added, headerRow });
    } else if (
      (header[column - 1] ?? '') === '' ||
      isUnderFormula(sheet, definition, titleAt(column))
    )
      sheet.write(titleAt(column), [[definition.title[language]]]);
  }
  const added = sheet.maxColumns() - before;
  if (added > 0) sheet.spreadFilter();
  return added;
}
