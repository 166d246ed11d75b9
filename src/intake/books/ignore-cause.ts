import type { Services } from '../../platform/services';
import { findSheet } from '../../sheets/find-sheet';
import { readRows } from '../../sheets/read-rows';
import { tabs } from '../../tabs/tabs';
import type { Ledger } from '../repair/ledger';
import { openBook } from './books';
import { ignoreFailures } from './failure-rows';

/**
 * Notes in a row of Falhas why a person ignores its cause (blank: no longer), until it fails again. False when there is no such row.
 * Buffered; callers hold the lock and flush.
 */
export function ignoreCause(
  services: Services,
  ledger: Ledger,
  { key, reason }: { readonly key: string; readonly reason: string },
): boolean {
  const { language, sheetIds } = ledger.config.settings;
  const sheet = findSheet(services.workbook, tabs.failures, sheetIds['failures']);
  const isKnown = sheet !== null && readRows(tabs.failures, sheet).some((row) => row.key === key);
  if (!isKnown) return false;
  const upsert = openBook('failures', services, ledger);
  upsert(new Map([[key, (state: string) => ignoreFailures(state, reason, language)]]));
  return true;
}
