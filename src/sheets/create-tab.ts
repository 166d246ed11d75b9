import type { Language } from '../events/localized';
import type { Sheet, Workbook } from '../platform/services';
import type { TabDefinition } from './definition';
import { dressColumn, headerLook } from './dress-columns';
import { freeTitle } from './find-sheet';
import { hiddenColumnsOf, hiddenMark, hiddenTitles } from './hidden-columns';
import { columnMark, tabMark } from './layout';
import { lookRulesOf, type Numbers } from './look-rules';
import { emptyRecord, writeRecord } from './tab-record';

const initialRows = 200;
const headerHeightPx = 40;
/** The first two columns say whose row it is. */
const frozenColumns = 2;

/** What a tab is made with. */
export interface TabMaking {
  readonly language: Language;
  readonly numbers: Numbers;
}

/** Makes a tab with header, notes, widths, formats, marks and hidden columns. */
export function createTab(workbook: Workbook, tab: TabDefinition, making: TabMaking): Sheet {
  const { language, numbers } = making;
  const hidden = hiddenTitlesOf(tab);
  const titles = [...tab.columns.map((column) => column.title[language]), ...hidden];
  const columnCount = titles.length;
  const sheet = workbook.addSheet(
    freeTitle(workbook, tab.title[language]),
    initialRows,
    columnCount,
  );
  sheet.write({ row: 1, column: 1, rows: 1, columns: columnCount }, [titles]);
  sheet.mark(tabMark, tab.id);
  tab.columns.forEach((definition, index) =>
    dressColumn(sheet, definition, { language, column: index + 1, headerRow: 1 }),
  );
  markHidden(sheet, tab);
  sheet.setLook({ row: 1, column: 1, rows: 1, columns: columnCount }, headerLook);
  sheet.setRowHeight(1, headerHeightPx);
  sheet.freeze(1, tab.kind === 'ledger' ? 0 : frozenColumns);
  sheet.setTabColor(tab.color);
  if (hidden.length > 0) sheet.hideColumns(tab.columns.length + 1, hidden.length);
  if (tab.kind === 'ledger') sheet.hide();
  else dressTab(sheet, tab, numbers);
  return sheet;
}

/** Headers of the hidden columns, the record last. */
function hiddenTitlesOf(tab: TabDefinition): readonly string[] {
  const titles = hiddenColumnsOf(tab).map((name) => hiddenTitles[name]);
  return titles.length === 0 ? [] : [...titles, writeRecord(emptyRecord)];
}

function markHidden(sheet: Sheet, tab: TabDefinition): void {
  const names = hiddenColumnsOf(tab);
  if (names.length === 0) return;
  [...names, 'record' as const].forEach((name, index) =>
    sheet.markColumn(tab.columns.length + 1 + index, columnMark, hiddenMark(name)),
  );
}

/**
 * Filter and conditional formats of a visible tab. The filter spans the hidden columns too: sorting by it must take
 * a row's key along.
 */
function dressTab(sheet: Sheet, tab: TabDefinition, numbers: Numbers): void {
  const hidden = hiddenTitlesOf(tab).length;
  sheet.dress({ fromRow: 1, column: 1, columns: tab.columns.length + hidden });
  const columns = new Map(tab.columns.map((column, index) => [column.id, index + 1] as const));
  sheet.setLookRules(lookRulesOf(tab, columns, numbers));
}
