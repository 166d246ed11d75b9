import { languages } from '../events/localized';
import type { Sheet, Workbook } from '../platform/services';
import type { TabDefinition } from './definition';
import { titleOf } from './number-title';
import { findHeader, tabMark, topRows } from './layout';

/**
 * The sheet of a tab, however the user renamed it: by its remembered id (a sheet keeps its id for life), else by its mark,
 * else by its title in any language with our header below; null when it is gone.
 */
export function findSheet(
  workbook: Workbook,
  tab: TabDefinition,
  rememberedId: number | undefined,
): Sheet | null {
  const remembered = rememberedId === undefined ? null : workbook.sheetById(rememberedId);
  return remembered ?? findMarked(workbook, tab) ?? findTitled(workbook, tab);
}

function findMarked(workbook: Workbook, tab: TabDefinition): Sheet | null {
  return workbook.sheets().find((sheet) => sheet.markOf(tabMark) === tab.id) ?? null;
}

/** A title alone proves nothing: the user may have a tab of that name. Ours has our header. */
function findTitled(workbook: Workbook, tab: TabDefinition): Sheet | null {
  if (tab.kind === 'view') return null;
  for (const language of languages) {
    const sheet = workbook.sheetByTitle(tab.title[language]);
    if (sheet !== null && hasOurHeader(sheet, tab)) return sheet;
  }
  return null;
}

function hasOurHeader(sheet: Sheet, tab: TabDefinition): boolean {
  const columns = sheet.maxColumns();
  const rows = Math.min(topRows, sheet.maxRows());
  const top = sheet.read({ row: 1, column: 1, rows, columns });
  if (tab.kind !== 'ledger') return findHeader(tab, top) !== null;
  const titles = new Set((top[0] ?? []).map((cell) => titleOf(String(cell))));
  return tab.columns.every(({ title }) =>
    languages.some((language) => titles.has(title[language])),
  );
}

/** A title for a tab that is to be made: its own, unless the user has a tab of that name. */
export function freeTitle(workbook: Workbook, wanted: string): string {
  const numbered = (count: number): string =>
    count === 0 ? wanted : `${wanted} (Plantão${count === 1 ? '' : ` ${count}`})`;
  let count = 0;
  while (workbook.sheetByTitle(numbered(count)) !== null) count += 1;
  return numbered(count);
}
