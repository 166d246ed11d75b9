import type { Language } from '../events/localized';
import type { CellValue, Sheet, Workbook } from '../platform/services';
import { numberFormats } from './cells';
import type { ColumnDefinition, TabDefinition } from './definition';
import { freeTitle } from './find-sheet';
import { hiddenColumnsOf, hiddenTitles } from './hidden-columns';
import { columnMark, readLayout, tabMark } from './layout';
import { lookRulesOf } from './look-rules';

const initialRows = 200;
const headerLook = { background: '#1f2937', fontColor: '#ffffff', isBold: true } as const;

/** Makes a tab with header, notes, widths, formats, marks and hidden columns. */
export function createTab(workbook: Workbook, tab: TabDefinition, language: Language): Sheet {
  const hidden = hiddenColumnsOf(tab);
  const columnCount = tab.columns.length + hidden.length;
  const title = freeTitle(workbook, tab.title[language]);
  const sheet = workbook.addSheet(title, initialRows, columnCount);
  const titles = [
    ...tab.columns.map((column) => column.title[language]),
    ...hidden.map((name) => hiddenTitles[name]),
  ];
  sheet.write({ row: 1, column: 1, rows: 1, columns: columnCount }, [titles]);
  sheet.mark(tabMark, tab.id);
  tab.columns.forEach((definition, index) =>
    dressColumn(sheet, definition, { language, column: index + 1 }),
  );
  sheet.setLook({ row: 1, column: 1, rows: 1, columns: columnCount }, headerLook);
  sheet.freeze(1, 0);
  sheet.setTabColor(tab.color);
  if (hidden.length > 0) sheet.hideColumns(tab.columns.length + 1, hidden.length);
  if (tab.kind === 'ledger') sheet.hide();
  else dressTab(sheet, tab, columnCount);
  return sheet;
}

interface ColumnPlace {
  readonly language: Language;
  readonly column: number;
}

function dressColumn(
  sheet: Sheet,
  definition: ColumnDefinition,
  { language, column }: ColumnPlace,
): void {
  sheet.setColumnWidth(column, definition.widthPx);
  if (definition.note[language] !== '') sheet.setNote(1, column, definition.note[language]);
  const numberFormat = numberFormats[definition.kind];
  const over = { fromRow: 2, column, columns: 1 };
  if (numberFormat !== null) sheet.setColumnLook(over, { numberFormat });
  sheet.markColumn(column, columnMark, definition.id);
}

/**
 * Filter, banding and conditional formats of a visible tab. The filter spans the hidden columns too: sorting by it must take
 * a row's key along.
 */
function dressTab(sheet: Sheet, tab: TabDefinition, columnCount: number): void {
  sheet.dress({ fromRow: 1, column: 1, columns: columnCount });
  const columns = new Map(tab.columns.map((column, index) => [column.id, index + 1] as const));
  sheet.setLookRules(lookRulesOf(tab, columns));
}

/** Puts back the columns that the user deleted, at the right end. */
export function restoreColumns(sheet: Sheet, tab: TabDefinition, language: Language): void {
  const width = sheet.maxColumns();
  const [header = []] = sheet.read({ row: 1, column: 1, rows: 1, columns: width });
  const layout = readLayout(tab, header, sheet);
  const missing = tab.columns.filter((column) => !layout.columns.has(column.id));
  if (missing.length > 0) sheet.addColumns(missing.length);
  missing.forEach((column, index) =>
    restoreColumn(sheet, column, { language, column: width + 1 + index }),
  );
  if (layout.keyColumn === null) restoreHidden(sheet, tab, header);
}

function restoreColumn(sheet: Sheet, definition: ColumnDefinition, place: ColumnPlace): void {
  const title = { row: 1, column: place.column, rows: 1, columns: 1 };
  sheet.write(title, [[definition.title[place.language]]]);
  sheet.setLook(title, headerLook);
  dressColumn(sheet, definition, place);
}

/**
 * Puts the hidden columns side by side again, at the right end, with what is left of them. Rows whose key is gone
 * become the user's own: the next event of their entity makes a new row.
 */
function restoreHidden(sheet: Sheet, tab: TabDefinition, header: readonly CellValue[]): void {
  const names = hiddenColumnsOf(tab);
  const start = sheet.maxColumns() + 1;
  const rows = sheet.maxRows();
  sheet.addColumns(names.length);
  names.forEach((name, index) => {
    const old = header.indexOf(hiddenTitles[name]) + 1;
    const column = { row: 1, column: start + index, rows, columns: 1 };
    const blank = Array.from({ length: rows - 1 }, () => ['']);
    const values =
      old === 0 ? [[hiddenTitles[name]], ...blank] : sheet.read({ ...column, column: old });
    sheet.write(column, values);
    if (old > 0) sheet.write({ ...column, column: old }, [[''], ...blank]);
  });
  sheet.hideColumns(start, names.length);
}
