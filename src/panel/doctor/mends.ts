import { brazilZone } from '../../doctor/gather';
import type { MendId } from '../../doctor/check';
import { ensureTabs } from '../../intake/repair/repair';
import { sweepNow } from '../../intake/sweep/sweep';
import type { Services } from '../../platform/services';
import { reloadConfig } from '../../settings/config-cache';
import { saveSweepState, sweepStateFrom } from '../../settings/sweep-state';
import { changeSettings, isStarted, storeSettings, whileLocked } from '../change';
import { checkTabs } from '../check';
import { entryNames } from '../entry-names';
import { busy, done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';
import type { TextId } from '../texts';

/** What a button is called, and what it does. Each may be pressed twice. */
interface Mend {
  readonly name: TextId;
  run(services: Services): Outcome<unknown>;
}

export const mends: Readonly<Record<MendId, Mend>> = {
  sweep: { name: 'mendSweep', run: restartSweep },
  tabs: { name: 'mendTabs', run: remakeTabs },
  zone: {
    name: 'mendZone',
    run: ({ workbook }) => {
      workbook.setTimeZone(brazilZone);
      return done(null);
    },
  },
  unite: { name: 'mendUnite', run: (services) => checkTabs(services) },
  sweepNow: {
    name: 'mendSweepNow',
    run: (services) => (sweepNow(services) ? done(null) : busy(speaker(services)('busy'))),
  },
  resume: {
    name: 'mendResume',
    run: (services) => changeSettings(services, (settings) => ({ ...settings, isPaused: false })),
  },
};

/** One trigger of one's own, new: whatever Google has done to the old one, disabled it or made it twice. */
function restartSweep(services: Services): Outcome {
  return whileLocked(services, () => {
    const { triggers, properties, clock } = services;
    triggers.removeAll(entryNames.sweep);
    triggers.everyMinute(entryNames.sweep);
    const state = sweepStateFrom(properties.getAll());
    saveSweepState(properties, { ...state, lastTriggeredMs: clock.now() });
    return done(null);
  });
}

function remakeTabs(services: Services): Outcome {
  return whileLocked(services, () => {
    const { settings } = reloadConfig(services);
    if (!isStarted(settings)) return refused(speaker(services)('notStarted'));
    storeSettings(services, settings, ensureTabs(services, settings));
    return done(null);
  });
}
