import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allLines, highestNumber, linesAbove } from '../../../../src/intake/journal/journal-lines';
import { recentRequestIds } from '../../../../src/intake/journal/journal-ids';
import { nextJournalRow, updateEntry } from '../../../../src/intake/journal/journal-write';
import { sheetInHand } from '../../../support/by-hand';
import {
  append,
  entry,
  numbersOf,
  openDesk,
  readAll,
  useJournal,
} from '../../../support/journal-desk';
import type { TabDesk } from '../../../support/tab-sheet';

describe('the journal', () => {
  it('gives requests back as they came, long ones out of several rows of one number', () => {
    const bodies = ['{"a":"=1+1"}', '', 'é😀'.repeat(40_000), "'apóstrofo", '{}'];
    const entries = bodies.map((body, index) => entry(`r${index}`, body));
    const desk = openDesk();
    desk.use((sheet) => append(sheet, entries));
    const stored = useJournal(desk, readAll);
    expect(stored.map(({ request }) => request)).toEqual(entries.map(({ request }) => request));
    expect(stored.map(({ line }) => [line.number, line.sheetRows])).toEqual([
      [1, [2]],
      [2, [3]],
      [3, [4, 5, 6]],
      [4, [7]],
      [5, [8]],
    ]);
  });

  it('never cuts a character of two halves between two rows', () => {
    const desk = openDesk();
    const body = fc
      .tuple(fc.nat(3), fc.nat(2))
      .map(([ahead, more]) => 'a'.repeat(44_998 + ahead) + '😀'.repeat(1 + more));
    let count = 0;
    fc.assert(
      fc.property(body, (text) => {
        count += 1;
        desk.use((sheet) => append(sheet, [entry(`r${count}`, text)]));
        expect(useJournal(desk, readAll).at(-1)?.request.body).toBe(text);
      }),
      { numRuns: 12 },
    );
  });

  it('is numbered through, one number a request; its header says the last one', () => {
    const desk = openDesk();
    desk.use((sheet) => append(sheet, [entry('a', 'x'.repeat(100_000)), entry('b', 'y')], 500));
    desk.use((sheet) => append(sheet, [entry('c', 'z')]));
    expect(numbersOf(desk)).toEqual([501, 502, 503]);
    expect(useJournal(desk, ({ saidNumber }) => saidNumber)).toBe(503);
    expect(useJournal(desk, highestNumber)).toBe(503);
    expect(useJournal(desk, (journal) => [...recentRequestIds(journal, 1)])).toEqual(['c']);
  });

  it('an empty one has no number, no requests, and row 2 is free', () => {
    const found = useJournal(openDesk(), (journal) => [
      nextJournalRow(journal),
      journal.saidNumber,
      highestNumber(journal),
      recentRequestIds(journal, 400).has('a'),
      allLines(journal),
    ]);
    expect(found).toEqual([2, null, 0, false, []]);
  });

  it('what became of a request is rewritten on all of its rows, with its events; nothing else is', () => {
    const desk = openDesk();
    desk.use((sheet) =>
      append(sheet, [
        entry('a', 'x'.repeat(50_000), { events: [], eventKeys: [] }),
        entry('b', 'y'),
      ]),
    );
    useJournal(desk, (journal) => {
      const [first] = readAll(journal);
      if (first === undefined) throw new Error('It is gone.');
      const failed = { status: 'failed', attempts: 3, error: '=x', nextTryMs: 7, rows: 4 } as const;
      updateEntry(journal, first, entry('a', '', failed));
    });
    const changed = { Situação: 'falhou', Tentativas: 3, Erro: '=x', Evento: 'e1, e2', Linhas: 4 };
    expect(desk.desk.rows('Diário')).toMatchObject([
      { ...changed, 'Próxima tentativa (ms)': 7, Parte: 1, 'Chave do evento': '=k1\nk2' },
      { ...changed, Parte: 2 },
      { Situação: 'escrito', Tentativas: 1, 'Próxima tentativa (ms)': null, Corpo: 'y' },
    ]);
  });

  it('the grid grows before the rows do not fit', () => {
    const desk = openDesk();
    desk.use((sheet) =>
      append(
        sheet,
        Array.from({ length: 300 }, (_unused, index) => entry(`r${index}`, 'x')),
      ),
    );
    expect(desk.use((sheet) => [sheet.lastRow(), sheet.maxRows()])).toEqual([301, 700]);
  });
});

describe('lines are found by their number', () => {
  const fill = (count: number): TabDesk => {
    const desk = openDesk();
    desk.use((sheet) =>
      append(
        sheet,
        Array.from({ length: count }, (_unused, index) => entry(`r${index + 1}`, `b${index + 1}`)),
      ),
    );
    return desk;
  };
  const above = (desk: TabDesk, after: number): ReturnType<typeof linesAbove> =>
    useJournal(desk, (journal) => linesAbove(journal, { after, last: journal.saidNumber ?? 0 }));

  it('the newest by the last rows alone', () => {
    const desk = fill(1500);
    const { lines, missing } = above(desk, 1497);
    expect(lines.map(({ number }) => number)).toEqual([1498, 1499, 1500]);
    expect(missing).toEqual([]);
    expect(desk.calls.filter((name) => name === 'read')).toHaveLength(3);
  });

  it('wherever they stand, when the user sorted the journal or wrote rows between', () => {
    const desk = fill(1500);
    desk.desk.execute(() => {
      const sheet = sheetInHand('Diário');
      const width = sheet.getMaxColumns();
      sheet.getRange(1499, 1, 3, width).sort({ column: 1, ascending: false });
      sheet.insertRowsBefore(1500, 1);
      sheet.getRange(1500, 1).setValue('minha linha');
    });
    const { lines, missing } = above(desk, 1496);
    expect(lines.map(({ number, sheetRows }) => [number, ...sheetRows])).toEqual([
      [1497, 1498],
      [1498, 1502],
      [1499, 1501],
      [1500, 1499],
    ]);
    expect(missing).toEqual([]);
  });

  it('those that are nowhere are told, and a request that lacks a part is nowhere', () => {
    const desk = fill(10);
    desk.use((sheet) => append(sheet, [entry('long', 'x'.repeat(100_000))]));
    desk.use((sheet) => sheet.deleteRows(13, 1));
    desk.use((sheet) => sheet.deleteRows(9, 2));
    expect(above(desk, 6)).toMatchObject({
      lines: [{ number: 7 }, { number: 10 }],
      missing: [8, 9, 11],
    });
  });

  it('of a line of 0.1.0, which numbered every row, no number is missing', () => {
    const desk = fill(3);
    desk.use((sheet) => append(sheet, [entry('long', 'x'.repeat(100_000))]));
    desk.use((sheet) => {
      const last = { row: 5, column: 1, rows: 3, columns: 1 };
      sheet.write(last, [[4], [5], [6]]);
      append(sheet, [entry('next', '{}')], 6);
    });
    for (const after of [2, 4, 5]) expect(above(desk, after)).toMatchObject({ missing: [] });
    expect(above(desk, 3).lines.map(({ number }) => number)).toEqual([4, 7]);
  });

  it('a row that the user copied counts once', () => {
    const desk = fill(3);
    desk.use((sheet) => {
      for (const area of [
        { row: 3, column: 1, rows: 1, columns: 1 },
        { row: 3, column: 3, rows: 1, columns: sheet.maxColumns() - 2 },
      ])
        sheet.write({ ...area, row: 5 }, sheet.read(area));
    });
    expect(numbersOf(desk)).toEqual([1, 2, 3]);
  });

  it('the ids of the newest are known when they are no longer the last rows', () => {
    const desk = fill(1500);
    desk.desk.execute(() => {
      const sheet = sheetInHand('Diário');
      sheet.getRange(2, 1, 1500, sheet.getMaxColumns()).sort({ column: 1, ascending: false });
    });
    expect(useJournal(desk, (journal) => recentRequestIds(journal, 1000).has('r1500'))).toBe(true);
  });
});
