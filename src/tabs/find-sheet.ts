import { languages } from '../events/localized';
import type { Sheet, Workbook } from '../platform/services';
import type { TabDefinition } from './definition';
import { tabMark } from './layout';

/**
 * The sheet of a tab, however the user renamed it: by its remembered id (a sheet keeps its id for life), else by its mark,
 * else by its title in any language; null when it is gone.
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

function findTitled(workbook: Workbook, tab: TabDefinition): Sheet | null {
  for (const language of languages) {
    const sheet = workbook.sheetByTitle(tab.title[language]);
    if (sheet !== null) return sheet;
  }
  return null;
}
