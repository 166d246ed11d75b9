import type { Workbook } from '../../platform/services';
import { findSheet } from '../../sheets/find-sheet';
import { renewLookRules } from '../../sheets/look-rules';
import { openTab } from '../../sheets/open-tab';
import { tabIds, tabs } from '../../tabs/tabs';
import { mendFormulas as mendCells } from '../../sheets/write-rows';
import type { Settings } from '../../settings/config';
import { findNowCell } from '../../settings/now-cell';

/**
 * Puts right what Plantão wrote itself: formulas in error (0.1.0 wrote commas, which most locales cannot read; or the hidden tab
 * that they name was deleted and made again), and colour rules in the form of 0.1.0. Formulas and rules of the user's stay.
 * Callers hold the lock.
 */
export function mendFormulas(workbook: Workbook, settings: Settings): void {
  for (const id of tabIds) {
    const tab = tabs[id];
    const sheet = findSheet(workbook, tab, settings.sheetIds[id]);
    if (sheet === null) continue;
    renewLookRules(sheet, tab);
    if (!tab.columns.some(({ kind }) => kind === 'formula')) continue;
    const nowCell = findNowCell(workbook, settings);
    if (nowCell !== null) mendCells(openTab(tab, sheet), () => nowCell);
  }
}
