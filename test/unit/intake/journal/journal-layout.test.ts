import { describe, expect, it } from '@jest/globals';
import { isWhole, repairJournal } from '../../../../src/intake/journal/journal-layout';
import { highestNumber } from '../../../../src/intake/journal/journal-lines';
import { sheetInHand } from '../../../support/by-hand';
import {
  append,
  entry,
  numbersOf,
  openDesk,
  readAll,
  useJournal,
} from '../../../support/journal-desk';
import { put, type TabDesk } from '../../../support/tab-sheet';

describe('columns are found by their titles', () => {
  const withLines = (): TabDesk => {
    const desk = openDesk();
    desk.use((sheet) => append(sheet, [entry('a', 'x'), entry('b', 'y')]));
    return desk;
  };
  const bodies = (desk: TabDesk): readonly string[] =>
    useJournal(desk, readAll).map(({ request }) => request.body);
  /** Puts a column of the user's before the one at that place. */
  const insertColumn = (desk: TabDesk, before: number): void =>
    desk.desk.execute(() => {
      const sheet = sheetInHand('Diário');
      sheet.insertColumnBefore(before);
      for (const [index, text] of ['Minha nota', 'n1', 'n2'].entries())
        sheet.getRange(index + 1, before).setValue(text);
    });

  it.each([1, 3, 7, 11, 17])(
    'a column of the user’s at place %i keeps what is theirs',
    (before) => {
      const desk = withLines();
      insertColumn(desk, before);
      desk.use((sheet) => append(sheet, [entry('c', 'z')]));
      expect(bodies(desk)).toEqual(['x', 'y', 'z']);
      expect(desk.desk.rows('Diário').map((row) => row['Minha nota'])).toEqual(['n1', 'n2', null]);
      expect(numbersOf(desk)).toEqual([1, 2, 3]);
    },
  );

  it('in any of the three languages, and a renamed one by its mark', () => {
    const desk = withLines();
    desk.use((sheet) => {
      put(sheet, [1, 7], 'Status');
      put(sheet, [1, 11], 'O que veio');
    });
    expect(useJournal(desk, isWhole)).toBe(true);
    expect(bodies(desk)).toEqual(['x', 'y']);
  });

  it('under rows that the user put above the header, without touching them', () => {
    const desk = withLines();
    desk.use((sheet) => {
      sheet.insertRow(1);
      put(sheet, [1, 1], 'Diário da loja');
    });
    desk.use((sheet) => append(sheet, [entry('c', 'z')]));
    expect(bodies(desk)).toEqual(['x', 'y', 'z']);
    expect(desk.use((sheet) => sheet.read({ row: 1, column: 1, rows: 2, columns: 1 }))).toEqual([
      ['Diário da loja'],
      ['# 3'],
    ]);
  });

  it('a deleted header comes back above the lines', () => {
    const desk = withLines();
    desk.use((sheet) => sheet.deleteRows(1, 1));
    expect(useJournal(desk, isWhole)).toBe(false);
    desk.use((sheet) => repairJournal(sheet, 'pt'));
    expect(useJournal(desk, isWhole)).toBe(true);
    expect(bodies(desk)).toEqual(['x', 'y']);
    expect(useJournal(desk, highestNumber)).toBe(2);
  });

  it('a cleared header costs nothing but the number it said', () => {
    const desk = withLines();
    desk.use((sheet) => {
      const width = sheet.maxColumns();
      sheet.write({ row: 1, column: 1, rows: 1, columns: width }, [Array(width).fill('')]);
    });
    expect(bodies(desk)).toEqual(['x', 'y']);
    expect(useJournal(desk, ({ saidNumber }) => saidNumber)).toBeNull();
  });

  it('a column that is gone comes back blank at the right end', () => {
    const desk = openDesk();
    desk.use((sheet) => {
      put(sheet, [1, 6], 'outra coisa');
      sheet.markColumn(6, 'plantao.column', 'nothing of ours');
    });
    const journal = desk.use((sheet) => repairJournal(sheet, 'es'));
    expect(isWhole(journal)).toBe(true);
  });
});
