import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  appendEntries,
  lastJournalNumber,
  makeJournalRoom,
  nextJournalRow,
  readEntries,
  recentRequestIds,
  rowOfNumber,
  updateEntry,
  type JournalEntry,
} from '../../../src/intake/journal';
import type { Sheet } from '../../../src/platform/services';
import { tabs } from '../../../src/tabs/tabs';
import { openTabDesk } from '../../support/tab-sheet';

const entry = (id: string, body: string, changes: Partial<JournalEntry> = {}): JournalEntry => ({
  request: { id, connectionId: 'c1', webhook: 'main', receivedAtMs: 1_700_000_000_000, body },
  vendorName: 'Huggy',
  account: 'A',
  events: ['e1', 'e2'],
  eventKeys: ['=k1', 'k2'],
  status: 'written',
  attempts: 1,
  error: '',
  nextTryMs: null,
  ...changes,
});

function append(sheet: Sheet, entries: readonly JournalEntry[], journalOffset = 0): void {
  const place = { firstRow: nextJournalRow(sheet), journalOffset, offsetMinutes: -180 };
  makeJournalRoom(sheet, entries, place);
  appendEntries(sheet, entries, place);
}

describe('the journal', () => {
  it('gives requests back as they came, long ones out of several rows', () => {
    const bodies = ['{"a":"=1+1"}', '', 'é😀'.repeat(40_000), "'apóstrofo", '{}'];
    const entries = bodies.map((body, index) => entry(`r${index}`, body));
    const tabDesk = openTabDesk(tabs.journal);
    tabDesk.use((sheet) => append(sheet, entries));
    const stored = tabDesk.use((sheet) => readEntries(sheet, 2, sheet.lastRow() - 1));
    expect(stored.map(({ request }) => request)).toEqual(entries.map(({ request }) => request));
    expect(stored.map(({ row, rows, number }) => [row, rows, number])).toEqual([
      [2, 1, 1],
      [3, 1, 2],
      [4, 3, 3],
      [7, 1, 6],
      [8, 1, 7],
    ]);
  });

  it('never cuts a character of two halves between two rows', () => {
    const tabDesk = openTabDesk(tabs.journal);
    const body = fc
      .tuple(fc.nat(3), fc.nat(2))
      .map(([ahead, more]) => 'a'.repeat(44_998 + ahead) + '😀'.repeat(1 + more));
    fc.assert(
      fc.property(body, (text) => {
        const back = tabDesk.use((sheet) => {
          const row = nextJournalRow(sheet);
          append(sheet, [entry('r', text)]);
          return readEntries(sheet, row, 1)[0]?.request.body;
        });
        expect(back).toBe(text);
      }),
      { numRuns: 12 },
    );
  });

  it('a run of rows holds the requests that begin in it, whole', () => {
    const tabDesk = openTabDesk(tabs.journal);
    tabDesk.use((sheet) =>
      append(sheet, [entry('a', 'x'.repeat(100_000)), entry('b', 'y'), entry('c', 'z')]),
    );
    const idsIn = (row: number, rows: number): readonly string[] =>
      tabDesk.use((sheet) =>
        readEntries(sheet, row, rows).map(({ request }) => `${request.id}${request.body.length}`),
      );
    expect(idsIn(2, 1)).toEqual(['a100000']);
    expect(idsIn(3, 2)).toEqual([]);
    expect(idsIn(3, 3)).toEqual(['b1']);
    expect(idsIn(2, 99)).toEqual(['a100000', 'b1', 'c1']);
    expect(idsIn(99, 5)).toEqual([]);
    expect(idsIn(2, 0)).toEqual([]);
  });

  it('is numbered through; what was trimmed from its top stays counted', () => {
    const tabDesk = openTabDesk(tabs.journal);
    tabDesk.use((sheet) => append(sheet, [entry('a', 'x'), entry('b', 'y')], 500));
    const [numbers, last, recent] = tabDesk.use((sheet) => [
      readEntries(sheet, 2, 5).map(({ number }) => number),
      lastJournalNumber(sheet, 500),
      recentRequestIds(sheet, 1),
    ]);
    expect(numbers).toEqual([501, 502]);
    expect(last).toBe(502);
    expect([...(recent instanceof Set ? recent : [])]).toEqual(['b']);
    expect([rowOfNumber(501, 500), rowOfNumber(502, 500), rowOfNumber(3, 500)]).toEqual([2, 3, 2]);
  });

  it('an empty one has no number, no requests, and row 2 is free', () => {
    const found = openTabDesk(tabs.journal).use((sheet) => [
      nextJournalRow(sheet),
      lastJournalNumber(sheet, 0),
      recentRequestIds(sheet, 400).size,
      readEntries(sheet, 2, 10),
    ]);
    expect(found).toEqual([2, 0, 0, []]);
  });

  it('what became of a request is rewritten on all of its rows, and nothing else', () => {
    const tabDesk = openTabDesk(tabs.journal);
    tabDesk.use((sheet) => append(sheet, [entry('a', 'x'.repeat(50_000)), entry('b', 'y')]));
    tabDesk.use((sheet) => {
      const [first] = readEntries(sheet, 2, 1);
      if (first === undefined) throw new Error('It is gone.');
      updateEntry(sheet, first, {
        ...entry('a', ''),
        status: 'failed',
        attempts: 3,
        error: '=x',
        nextTryMs: 7,
      });
    });
    expect(tabDesk.desk.rows('Diário')).toMatchObject([
      { Situação: 'falhou', Tentativas: 3, Erro: '=x', 'Próxima tentativa (ms)': 7, Parte: 1 },
      { Situação: 'falhou', Tentativas: 3, Erro: '=x', Parte: 2 },
      { Situação: 'escrito', Tentativas: 1, 'Próxima tentativa (ms)': null, Corpo: 'y' },
    ]);
  });

  it('the grid grows before the rows do not fit', () => {
    const tabDesk = openTabDesk(tabs.journal);
    tabDesk.use((sheet) =>
      append(
        sheet,
        Array.from({ length: 300 }, (_unused, index) => entry(`r${index}`, 'x')),
      ),
    );
    expect(tabDesk.use((sheet) => [sheet.lastRow(), sheet.maxRows()])).toEqual([301, 700]);
  });
});
