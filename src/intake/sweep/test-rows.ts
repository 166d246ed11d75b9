import type { Services } from '../../platform/services';
import { deleteRows } from '../../sheets/delete-rows';
import { findSheet } from '../../sheets/find-sheet';
import { tabIds, tabs } from '../../tabs/tabs';
import type { Ledger } from '../repair/ledger';
import { allLines } from '../journal/journal-lines';
import { clearVisits } from '../journal/journal-write';
import { isTestRequest, testConnectionId } from '../journal/request';

/**
 * Deletes the rows of test events whose time is over, from every tab, found by their keys; the journal's lines stay, and say last
 * that nothing is left to do. A run that is cut short is repeated by the next. Callers hold the lock.
 */
export function removeTestRows(services: Services, ledger: Ledger, nowMs: number): void {
  const over = allLines(ledger.journal).filter(
    ({ requestId, nextTryMs }) =>
      isTestRequest(requestId) && nextTryMs !== null && nextTryMs <= nowMs,
  );
  if (over.length === 0) return;
  const { sheetIds } = ledger.config.settings;
  const prefixes = over.map(({ connectionId }) => `${testConnectionId(connectionId)}|`);
  for (const id of tabIds) {
    const sheet =
      tabs[id].entity === null ? null : findSheet(services.workbook, tabs[id], sheetIds[id]);
    if (sheet !== null)
      deleteRows(tabs[id], sheet, (key) => prefixes.some((prefix) => key.startsWith(prefix)));
  }
  services.workbook.flush();
  clearVisits(ledger.journal, over);
}
