import { paceOf } from '../../budget/budget';
import type { Services } from '../../platform/services';
import { configFrom, isHalted } from '../../settings/config';
import { sweepStateFrom } from '../../settings/sweep-state';
import { findSheet } from '../../sheets/find-sheet';
import { tabs } from '../../tabs/tabs';
import { isCheckDue } from '../self-check/self-check';
import { isUpgrading } from '../upgrade/migrate';
import { isRecountDue } from '../totals/update-totals';
import { emptiedKeys, hasWaiting, headlessIds } from '../waiting/waiting-room';
import { isRenderingDue } from './render-again';
import { areLooksDue } from './renew-looks';

/** A look without the lock: something waits, the journal has grown, or a failure is to be tried again. */
export function hasWork(
  services: Services,
  all: Readonly<Record<string, string>>,
  nowMs: number,
): boolean {
  const state = sweepStateFrom(all);
  const { nextRetryMs, rendering } = state;
  if (hasWaiting(all) || emptiedKeys(all).length > 0 || headlessIds(all).length > 0) return true;
  if (nextRetryMs !== null && nextRetryMs <= nowMs) return true;
  const config = configFrom(all);
  const { settings } = config;
  const extra = isRenderingDue(rendering, config) || isCheckDue(state, config, nowMs);
  const isDue =
    isUpgrading(state, nowMs) ||
    isRecountDue(state.totals, config, nowMs) ||
    areLooksDue(state, config) ||
    (extra && paceOf(state.budget).hasExtras);
  if (isDue && !isHalted(settings)) return true;
  const { workbook } = services;
  // Asked for by its title a tab costs one call, by its id one for each tab.
  const journal =
    workbook.sheetByTitle(tabs.journal.title[settings.language]) ??
    findSheet(workbook, tabs.journal, settings.sheetIds['journal']);
  return journal === null || journal.lastRow() !== state.journalRows;
}
