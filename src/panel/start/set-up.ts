import type { Settings } from '../../settings/config';
import { reloadConfig } from '../../settings/config-cache';
import { ensureConnections } from '../../settings/connections';
import { correctNow } from '../../settings/now-cell';
import { zones } from '../../settings/zones';
import { readHiddenView } from '../../settings/seen-tops';
import { ensureTabs } from '../../intake/repair/repair';
import type { Services } from '../../platform/services';
import { findSheet } from '../../sheets/find-sheet';
import { tabs } from '../../tabs/tabs';
import { isStarted, storeSettings, whileLocked } from '../change';
import { languageOf } from '../language';
import { noteNewsSeen } from '../news/seen';
import { done, type Outcome } from '../outcome';
import { ensureSweep } from '../sweep-trigger';
import { progressFrom, saveProgress } from './progress';

/** Tabs, settings, connections, trigger: makes what is missing and leaves what is there, so it can be done at any time. */
export function setUp(services: Services): Outcome {
  return setUpWith(services, (settings) => settings);
}

function setUpWith(services: Services, change: (settings: Settings) => Settings): Outcome {
  const language = languageOf(services.host.locale());
  return whileLocked(services, () => {
    const config = reloadConfig(services);
    const changed = change(config.settings);
    const wanted = changed.isLanguageChosen ? changed : { ...changed, language };
    const settings = ensureTabs(services, wanted);
    storeSettings(services, config.settings, settings);
    if (!isStarted(config.settings)) hideBlankSheets(services, settings);
    correctNow(services, settings, readHiddenView(services.workbook, settings).correction);
    if (!isStarted(config.settings)) {
      ensureConnections(services, config);
      noteNewsSeen(services.properties);
    }
    services.workbook.recalculateEveryMinute();
    ensureSweep(services);
    return done(null);
  });
}

/**
 * The first step of Começar. `zone`: the team's, by its id; the spreadsheet gets it, too. Anything else leaves both as they are. A team
 * that has rows already changes its zone in Ajustes.
 */
export function makeTabs(services: Services, zoneId: string): Outcome {
  const zone = zones.find(({ id }) => id === zoneId);
  const outcome = setUpWith(services, (settings) =>
    zone === undefined || isStarted(settings)
      ? settings
      : { ...settings, zone: zone.id, offsetMinutes: zone.offsetMinutes },
  );
  if (outcome.kind !== 'done') return outcome;
  if (zone !== undefined) services.workbook.setTimeZone(zone.id);
  const { connectionId, step } = progressFrom(services.properties.getAll());
  saveProgress(services, { step: Math.max(2, step), connectionId });
  const { sheetIds } = reloadConfig(services).settings;
  findSheet(services.workbook, tabs.dashboard, sheetIds['dashboard'])?.activate();
  return done(null);
}

/** Google's own blank sheet only stands in the way. One that holds anything is somebody's, and none is deleted. */
function hideBlankSheets({ workbook }: Services, { sheetIds }: Settings): void {
  const ours = new Set(Object.values(sheetIds));
  for (const sheet of workbook.sheets())
    if (!ours.has(sheet.id()) && !sheet.isHidden() && sheet.lastRow() === 0) sheet.hide();
}
