import type { Config, Settings } from '../intake/config';
import { saveSettings } from '../intake/config';
import { forgetConfig, reloadConfig } from '../intake/config-cache';
import { correctNow } from '../intake/now-cell';
import { holdLock } from '../intake/hold';
import { ensureTabs } from '../intake/repair';
import type { Services } from '../platform/services';
import { findSheet } from '../tabs/find-sheet';
import { tabs } from '../tabs/tabs';
import { ensureConnections } from './connections';
import { checkExecUrl } from './exec-url';
import { languageOf } from './language';
import { fill, texts, type TextId } from './texts';

/** The function that the every-minute trigger runs. */
export const sweepFunction = 'sweep';

const lockWaitMs = 20_000;
/** A zone name that Sheets knows; no daylight saving since 2019, so it is GMT-3 all year. */
const brazilZone = 'America/Sao_Paulo';

/**
 * Menu Plantão > Começar. Makes what is missing and leaves what is there, so it can be chosen at any time; then asks for the
 * web app's address. Questions are asked outside the lock: a dialog suspends the script, and locks do not survive that.
 */
export function start(services: Services): void {
  const language = languageOf(services.host.locale());
  const speak = (id: TextId): string => texts[id][language];
  if (!setUp(services, (settings) => ({ ...settings, language }))) {
    services.host.alert(speak('menu'), speak('busy'));
    return;
  }
  showBoard(services);
  offerZone(services, speak);
  askExecUrl(services, speak);
}

/** Brings `Agora` to the front, where the making of the tabs left another one. */
export function showBoard(services: Services): void {
  const { settings } = reloadConfig(services);
  const remembered = settings.sheetIds['agentsNow'];
  findSheet(services.workbook, tabs.agentsNow, remembered)?.activate();
}

/** Tabs, settings, connections, trigger. False when the lock stayed busy. */
export function setUp(services: Services, change: (settings: Settings) => Settings): boolean {
  if (!services.lock.tryAcquire(lockWaitMs)) return false;
  holdLock(services, () => {
    services.workbook.flush();
    const config = reloadConfig(services);
    const settings = ensureTabs(services, change(config.settings));
    saveSettings(services.properties, settings);
    forgetConfig(services);
    correctNow(services, settings);
    ensureConnections(services, config);
    services.workbook.recalculateEveryMinute();
    ensureSweep(services);
  });
  return true;
}

function ensureSweep(services: Services): void {
  if (!services.triggers.functions().includes(sweepFunction))
    services.triggers.everyMinute(sweepFunction);
}

type Speak = (id: TextId) => string;

function offerZone(services: Services, speak: Speak): void {
  const zone = services.workbook.timeZone();
  const { settings } = reloadConfig(services);
  if (services.clock.offsetMinutes(zone, services.clock.now()) === settings.offsetMinutes) return;
  if (services.host.confirm(speak('menu'), fill(speak('zoneQuestion'), { zone })))
    services.workbook.setTimeZone(brazilZone);
}

function askExecUrl(services: Services, speak: Speak): void {
  const pasted = services.host.ask(speak('start'), speak('execQuestion'));
  if (pasted === null || pasted.trim() === '') {
    services.host.alert(speak('start'), speak('later'));
    return;
  }
  const isStored = storeExecUrl(services, pasted);
  services.host.alert(speak('start'), speak(isStored ? 'ready' : 'execWrong'));
}

/** Stores the web app's address; false when it is not one. */
export function storeExecUrl(services: Services, pasted: string): boolean {
  const execUrl = checkExecUrl(pasted);
  return execUrl !== null && setUp(services, (settings) => ({ ...settings, execUrl }));
}

/** The configuration as it is stored now. */
export function currentConfig(services: Services): Config {
  return reloadConfig(services);
}
