import { writeMissing } from '../intake/self-check/ask-journal';
import { dataTabs } from '../intake/self-check/check-step';
import { checkOn, tabAt } from '../intake/self-check/self-check';
import { openLedger } from '../intake/repair/ledger';
import { withWholeTabs } from '../intake/repair/whole-tabs';
import type { Services } from '../platform/services';
import { findingsAt, saveSweepState, sweepStateFrom } from '../settings/sweep-state';
import { tabs, type TabId } from '../tabs/tabs';
import { whileLocked } from './change';
import { languageOf } from './language';
import { done, refused, type Outcome } from './outcome';
import { speaker } from './speak';

/** How long a click works at most: Google ends it after six minutes. */
const clickMs = 4 * 60_000;
/** Google's time of one hold, by the published costs: others write in between. */
const holdMs = 5000;

/** Whether there is nothing left to do. */
export interface Checked {
  readonly isDone: boolean;
}

/** Conferir abas: the whole self-check, hold by hold, as far as a click goes; the next click goes on there. */
export function checkTabs(services: Services): Outcome<Checked> {
  const endMs = services.clock.now() + clickMs;
  for (;;) {
    const outcome = whileLocked(services, () => checkInHold(services));
    if (outcome.kind !== 'done' || outcome.value.isDone || services.clock.now() > endMs)
      return outcome;
  }
}

function checkInHold(services: Services): Outcome<Checked> {
  const speak = speaker(services);
  return withWholeTabs(services, () => {
    const all = services.properties.getAll();
    const ledger = openLedger(services, all);
    if (ledger.config.settings.isPaused) return refused(speak('paused'));
    const state = sweepStateFrom(all);
    const checked = checkOn(services, ledger, { state, budgetMs: holdMs });
    saveSweepState(services.properties, { ...state, ...checked });
    const [tab, count] = [tabAt(checked.check), String(checked.check.mended)];
    return tab === null
      ? done({ isDone: true }, speak('checked', { count }))
      : done({ isDone: false }, speak('checking', { count, tab: nameOf(services, tab) }));
  });
}

const nameOf = ({ host }: Services, tab: TabId): string =>
  tabs[tab].title[languageOf(host.locale())];

/** Rows that may be missing from a tab, as the page tells of them. */
export interface ShownGap {
  readonly tab: string;
  readonly sentence: string;
}

/** What the last self-check found missing and did not dare to write. */
export function readGaps(
  services: Services,
  all: Readonly<Record<string, string>>,
): readonly ShownGap[] {
  const { gaps } = findingsAt(sweepStateFrom(all), services.clock.now());
  return dataTabs.flatMap((tab) => {
    const values = { tab: nameOf(services, tab), count: String(gaps[tab] ?? 0) };
    return gaps[tab] === undefined
      ? []
      : [{ tab, sentence: speaker(services)('rowsMissing', values) }];
  });
}

/** Up to where in the journal rows were written; null: to its end. */
export interface WrittenAgain {
  readonly after: number | null;
}

/** Escrever de novo: writes the rows that the journal knows and the tab lacks, part by part. */
export function writeAgain(services: Services, name: string, from: string): Outcome<WrittenAgain> {
  const speak = speaker(services);
  const tab = dataTabs.find((id) => id === name);
  const after = Number(from);
  if (tab === undefined || !Number.isSafeInteger(after)) return refused(speak('badRequest'));
  return whileLocked(services, () => {
    const next = withWholeTabs(services, () => {
      const ledger = openLedger(services, services.properties.getAll());
      return writeMissing(services, ledger, { tabs: [tab], after });
    });
    if (next === null) forgetGap(services, tab);
    return done({ after: next }, speak('writtenAgain', { tab: nameOf(services, tab) }));
  });
}

function forgetGap({ properties }: Services, tab: TabId): void {
  const state = sweepStateFrom(properties.getAll());
  const { [tab]: _gone, ...gaps } = state.findings.gaps;
  saveSweepState(properties, { ...state, findings: { ...state.findings, gaps } });
}
