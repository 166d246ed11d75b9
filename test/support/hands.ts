import { tabs, type TabId } from '../../src/tabs/tabs';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { CellValue, SheetView } from '../../src/twin/spreadsheet/model';
import { startTwin, type TwinOptions } from '../../src/twin/start-twin';
import type { Snapshot } from '../../src/twin/storage/memory-storage';
import { bundleDir, prepareSample, usePlantao, type Plantao } from './plantao';
import { quickCode } from './quick-code';
import { recordStorage } from './recorded-storage';
import { threads } from './threads';

/** What a person's hands do in the sheet, as functions of a second script file. */
const handiwork = `
function sheetOf(title) { return SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title); }
function wholeRow(s, row, rows) { return s.getRange(row, 1, rows, s.getMaxColumns()); }
function headerRowOf(s) {
  var top = wholeRow(s, 1, Math.min(12, s.getMaxRows())).getValues();
  for (var row = 0; row < top.length; row += 1) if (top[row].indexOf('Gravado') >= 0) return row + 1;
  return 0;
}
function columnOf(s, title) { return wholeRow(s, Math.max(1, headerRowOf(s)), 1).getValues()[0].indexOf(title) + 1; }
function put(title, row, column, value) { sheetOf(title).getRange(row, column).setValue(value); }
function clearRow(title, row) { wholeRow(sheetOf(title), row, 1).clearContent(); }
function deleteRows(title, row, count) { sheetOf(title).deleteRows(row, count); }
function insertRow(title, row) { sheetOf(title).insertRowBefore(row); }
function deleteBottom(title, count) { var s = sheetOf(title); s.deleteRows(s.getLastRow() - count + 1, count); }
function insertTitles(title, count) {
  var s = sheetOf(title);
  s.insertRowsBefore(1, count);
  s.getRange(1, 1).setValue('Operação de suporte');
}
function sortRows(title, header, ascending) {
  var s = sheetOf(title); var first = headerRowOf(s) + 1;
  wholeRow(s, first, s.getLastRow() - first + 1).sort({ column: columnOf(s, header), ascending: ascending });
}
function sortWithHeader(title, column, ascending) {
  var s = sheetOf(title);
  wholeRow(s, 1, s.getLastRow()).sort({ column: column, ascending: ascending });
}
function renameHeader(title, header, wanted) { var s = sheetOf(title); s.getRange(headerRowOf(s), columnOf(s, header)).setValue(wanted); }
function insertBefore(title, header, wanted) {
  var s = sheetOf(title); var column = columnOf(s, header); var row = headerRowOf(s);
  s.insertColumnBefore(column);
  s.getRange(row, column).setValue(wanted);
}
function moveColumnTo(title, header, to) { var s = sheetOf(title); s.moveColumns(s.getRange(1, columnOf(s, header)), to); }
function deleteColumn(title, header) { var s = sheetOf(title); s.deleteColumn(columnOf(s, header)); }
function clearColumn(title, header) { var s = sheetOf(title); s.getRange(2, columnOf(s, header), s.getMaxRows() - 1, 1).clearContent(); }
function mergeHeader(title, header, columns) { var s = sheetOf(title); s.getRange(headerRowOf(s), columnOf(s, header), 1, columns).merge(); }
function showAll(title) { var s = sheetOf(title); s.showColumns(1, s.getMaxColumns()); }
function unfreeze(title) { sheetOf(title).setFrozenRows(0); }
function setZone(zone) { SpreadsheetApp.getActiveSpreadsheet().setSpreadsheetTimeZone(zone); }
function addSweep() { ScriptApp.newTrigger('sweep_').timeBased().everyMinutes(1).create(); }
function doubleRow(title, row) {
  var s = sheetOf(title);
  wholeRow(s, row, 1).copyTo(s.getRange(s.getLastRow() + 1, 1));
}
function forgetSweep() { PropertiesService.getScriptProperties().deleteProperty('sweep'); }
function deleteTab(title) { SpreadsheetApp.getActiveSpreadsheet().deleteSheet(sheetOf(title)); }
function copyBlock(title, header) {
  var s = sheetOf(title); var column = columnOf(s, header);
  return s.getRange(1, column, s.getLastRow(), 1).getValues();
}
function pasteBlock(title, column, values) {
  var s = sheetOf(title);
  s.getRange(1, column, values.length, 1).setValues(values);
}
function putSetting(name, value) {
  var store = PropertiesService.getScriptProperties();
  var settings = JSON.parse(store.getProperty('settings'));
  settings[name] = value;
  store.setProperty('settings', JSON.stringify(settings));
}
/** Marks of columns gone, as in a tab that an older version made. */
function forgetMarks(title) {
  sheetOf(title).createDeveloperMetadataFinder().withKey('plantao.column').find().forEach(function (mark) {
    if (mark.getValue().indexOf('hidden.') === 0) mark.remove();
  });
}
/** Rows as the app would have appended them, so many milliseconds apart, each a copy of the first. */
function fill(title, count, firstMs, stepMs) {
  var s = sheetOf(title); var first = s.getLastRow() + 1; var key = columnOf(s, 'Chave') - 1;
  var missing = first + count - 1 - s.getMaxRows();
  if (missing > 0) s.insertRowsAfter(s.getMaxRows(), missing);
  var sample = wholeRow(s, headerRowOf(s) + 1, 1).getValues()[0];
  var last = s.getRange(first - 1, key + 2).getValue();
  var rows = [];
  for (var index = 1; index <= count; index += 1) {
    var row = sample.slice();
    row[key] = 'outra|' + (last + index);
    row[key + 1] = last + index;
    row[key + 2] = firstMs + (index - 1) * stepMs;
    rows.push(row);
  }
  s.getRange(first, 1, count, sample.length).setValues(rows);
  var header = wholeRow(s, headerRowOf(s), 1).getValues()[0];
  header.forEach(function (text, index) {
    if (!/^Registro /.test(text)) return;
    var record = JSON.parse(text.slice(9));
    record.last = last + count;
    s.getRange(headerRowOf(s), index + 1).setValue('Registro ' + JSON.stringify(record));
  });
}
`;

/** The app with a person's hands beside it, on a clock that is moved by hand. */
export interface Hands extends Plantao {
  /** Lets the hands do something. */
  do(name: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Keys of a tab's rows, in order; rows without one are left out. */
  keys(tab: TabId): readonly string[];
  /** Lets time pass in which nothing runs. */
  wait(durationMs: number): void;
  /** How many cells of a tab hold that text. */
  count(tab: TabId, text: string): number;
  /** Everything that is stored now, to start another one from. */
  stored(): Prepared;
  stop(): Promise<void>;
}

/** A spreadsheet as it was at some moment. */
export interface Prepared {
  readonly snapshot: Snapshot;
  readonly atMs: number;
}

const firstMs = Date.parse('2026-03-02T12:00:00Z');

/** Starts on a new spreadsheet, or on a copy of one that was prepared. */
export async function startHands(
  prepared?: Prepared,
  more: Pick<TwinOptions, 'seam'> = {},
): Promise<Hands> {
  const clock = createVirtualClock(prepared?.atMs ?? firstMs);
  const code = quickCode(bundleDir, handiwork);
  // Thousands of formulas would be worked out anew at every read; what these tests assert stands in other cells.
  const options = { bundleDir, threads, clock, evaluatesFormulas: false };
  const versions = { code: { latest: code, deployed: code } };
  const { storage, take } = recordStorage(prepared?.snapshot ?? (await prepareSample({ clock })));
  const plantao = usePlantao(startTwin({ ...options, ...versions, ...more, storage }));
  return {
    ...plantao,
    do: (name, ...args) => plantao.twin.run(name, args),
    keys: (tab) => keysOf(plantao, tabs[tab].title.pt),
    wait: (durationMs) => clock.moveTo(clock.now() + durationMs),
    count: (tab, text) => countCells(sheetOf(plantao, tabs[tab].title.pt), text),
    stored: () => ({ snapshot: take(), atMs: clock.now() }),
    stop: () => plantao.twin.stop(),
  };
}

function sheetOf({ twin }: Plantao, title: string): SheetView {
  const sheet = twin.workbook.sheets.find((one) => one.title === title);
  if (sheet === undefined) throw new Error(`There is no sheet ${title}.`);
  return sheet;
}

function countCells(sheet: SheetView, text: string): number {
  let count = 0;
  sheet.eachCell(({ value }) => {
    if (value === text) count += 1;
  });
  return count;
}

/** How far down a header is looked for, when people put rows above it. */
const topRows = 3000;

function keysOf(plantao: Plantao, title: string): readonly string[] {
  const sheet = sheetOf(plantao, title);
  const at = (row: number, column: number): CellValue => sheet.cell(row, column)?.value ?? null;
  for (let row = 1; row <= Math.min(topRows, sheet.lastRow); row += 1) {
    for (let column = 1; column <= sheet.maxColumns; column += 1) {
      if (at(row, column) !== 'Chave' || at(row, column + 1) !== 'Nº') continue;
      return Array.from({ length: sheet.lastRow }, (_unused, index) => at(index + 1, column))
        .map((key) => (key === null ? '' : String(key)))
        .filter((key) => key !== '' && key !== 'Chave');
    }
  }
  return [];
}

/** Keys that stand more than once. */
export function twice(keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const repeated = keys.filter((key) => seen.size === seen.add(key).size);
  return [...new Set(repeated)];
}
