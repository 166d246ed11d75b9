import type { Services } from '../../platform/services';
import { findSheet } from '../../sheets/find-sheet';
import { readRows } from '../../sheets/read-rows';
import { tabs } from '../../tabs/tabs';
import type { Ledger } from '../repair/ledger';
import { openBook } from './books';
import { ignoreFailures } from './failure-rows';

/**
 * Notes in rows of Falhas why a person ignores their causes (blank: no longer), until they fail again: reason by key. Those without a
 * row are left out; false when none has one. Buffered; callers hold the lock and flush.
 */
export function ignoreCauses(
  services: Services,
  ledger: Ledger,
  reasons: ReadonlyMap<string, string>,
): boolean {
  const { language, sheetIds } = ledger.config.settings;
  const sheet = findSheet(services.workbook, tabs.failures, sheetIds['failures']);
  const rows = sheet === null ? [] : readRows(tabs.failures, sheet);
  const known = [...reasons].filter(([key]) => rows.some((row) => row.key === key));
  if (known.length === 0) return false;
  const upsert = openBook('failures', services, ledger);
  const changes = known.map(
    ([key, reason]) => [key, (state: string) => ignoreFailures(state, reason, language)] as const,
  );
  upsert(new Map(changes));
  return true;
}
