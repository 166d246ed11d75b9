import type { Services } from '../../platform/services';
import { findSheet } from '../../sheets/find-sheet';
import type { Cells } from '../../sheets/layout';
import { overdraw, readCost, type LookupBudget } from '../../sheets/look-up';
import { openTab, type OpenTab } from '../../sheets/open-tab';
import type { CheckState } from '../../settings/sweep-state';
import { registerEntities, registers, type RegisterEntity } from '../../tabs/registers';
import { MissingTab } from '../../tabs/missing-tab';
import { tabIds, tabs, type TabId } from '../../tabs/tabs';
import type { Stretch } from '../../sheets/stretches';
import { tabOf } from '../../settings/tab-of';
import type { Ledger } from '../repair/ledger';

/** What a step works with, under the lock. */
export interface Hand {
  readonly services: Services;
  readonly ledger: Ledger;
  readonly state: CheckState;
  readonly budget: LookupBudget;
}

/** One step of the self-check, or a part of it; gives how far the check is then. */
export type Step = (hand: Hand, tab: TabId) => CheckState;

/** The tabs that events fill. */
export const dataTabs = tabIds.filter((id) => tabs[id].entity !== null);

/** The step is done. */
export const nextStep = (state: CheckState): CheckState => ({
  ...state,
  step: state.step + 1,
  from: 0,
});

/** The register that a tab is; undefined for logs. */
export const registerOf = (tab: TabId): RegisterEntity | undefined =>
  registerEntities.find((entity) => registers[entity].tab === tab);

/**
 * The tab as it stands; null for one whose rows nobody can tell apart.
 * @throws {MissingTab} when it is gone or taken apart: it is made whole, and the hold is repeated
 */
export function openData({ services, ledger, budget }: Hand, tab: TabId): OpenTab | null {
  const { sheetIds, unreadableTabs } = ledger.config.settings;
  if (unreadableTabs.includes(tab)) return null;
  const sheet = findSheet(services.workbook, tabs[tab], sheetIds[tab]);
  const open = sheet === null ? null : openTab(tabOf(tab, ledger.config.settings), sheet);
  if (open?.isWhole !== true) throw new MissingTab(tab);
  overdraw(budget, 2 * readCost(open.byKey.size));
  return open;
}

/** Reads whole rows. */
export function readWhole(open: OpenTab, { budget }: Hand, { first, last }: Stretch): Cells {
  const rows = last - first + 1;
  const columns = open.sheet.maxColumns();
  overdraw(budget, readCost(rows * columns));
  return open.sheet.read({ row: first, column: 1, rows, columns });
}
