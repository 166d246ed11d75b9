import type { Workbook } from '../../platform/services';
import type { Config } from '../../settings/config';
import type { SweepState } from '../../settings/sweep-state';
import { findSheet } from '../../sheets/find-sheet';
import { renewNumbers } from '../../sheets/look-rules';
import { rulePatterns } from '../../tabs/dashboard/rules';
import { defaultLimits, limitIds, limitPlace } from '../../tabs/shared/limits';
import { tabIds, tabs, type TabId } from '../../tabs/tabs';

/** With which limits colour rules are written; blank for the defaults. */
export const looksOf = ({ settings }: Config): string => {
  const limits = JSON.stringify(settings.limits);
  return limits === JSON.stringify(defaultLimits) ? '' : limits;
};

/** True while tabs may colour by other limits than those of the settings. */
export const areLooksDue = ({ looks }: SweepState, config: Config): boolean =>
  looks !== looksOf(config);

const places = limitIds.map(limitPlace);

/** A tab's colour rules in which a limit has its place. */
function patternsOf(id: TabId): readonly string[] {
  const { rowLooks = [], formerLooks = [] } = tabs[id];
  const own = [...rowLooks.map(({ when }) => when), ...formerLooks];
  const all = id === 'dashboard' ? rulePatterns().map(({ formula }) => formula) : own;
  return all.filter((pattern) => places.some((place) => pattern.includes(place)));
}

/** Puts the limits of the settings into the colour rules of all tabs; done again it changes nothing. Buffered; callers hold the lock. */
export function renewLooks(workbook: Workbook, { settings }: Config): void {
  for (const id of tabIds) {
    const patterns = patternsOf(id);
    if (patterns.length === 0) continue;
    const sheet = findSheet(workbook, tabs[id], settings.sheetIds[id]);
    if (sheet !== null) renewNumbers(sheet, patterns, settings.limits);
  }
}
