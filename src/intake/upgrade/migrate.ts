import type { Services } from '../../platform/services';
import { areOlder, saveSettings } from '../../settings/config';
import { forgetConfig } from '../../settings/config-cache';
import { writeSeenTops } from '../../settings/seen-tops';
import type { Ledger } from '../repair/ledger';
import { endOf, findOlderLines, linesPerRun, readAnew, takeOver } from './older-lines';
import { mendFormulas } from '../repair/own-formulas';
import { repairTabs } from '../repair/repair';
import { withRest, type SweepRest, type SweepState } from '../../settings/sweep-state';

/** What a step leaves to later sweeps, and whether it has done all it has to. */
interface Stepped extends SweepRest {
  readonly isDone: boolean;
}

/** One step of an upgrade, under the lock, buffered. It may be cut short anywhere: done again, it goes on where it was. */
type Step = (services: Services, ledger: Ledger) => Stepped;

/**
 * What workbooks of earlier versions need, oldest first. A workbook remembers how many it has done, so steps are only ever added at
 * the end. See docs/decisions/0001-migrations.md.
 */
const steps: readonly Step[] = [
  // From 0.1.0: what its decoders left out or read in another way. An old deployment may add lines all the time: those come later.
  (services, ledger) => {
    const lines = findOlderLines(ledger.journal, 1);
    return { ...readAnew(services, ledger, lines), isDone: lines.length < linesPerRun };
  },
  // From 0.1.0: formulas that most locales cannot read, and colour rules in their form.
  ({ workbook }, { config }) => {
    mendFormulas(workbook, config.settings);
    return { openAbove: null, nextTryMs: null, isDone: true };
  },
  // The hidden tab shows the first rows of the others.
  ({ workbook }, { config }) => {
    writeSeenTops(workbook, config.settings);
    return { openAbove: null, nextTryMs: null, isDone: true };
  },
  // The tabs of the views.
  (services, { config }) => {
    repairTabs(services, config, 'journal');
    return { openAbove: null, nextTryMs: null, isDone: true };
  },
];

/** Old deployments are looked for every minute so long after they wrote last. */
const watchMs = 3_600_000;

/** Whether an upgrade is under way, or an old deployment was at work lately. */
export const isUpgrading = ({ steps: done, olderMs }: SweepState, nowMs: number): boolean =>
  done < steps.length || nowMs - olderMs < watchMs;

/** Does what is to be done next of an upgrade; after it, takes over what an old deployment has written. */
export function migrate(services: Services, ledger: Ledger, state: SweepState): SweepState {
  const { settings } = ledger.config;
  // First of all: code of a version that knows the schema stops touching what the steps change.
  if (areOlder(settings)) {
    saveSettings(services.properties, settings);
    forgetConfig(services);
  }
  if (state.steps >= steps.length) return takeOverOlder(services, ledger, state);
  let next = state;
  for (const step of steps.slice(state.steps)) {
    const stepped = step(services, ledger);
    next = withRest(next, stepped);
    if (!stepped.isDone) break;
    next = { ...next, steps: next.steps + 1 };
  }
  return next;
}

function takeOverOlder(services: Services, ledger: Ledger, state: SweepState): SweepState {
  const lines = findOlderLines(ledger.journal, endOf(ledger.journal));
  if (lines.length === 0) return state;
  const rest = takeOver(services, ledger, lines);
  mendFormulas(services.workbook, ledger.config.settings);
  return withRest({ ...state, olderMs: services.clock.now() }, rest);
}
