import type { Services, Sheet } from '../platform/services';
import { createTab, restoreColumns } from '../tabs/create-tab';
import { findSheet } from '../tabs/find-sheet';
import { tabIds, tabs, type TabId } from '../tabs/tabs';
import { saveSettings, type Config, type Settings } from './config';
import { forgetConfig } from './config-cache';
import { repairJournal } from './journal-layout';
import { nowFormula } from './now-cell';
import { mendFormulas } from './own-formulas';

/**
 * Makes every missing tab and column again and remembers the sheets' ids. Returns the sheet of the tab asked for.
 * Callers hold the lock.
 */
export function repairTabs(services: Services, config: Config, wanted: TabId): Sheet {
  const settings = ensureTabs(services, config.settings);
  saveSettings(services.properties, settings);
  forgetConfig(services);
  const sheet = findSheet(services.workbook, tabs[wanted], settings.sheetIds[wanted]);
  if (sheet === null) throw new Error(`The tab ${wanted} could not be made.`);
  return sheet;
}

/** A formula that names a tab before it is there stays `#REF!`: the tab with the cell of the present time comes first. */
const inOrderOfNeed: readonly TabId[] = ['settings', ...tabIds.filter((id) => id !== 'settings')];

/** Sees to it that every tab is there with all its columns; what is there already is left as it is. */
export function ensureTabs(services: Services, settings: Settings): Settings {
  const sheetIds: Record<string, number> = { ...settings.sheetIds };
  for (const id of inOrderOfNeed) sheetIds[id] = ensureTab(services, settings, id);
  const ensured = { ...settings, sheetIds };
  mendFormulas(services.workbook, ensured);
  return ensured;
}

function ensureTab(services: Services, settings: Settings, id: TabId): number {
  const definition = tabs[id];
  const found = findSheet(services.workbook, definition, settings.sheetIds[id]);
  if (found === null) return makeTab(services, settings, id).id();
  if (id === 'journal') repairJournal(found, settings.language);
  else if (definition.kind !== 'ledger') restoreColumns(found, definition, settings.language);
  return found.id();
}

function makeTab(services: Services, settings: Settings, id: TabId): Sheet {
  const sheet = createTab(services.workbook, tabs[id], settings.language);
  if (id === 'settings') writeNowCell(sheet);
  return sheet;
}

/** Row 2 holds the present time in the zone of the settings; row 3 what to add to `NOW()` for that, in days. */
function writeNowCell(sheet: Sheet): void {
  const rows = [
    ['Agora', nowFormula],
    ['Correção', 0],
  ];
  sheet.write({ row: 2, column: 1, rows: rows.length, columns: 2 }, rows);
  sheet.setLook(
    { row: 2, column: 2, rows: 1, columns: 1 },
    { numberFormat: 'dd/MM/yyyy - HH:mm:ss' },
  );
}
