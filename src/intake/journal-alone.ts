import { findVendor } from '../vendors/registry';
import type { Services, Sheet } from '../platform/services';
import { findSheet } from '../tabs/find-sheet';
import { tabs } from '../tabs/tabs';
import type { Config } from './config';
import { holdLock } from './hold';
import {
  appendEntries,
  journalColumn,
  makeJournalRoom,
  nextJournalRow,
  recentRequestIds,
} from './journal';
import type { JournalEntry } from './journal';
import type { Request } from './request';

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
    const journal = findSheet(services.workbook, tabs.journal, settings.sheetIds['journal']);
    if (journal === null) throw new Error('The journal is missing.');
    // What failed before may have reached the journal all the same.
    if (recentRequestIds(journal, recentRows).has(request.id)) return;
    const firstRow = nextJournalRow(journal);
    const journalOffset = offsetAt(journal, firstRow, settings.journalOffset);
    const entries = [toEntry(request, config)];
    const place = { ...settings, firstRow, journalOffset };
    makeJournalRoom(journal, entries, place);
    appendEntries(journal, entries, place);
  });
}

/** What is known of the offset may be old: the number of the last row tells when it has risen since. */
function offsetAt(journal: Sheet, firstRow: number, knownOffset: number): number {
  if (firstRow === 2) return knownOffset;
  const cell = { row: firstRow - 1, column: journalColumn('number'), rows: 1, columns: 1 };
  const [[number = 0] = []] = journal.read(cell);
  return Math.max(knownOffset, Number(number) + 2 - firstRow);
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
  };
}
