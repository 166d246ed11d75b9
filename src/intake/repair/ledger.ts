import type { Services, Sheet } from '../../platform/services';
import type { Budget } from '../../budget/budget';
import { findSheet } from '../../sheets/find-sheet';
import type { KeptTab } from '../../sheets/kept-tab';
import { tabs, type TabId } from '../../tabs/tabs';
import { configFrom, type Config } from '../../settings/config';
import { nothingShown, readHiddenView, type HiddenView } from '../../settings/seen-tops';
import { findHiddenSheet } from '../../settings/hidden-cells';
import type { Journal } from '../journal/journal';
import { isWhole, openJournal } from '../journal/journal-layout';
import { repairTabs } from './repair';
import { pollTroubles } from '../../settings/polling';
import { findingsAt, sweepStateFrom } from '../../settings/sweep-state';

/** What a hold works with. */
export interface Ledger {
  readonly config: Config;
  readonly journal: Journal;
  /** Up to which number the sweep has worked, so that no journal made anew goes below it. */
  readonly doneNumber: number;
  /** Rows that self-checks put right in the last week. */
  readonly mended: number;
  /** By connection: why its platform did not answer when it was asked. */
  readonly troubles: ReadonlyMap<string, string>;
  /** What the day's budget had come to when the sweep last noted it. */
  readonly budget: Budget;
  /** What the hidden tab showed when the journal was opened. */
  readonly view: HiddenView;
  /** Tabs as an earlier writing in the same hold left them; only where nobody in between writes otherwise. */
  readonly kept?: Map<TabId, KeptTab>;
}

/** The configuration out of all properties, and the journal; one that the user deleted or took apart is made whole. Callers hold the lock. */
export function openLedger(services: Services, all: Readonly<Record<string, string>>): Ledger {
  return findLedger(services, all) ?? renewJournal(services, configFrom(all));
}

/** The same for whoever only looks, without the lock: null when there is no journal. */
export function findLedger(
  { workbook, clock }: Services,
  all: Readonly<Record<string, string>>,
): Ledger | null {
  const config = configFrom(all);
  const state = sweepStateFrom(all);
  const { doneNumber, budget } = state;
  const { mended } = findingsAt(state, clock.now());
  const sheet = findSheet(workbook, tabs.journal, config.settings.sheetIds['journal']);
  const view = readHiddenView(workbook, config.settings);
  const journal = sheet === null ? null : openJournal(sheet, view.tops.get('journal'));
  return journal !== null && isWhole(journal)
    ? { config, journal, doneNumber, mended, troubles: pollTroubles(all), budget, view }
    : null;
}

/** The hidden sheet that remembers the highest number of the journal; null when the user deleted it. */
export const memoryOf = ({ workbook }: Services, { config }: Ledger): Sheet | null =>
  findHiddenSheet(workbook, config.settings);

function renewJournal(services: Services, known: Config): Ledger {
  const journal = openJournal(repairTabs(services, known, 'journal'));
  const all = services.properties.getAll();
  const state = sweepStateFrom(all);
  const { mended } = findingsAt(state, services.clock.now());
  const { doneNumber, budget } = state;
  const troubles = pollTroubles(all);
  const config = configFrom(all);
  return { config, journal, doneNumber, mended, troubles, budget, view: nothingShown };
}
