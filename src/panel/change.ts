import type { Connection, Settings } from '../settings/config';
import { areNewer, configFrom, saveConnection, saveSettings } from '../settings/config';
import { forgetConfig, reloadConfig } from '../settings/config-cache';
import { forgetRendering } from '../settings/sweep-state';
import { holdLock } from '../platform/hold';
import type { Services } from '../platform/services';
import { busy, done, refused, type Outcome } from './outcome';
import { speaker } from './speak';

/** A person waits that long for somebody else's writing to end. */
const lockWaitMs = 20_000;

/**
 * Does work under the lock, on a workbook of which nothing old is remembered; busy when somebody else keeps the lock, refused when
 * newer code has stored the settings.
 */
export function whileLocked<T>(services: Services, work: () => Outcome<T>): Outcome<T> {
  if (!services.lock.tryAcquire(lockWaitMs)) return busy(speaker(services)('busy'));
  return holdLock(services, () => {
    services.workbook.flush();
    const isOutdated = areNewer(configFrom(services.properties.getAll()).settings);
    return isOutdated ? refused(speaker(services)('outdated')) : work();
  });
}

/** Whether **Start** was chosen before: it is the only one that makes tabs. */
export const isStarted = ({ sheetIds }: Settings): boolean => Object.keys(sheetIds).length > 0;

/** Changes settings of a spreadsheet that was started; nothing else is made or repaired. */
export function changeSettings(
  services: Services,
  change: (settings: Settings) => Settings,
): Outcome {
  return whileLocked(services, () => {
    const { settings } = reloadConfig(services);
    if (!isStarted(settings)) return refused(speaker(services)('notStarted'));
    storeSettings(services, settings, change(settings));
    return done(null);
  });
}

/** Stores changed settings; when rows are to look different, the sweep hears of it first. Callers hold the lock. */
export function storeSettings(services: Services, before: Settings, after: Settings): void {
  const look = ({ language, offsetMinutes, statusNames }: Settings): string =>
    JSON.stringify([language, offsetMinutes, statusNames]);
  if (isStarted(before) && look(before) !== look(after)) forgetRendering(services.properties);
  saveSettings(services.properties, after);
  forgetConfig(services);
}

/** Changes a connection; a hold may be pinning its token at the same moment. */
export function changeConnection(
  services: Services,
  id: string,
  change: (connection: Connection) => Connection,
): Outcome {
  return whileLocked(services, () => {
    const connection = reloadConfig(services).connections.find((one) => one.id === id);
    if (connection === undefined) return refused(speaker(services)('connectionGone'));
    saveConnection(services.properties, change(connection));
    forgetConfig(services);
    return done(null);
  });
}
