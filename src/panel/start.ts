import type { Settings } from '../settings/config';
import { reloadConfig } from '../settings/config-cache';
import { correctNow } from '../settings/now-cell';
import { readHiddenView } from '../settings/seen-tops';
import { ensureTabs } from '../intake/repair/repair';
import type { Services } from '../platform/services';
import { findSheet } from '../sheets/find-sheet';
import { tabs } from '../tabs/tabs';
import { changeSettings, isStarted, storeSettings, whileLocked } from './change';
import { ensureConnections } from '../settings/connections';
import { checkExecUrl } from './exec-url';
import { languageOf } from './language';
import { done, refused, type Outcome } from './outcome';
import { speaker, type Speak } from './speak';
import { ensureSweep } from './sweep-trigger';

/** A zone name that Sheets knows; no daylight saving since 2019, so it is GMT-3 all year. */
const brazilZone = 'America/Sao_Paulo';

/**
 * Menu Plantão > Começar. Makes what is missing and leaves what is there, so it can be chosen at any time; then asks for the
 * web app's address. Questions are asked outside the lock: a dialog suspends the script, and locks do not survive that.
 */
export function start(services: Services): Outcome | null {
  const language = languageOf(services.host.locale());
  const outcome = setUp(services, (settings) => ({ ...settings, language }));
  if (outcome.kind !== 'done') return outcome;
  const speak = speaker(services);
  showBoard(services);
  offerZone(services, speak);
  return askExecUrl(services, speak);
}

/** Brings the dashboard to the front, where the making of the tabs left another one. */
function showBoard(services: Services): void {
  const { settings } = reloadConfig(services);
  const remembered = settings.sheetIds['dashboard'];
  findSheet(services.workbook, tabs.dashboard, remembered)?.activate();
}

/** Tabs, settings, connections, trigger. */
function setUp(services: Services, change: (settings: Settings) => Settings): Outcome {
  return whileLocked(services, () => {
    const config = reloadConfig(services);
    const settings = ensureTabs(services, change(config.settings));
    storeSettings(services, config.settings, settings);
    if (!isStarted(config.settings)) hideBlankSheets(services, settings);
    correctNow(services, settings, readHiddenView(services.workbook, settings).correction);
    ensureConnections(services, config);
    services.workbook.recalculateEveryMinute();
    ensureSweep(services);
    return done(null);
  });
}

/** Google's own blank sheet only stands in the way. One that holds anything is somebody's, and none is deleted. */
function hideBlankSheets({ workbook }: Services, { sheetIds }: Settings): void {
  const ours = new Set(Object.values(sheetIds));
  for (const sheet of workbook.sheets())
    if (!ours.has(sheet.id()) && !sheet.isHidden() && sheet.lastRow() === 0) sheet.hide();
}

function offerZone(services: Services, speak: Speak): void {
  const zone = services.workbook.timeZone();
  const { settings } = reloadConfig(services);
  if (services.clock.offsetMinutes(zone, services.clock.now()) === settings.offsetMinutes) return;
  if (services.host.confirm(speak('menu'), speak('zoneQuestion', { zone })))
    services.workbook.setTimeZone(brazilZone);
}

/** The last step speaks in a box, as it says what comes next. */
function askExecUrl(services: Services, speak: Speak): Outcome | null {
  const pasted = services.host.ask(speak('start'), speak('execQuestion'));
  const outcome = takeExecUrl(services, speak, pasted ?? '');
  if (outcome.kind !== 'done') return outcome;
  services.host.alert(speak('start'), outcome.sentence);
  return null;
}

function takeExecUrl(services: Services, speak: Speak, pasted: string): Outcome {
  if (pasted.trim() === '') return done(null, speak('later'));
  const execUrl = checkExecUrl(pasted);
  if (execUrl === null) return refused(speak('execWrong'));
  const outcome = changeSettings(services, (settings) => ({ ...settings, execUrl }));
  return outcome.kind === 'done' ? done(null, speak('ready')) : outcome;
}
