import { findHiddenSheet } from '../../settings/hidden-cells';
import { findVendor } from '../../vendors/registry';
import type { Services } from '../../platform/services';
import { findSheet } from '../../sheets/find-sheet';
import { tabs } from '../../tabs/tabs';
import type { Config } from '../../settings/config';
import { holdLock } from '../../platform/hold';
import type { JournalEntry } from '../journal/journal';
import { repairJournal } from '../journal/journal-layout';
import { recentRequestIds } from '../journal/journal-ids';
import { lastNumberOf } from '../journal/journal-number';
import { appendEntries, makeJournalRoom, nextJournalRow } from '../journal/journal-write';
import type { Request } from '../journal/request';

const recentRows = 1000;

/**
 * The last resort, when the properties fail (their daily limit): waits for the lock and only journals the request, with what is
 * known of the configuration. The sweep does the rest as soon as the properties answer again.
 * @throws {Error} when the lock stays busy or the journal cannot be written either
 */
export function journalAlone(
  services: Services,
  request: Request,
  { config, waitMs }: { readonly config: Config; readonly waitMs: number },
): void {
  if (!services.lock.tryAcquire(waitMs))
    throw new Error('The lock stayed busy and Google refuses the waiting room.');
  holdLock(services, () => {
    services.workbook.flush();
    const { settings } = config;
    const sheet = findSheet(services.workbook, tabs.journal, settings.sheetIds['journal']);
    if (sheet === null) throw new Error('The journal is missing.');
    const journal = repairJournal(sheet, settings.language);
    // What failed before may have reached the journal all the same.
    if (recentRequestIds(journal, recentRows).has(request.id)) return;
    const memory = findHiddenSheet(services.workbook, settings);
    const lastNumber = lastNumberOf(journal, { memory, doneNumber: 0 });
    const place = { ...settings, firstRow: nextJournalRow(journal), lastNumber, memory };
    const entries = [toEntry(request, config)];
    makeJournalRoom(journal, entries, place);
    appendEntries(journal, entries, place);
  });
}

function toEntry(request: Request, { connections }: Config): JournalEntry {
  const connection = connections.find(({ id }) => id === request.connectionId);
  const vendor = connection === undefined ? undefined : findVendor(connection.vendor);
  return {
    request,
    vendorName: vendor?.name ?? '',
    account: connection?.account ?? '',
    events: [],
    eventKeys: [],
    status: 'received',
    attempts: 0,
    error: '',
    nextTryMs: null,
    rows: 0,
  };
}
