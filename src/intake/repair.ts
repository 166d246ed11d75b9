import type { Services, Sheet } from '../platform/services';
import { createTab, restoreColumns } from '../tabs/create-tab';
import { findSheet } from '../tabs/find-sheet';
import { tabIds, tabs, type TabId } from '../tabs/tabs';
import { saveSettings, type Config, type Settings } from './config';
import { forgetConfig } from './config-cache';
import { readCounted } from './counted-cell';
import { nowFormula } from './now-cell';
import { mendFormulas } from './own-formulas';
import { sweepStateFrom } from './sweep-state';

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
  const journalOffset = offsetOfJournal(services, settings);
  const sheetIds: Record<string, number> = { ...settings.sheetIds };
  for (const id of inOrderOfNeed) sheetIds[id] = ensureTab(services, settings, id);
  const ensured = { ...settings, sheetIds, journalOffset };
  mendFormulas(services.workbook, ensured);
  return ensured;
}

/**
 * A journal that is to be made again goes on above the numbers of the lost one: the sweep and the accounts remember how far they
 * came, and would take new rows for old ones.
 */
function offsetOfJournal({ workbook, properties }: Services, settings: Settings): number {
  const { sheetIds, journalOffset } = settings;
  if (findSheet(workbook, tabs.journal, sheetIds['journal']) !== null) return journalOffset;
  const sheet = findSheet(workbook, tabs.settings, sheetIds['settings']);
  const counted = sheet === null ? null : readCounted(sheet);
  const { doneNumber } = sweepStateFrom(properties.getAll());
  return Math.max(journalOffset, doneNumber, counted ?? 0);
}

function ensureTab(services: Services, settings: Settings, id: TabId): number {
  const definition = tabs[id];
  const found = findSheet(services.workbook, definition, settings.sheetIds[id]);
  if (found === null) return makeTab(services, settings, id).id();
  if (definition.kind !== 'ledger') restoreColumns(found, definition, settings.language);
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
