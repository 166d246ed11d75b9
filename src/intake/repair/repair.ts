import type { Services, Sheet } from '../../platform/services';
import { makeDashboard } from '../../tabs/dashboard/make';
import { makeTimeline } from '../../tabs/timeline/make';
import { createTab } from '../../sheets/create-tab';
import { findSheet } from '../../sheets/find-sheet';
import { mendTab, type Mended } from '../../sheets/mend-tab';
import { tabIds, tabs, type TabId } from '../../tabs/tabs';
import {
  areNewer,
  configFrom,
  saveSettings,
  type Config,
  type Settings,
} from '../../settings/config';
import { tabOf } from '../../settings/tab-of';
import { forgetConfig } from '../../settings/config-cache';
import { repairJournal } from '../journal/journal-layout';
import { findHiddenSheet } from '../../settings/hidden-cells';
import { writeNowCells } from '../../settings/now-cell';
import { ringSize } from '../write/move-records';
import { mendFormulas } from './own-formulas';
import { writeSeenTops } from '../../settings/seen-tops';

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

/** Looks again at tabs that could not be read: the user may have mended them. Callers hold the lock. */
export function recheckTabs(services: Services): void {
  const config = configFrom(services.properties.getAll());
  if (config.settings.unreadableTabs.length > 0) repairTabs(services, config, 'journal');
}

/** Sees to it that every tab is there with all its columns; what is there already is left as it is. Newer code's tabs are its own affair. */
export function ensureTabs(services: Services, settings: Settings): Settings {
  const sheetIds: Record<string, number> = { ...settings.sheetIds };
  const unreadableTabs: TabId[] = [];
  let { addedColumns } = settings;
  if (areNewer(settings)) {
    const { sheet } = ensureTab(services, settings, 'journal');
    return { ...settings, sheetIds: { ...sheetIds, journal: sheet.id() } };
  }
  for (const id of inOrderOfNeed) {
    const ensuredTab = ensureTab(services, settings, id);
    sheetIds[id] = ensuredTab.sheet.id();
    addedColumns += ensuredTab.addedColumns;
    if (!ensuredTab.isReadable) unreadableTabs.push(id);
  }
  const hiddenTitle = findHiddenSheet(services.workbook, { sheetIds })?.title() ?? '';
  const ensured = { ...settings, sheetIds, hiddenTitle, unreadableTabs, addedColumns };
  mendFormulas(services.workbook, ensured);
  writeSeenTops(services.workbook, ensured);
  return ensured;
}

/** Puts the columns of one tab that are missing back; a tab that is missing itself is made. Callers hold the lock and store the settings. */
export function ensureColumns(services: Services, settings: Settings, id: TabId): Settings {
  const { sheet, addedColumns } = ensureTab(services, settings, id);
  return {
    ...settings,
    sheetIds: { ...settings.sheetIds, [id]: sheet.id() },
    addedColumns: settings.addedColumns + addedColumns,
  };
}

interface Ensured extends Mended {
  readonly sheet: Sheet;
}

const nothingMissing: Mended = { isReadable: true, addedColumns: 0 };

/** Of a tab of our own bookkeeping that cannot be mended, a new one is made: nobody else could tell of it. */
function ensureTab(services: Services, settings: Settings, id: TabId): Ensured {
  const definition = tabOf(id, settings);
  const { language } = settings;
  const found = findSheet(services.workbook, definition, settings.sheetIds[id]);
  if (found === null) return { sheet: makeTab(services, settings, id), ...nothingMissing };
  if (id === 'journal') repairJournal(found, language);
  const mending = { language, nowMs: services.clock.now() };
  const mended =
    definition.kind === 'ledger' || definition.kind === 'view'
      ? nothingMissing
      : mendTab(found, definition, mending);
  if (mended.isReadable || definition.entity !== null) return { sheet: found, ...mended };
  return { sheet: makeTab(services, settings, id), ...nothingMissing };
}

function makeTab(services: Services, settings: Settings, id: TabId): Sheet {
  if (id === 'dashboard') return makeDashboard(services.workbook, settings);
  if (id === 'timeline') return makeTimeline(services.workbook, settings.language);
  const { language, limits } = settings;
  const sheet = createTab(services.workbook, tabOf(id, settings), { language, numbers: limits });
  if (id === 'settings') writeNowCells(sheet);
  if (id === 'moves') sheet.addRows(ringSize);
  return sheet;
}
