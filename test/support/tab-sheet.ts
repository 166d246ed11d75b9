import type { CellValue, Sheet, Workbook } from '../../src/platform/services';
import { connectWorkbook } from '../../src/platform/google-workbook';
import { createTab } from '../../src/sheets/create-tab';
import { defaultLimits } from '../../src/tabs/shared/limits';
import type { TabDefinition } from '../../src/sheets/definition';
import { hiddenColumnsOf } from '../../src/sheets/hidden-columns';
import { columnMark } from '../../src/sheets/layout';
import { writeRecord } from '../../src/sheets/tab-record';
import { openInProcess, type InProcess } from './in-process';

/** A tab in a spreadsheet of its own, and how often its sheet was asked. */
export interface TabDesk {
  readonly desk: InProcess;
  /** Works on the tab in one execution. */
  use<T>(work: (sheet: Sheet, workbook: Workbook) => T): T;
  /** Takes the marks of the hidden columns away: a tab of an older version. */
  forgetMarks(): void;
  /** A person deletes a column. */
  deleteColumn(column: number): void;
  /** Names of the calls that the last `use` made, in order. */
  readonly calls: readonly string[];
}

export function openTabDesk(tab: TabDefinition): TabDesk {
  const desk = openInProcess();
  const calls: string[] = [];
  const id = desk.execute(() =>
    createTab(connectWorkbook(), tab, { language: 'pt', numbers: defaultLimits }).id(),
  );
  return {
    desk,
    calls,
    forgetMarks: () =>
      desk.execute(() => {
        const marks = rawSheet(tab).createDeveloperMetadataFinder().withKey(columnMark).find();
        for (const mark of marks) if (mark.getValue().startsWith('hidden.')) mark.remove();
      }),
    deleteColumn: (column) => desk.execute(() => rawSheet(tab).deleteColumn(column)),
    use: (work) =>
      desk.execute(() => {
        const workbook = connectWorkbook();
        const sheet = workbook.sheetById(id);
        if (sheet === null) throw new Error('The tab is gone.');
        calls.length = 0;
        return work(counted(sheet, calls), workbook);
      }),
  };
}

interface RawMark {
  getValue(): string;
  remove(): void;
}

/** What a person can do to a sheet and the app cannot. */
interface RawSheet {
  deleteColumn(column: number): void;
  createDeveloperMetadataFinder(): { withKey(key: string): { find(): readonly RawMark[] } };
}

const isSpreadsheetApp = (
  value: unknown,
): value is { getActiveSpreadsheet(): { getSheetByName(title: string): RawSheet } } =>
  typeof value === 'object' && value !== null && 'getActiveSpreadsheet' in value;

function rawSheet(tab: TabDefinition): RawSheet {
  const app: unknown = Reflect.get(globalThis, 'SpreadsheetApp');
  if (!isSpreadsheetApp(app)) throw new Error('There is no SpreadsheetApp outside an execution.');
  return app.getActiveSpreadsheet().getSheetByName(tab.title.pt);
}

/** The same port; each call of it is noted. */
function counted(sheet: Sheet, calls: string[]): Sheet {
  return new Proxy(sheet, {
    get: (target, name): unknown => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...values: readonly unknown[]): unknown => {
        calls.push(String(name));
        return Reflect.apply(member, target, values);
      };
    },
  });
}

/** Fills the hidden cells of rows from the first on, as if they had been appended a second apart; the grid grows as needed. */
export function fillKeys(
  sheet: Sheet,
  tab: TabDefinition,
  { row, keys, firstMs }: { row: number; keys: readonly string[]; firstMs: number },
): void {
  const hidden = hiddenColumnsOf(tab);
  const missing = row + keys.length - 1 - sheet.maxRows();
  if (missing > 0) sheet.addRows(missing);
  const values = keys.map((key, index) =>
    [`'${key}`, row - 1 + index, firstMs + index * 1000, ''].slice(0, hidden.length),
  );
  const column = tab.columns.length + 1;
  sheet.write({ row, column, rows: keys.length, columns: hidden.length }, values);
  const last = row - 2 + keys.length;
  put(sheet, [1, column + hidden.length], writeRecord({ last, ahead: {} }));
}

/** Keys `prefix1`, `prefix2`, … */
export const keysOf = (count: number, prefix = 'k'): readonly string[] =>
  Array.from({ length: count }, (_unused, index) => `${prefix}${index + 1}`);

/** One cell. */
export function put(
  sheet: Sheet,
  [row, column]: readonly [number, number],
  value: CellValue,
): void {
  sheet.write({ row, column, rows: 1, columns: 1 }, [[value]]);
}
