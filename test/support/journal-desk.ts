import type { Journal, JournalEntry } from '../../src/intake/journal/journal';
import { openJournal } from '../../src/intake/journal/journal-layout';
import { allLines, readRequests } from '../../src/intake/journal/journal-lines';
import {
  appendEntries,
  makeJournalRoom,
  nextJournalRow,
} from '../../src/intake/journal/journal-write';
import type { Sheet } from '../../src/platform/services';
import { tabs } from '../../src/tabs/tabs';
import { openTabDesk, type TabDesk } from './tab-sheet';

/** A written entry of two events. */
export const entry = (
  id: string,
  body: string,
  changes: Partial<JournalEntry> = {},
): JournalEntry => ({
  request: { id, connectionId: 'c1', webhook: 'main', receivedAtMs: 1_700_000_000_000, body },
  vendorName: 'Huggy',
  account: 'A',
  events: ['e1', 'e2'],
  eventKeys: ['=k1', 'k2'],
  status: 'written',
  attempts: 1,
  error: '',
  nextTryMs: null,
  rows: 2,
  ...changes,
});

/** Appends entries as a hold does; numbers go on above the last one. */
export function append(sheet: Sheet, entries: readonly JournalEntry[], lastNumber?: number): void {
  const journal = openJournal(sheet);
  const place = {
    firstRow: nextJournalRow(journal),
    lastNumber: lastNumber ?? journal.saidNumber ?? 0,
    offsetMinutes: -180,
    memory: null,
  };
  makeJournalRoom(journal, entries, place);
  appendEntries(journal, entries, place);
}

/** A journal in a spreadsheet of its own. */
export const openDesk = (): TabDesk => openTabDesk(tabs.journal);
/** Works on the journal in one execution. */
export const useJournal = <T>(desk: TabDesk, work: (journal: Journal) => T): T =>
  desk.use((sheet) => work(openJournal(sheet)));
/** Every request, with its body. */
export const readAll = (journal: Journal): ReturnType<typeof readRequests> =>
  readRequests(journal, allLines(journal));
/** The numbers of all lines. */
export const numbersOf = (desk: TabDesk): readonly number[] =>
  useJournal(desk, (journal) => allLines(journal).map(({ number }) => number));
