import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CellValue, Sheet } from '../../../src/platform/services';
import { keep, type RowContent } from '../../../src/sheets/definition';
import { deleteRows } from '../../../src/sheets/delete-rows';
import { openTab } from '../../../src/sheets/open-tab';
import { tabs } from '../../../src/tabs/tabs';
import { makeRoom, mendFormulas, writeRows, type RowWrite } from '../../../src/sheets/write-rows';
import { openTabDesk, put, type TabDesk } from '../../support/tab-sheet';

const tab = tabs.agentsNow;
const width = tab.columns.length;
const nowMs = Date.UTC(2026, 9, 1, 12);
const options = { nowMs, offsetMinutes: -180, nowCell: () => '$Z$1' };

const agent = (name: string): RowContent => ({
  agent: name,
  online: true,
  available: false,
  since: nowMs,
});

/** Writes contents by key over the rows that stand there, or as new ones. */
function write(sheet: Sheet, contents: Readonly<Record<string, RowContent>>): void {
  const open = openTab(tab, sheet);
  const writes = Object.entries(contents).map(([key, content]): RowWrite => ({
    key,
    existing: open.byKey.get(key) ?? null,
    content,
    state: '{"s":1}',
  }));
  makeRoom(open, writes);
  writeRows(open, writes, options);
}

describe('writing rows', () => {
  let tabDesk: TabDesk;
  const writesMade = (): number => tabDesk.calls.filter((call) => call === 'write').length;
  const column = (index: number): readonly CellValue[] =>
    tabDesk.use((sheet) =>
      sheet.read({ row: 2, column: index, rows: 6, columns: 1 }).map(([value = '']) => value),
    );
  beforeEach(() => {
    tabDesk = openTabDesk(tab);
  });

  it('new rows go below, in one block beside the record, with their key, number, time and state', () => {
    tabDesk.use((sheet) => write(sheet, { a: agent('Ana'), b: agent('Bia'), c: agent('Caio') }));
    expect(writesMade()).toBe(2);
    expect(tabDesk.desk.rows('Agora')).toMatchObject([
      { Agente: 'Ana', Chave: 'a', Nº: 1, Gravado: nowMs, Estado: '{"s":1}', Online: true },
      { Agente: 'Bia', Chave: 'b', Nº: 2 },
      { Agente: 'Caio', Chave: 'c', Nº: 3 },
    ]);
  });

  it('a row that stands is written where it stands, with its number and time', () => {
    tabDesk.use((sheet) => write(sheet, { a: agent('Ana'), b: agent('Bia') }));
    tabDesk.use((sheet) => write(sheet, { a: agent('Ana Maria'), c: agent('Caio') }));
    expect(column(1)).toEqual(['Ana Maria', 'Bia', 'Caio', '', '', '']);
    expect(column(width + 2)).toEqual([1, 2, 3, '', '', '']);
  });

  it('a formula points into its own row and at the present, and is written once', () => {
    tabDesk.use((sheet) => write(sheet, { a: agent('Ana'), b: agent('Bia') }));
    expect(tabDesk.desk.formulas('Agora')).toEqual([
      '=IF(D2="","",$Z$1-D2)',
      '=IF(D3="","",$Z$1-D3)',
    ]);
    tabDesk.use((sheet) => put(sheet, [2, 3], 'da pessoa'));
    tabDesk.use((sheet) => write(sheet, { a: agent('Ana') }));
    expect(column(3)[0]).toBe('da pessoa');
  });

  it('formulas that are gone are written anew in one block, however many rows there are', () => {
    tabDesk.use((sheet) => write(sheet, { a: agent('Ana'), b: agent('Bia'), c: agent('Caio') }));
    for (const row of [2, 3, 4]) tabDesk.use((sheet) => put(sheet, [row, 3], ''));
    tabDesk.use((sheet) => mendFormulas(openTab(tab, sheet), () => '$Z$1'));
    expect(tabDesk.desk.formulas('Agora')).toEqual([
      '=IF(D2="","",$Z$1-D2)',
      '=IF(D3="","",$Z$1-D3)',
      '=IF(D4="","",$Z$1-D4)',
    ]);
    expect(writesMade()).toBe(1);
  });

  it("the user's column between ours is neither read nor written; one block on each side", () => {
    tabDesk.use((sheet) => {
      sheet.addColumns(1);
      const header = sheet.read({ row: 1, column: 1, rows: 1, columns: width + 5 })[0] ?? [];
      const moved = [...header.slice(0, 1), 'Ramal', ...header.slice(1)];
      sheet.write({ row: 1, column: 1, rows: 1, columns: moved.length }, [moved]);
      put(sheet, [2, 2], 42);
    });
    tabDesk.use((sheet) => write(sheet, { a: agent('Ana'), b: agent('Bia') }));
    expect(writesMade()).toBe(3);
    expect(column(2).slice(0, 2)).toEqual([42, '']);
    expect(tabDesk.desk.rows('Agora')).toMatchObject([
      { Agente: 'Ana', Ramal: 42, Online: true, Chave: 'a' },
      { Agente: 'Bia', Ramal: null, Chave: 'b' },
    ]);
  });

  it('the record is written first, then a row’s key, then its cells', () => {
    const areas: number[] = [];
    tabDesk.use((sheet) => {
      sheet.addColumns(1);
      const header = sheet.read({ row: 1, column: 1, rows: 1, columns: width + 5 })[0] ?? [];
      const moved = [header[0] ?? '', 'Ramal', ...header.slice(1)];
      sheet.write({ row: 1, column: 1, rows: 1, columns: moved.length }, [moved]);
    });
    tabDesk.use((sheet) => {
      const noting: Sheet = {
        ...sheet,
        write: (area, values) => {
          areas.push(area.column);
          sheet.write(area, values);
        },
      };
      write(noting, { a: agent('Ana') });
    });
    expect(areas).toEqual([width + 6, 3, 1]);
  });

  it('the record counts new rows, and remembers births ahead of our clock', () => {
    const day = 86_400_000;
    const dueMs = nowMs + 600_000;
    const births = {
      'a|1': { bornMs: [nowMs + day, nowMs + day], toldMs: 0 },
      'a|2': { bornMs: null, toldMs: nowMs + 3_600_000 },
      'b|1': { bornMs: null, toldMs: nowMs + 300 * day },
      'c|1': { bornMs: [nowMs, nowMs + 500_000], toldMs: nowMs + 500_000 },
      'd|1': { bornMs: [nowMs + 30 * day, nowMs + 30 * day], toldMs: nowMs },
    } as const;
    const record = tabDesk.use((sheet) => {
      const writes = Object.entries(births).map(([key, birth]): RowWrite => ({
        key,
        existing: null,
        content: agent(key),
        state: '{}',
        birth,
      }));
      writeRows(openTab(tab, sheet), writes, options);
      return openTab(tab, sheet).record;
    });
    expect(record).toEqual({
      last: 5,
      ahead: {
        a: [[dueMs, nowMs + day]],
        b: [[dueMs, nowMs + 7 * day]],
        d: [
          [dueMs, nowMs + 7 * day],
          [nowMs + 30 * day, nowMs + 30 * day],
        ],
      },
    });
  });

  it('deleted rows leave a gap, and numbers go on above it', () => {
    tabDesk.use((sheet) => write(sheet, { a: agent('Ana'), b: agent('Bia'), c: agent('Caio') }));
    tabDesk.use((sheet) => deleteRows(tab, sheet, (key) => key !== 'b'));
    tabDesk.use((sheet) => write(sheet, { d: agent('Davi') }));
    expect(column(1).slice(0, 3)).toEqual(['Bia', 'Davi', '']);
    expect(column(width + 2).slice(0, 2)).toEqual([2, 4]);
  });

  it('"keep" leaves a cell as it is, and a column that is gone is left out', () => {
    tabDesk.use((sheet) => write(sheet, { a: agent('Ana') }));
    tabDesk.use((sheet) => write(sheet, { a: { ...agent('outro'), agent: keep } }));
    expect(column(1)[0]).toBe('Ana');
    tabDesk.use((sheet) => put(sheet, [1, 4], ''));
    tabDesk.use((sheet) => write(sheet, { b: agent('Bia') }));
    expect(tabDesk.desk.rows('Agora')).toHaveLength(2);
  });

  it('rows apart are blocks apart; touching ones are one', () => {
    const many = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`k${n}`, agent(`A${n}`)] as const));
    tabDesk.use((sheet) => write(sheet, many));
    const some = { k1: agent('x'), k2: agent('x'), k4: agent('x'), novo: agent('x') };
    tabDesk.use((sheet) => write(sheet, some));
    // Each block is cut in two by the formula column of rows that stand already; the new row joins nothing.
    expect(column(1)).toEqual(['x', 'x', 'A3', 'x', 'A5', 'x']);
    expect(writesMade()).toBeLessThanOrEqual(6);
  });

  it('the grid grows when the rows do not fit, and everything is there', () => {
    const many = Object.fromEntries(
      Array.from({ length: 450 }, (_unused, index) => [`k${index}`, agent(`A${index}`)] as const),
    );
    tabDesk.use((sheet) => write(sheet, many));
    expect(tabDesk.calls).toContain('addRows');
    expect(tabDesk.use((sheet) => [sheet.lastRow(), sheet.maxRows()])).toEqual([451, 700]);
    tabDesk.use((sheet) => write(sheet, { z: agent('Zoé') }));
    expect(tabDesk.calls).not.toContain('addRows');
  });

  it('to a tab that is not whole nothing is written', () => {
    tabDesk.use((sheet) => put(sheet, [1, width + 1], 'Outra'));
    expect(() => tabDesk.use((sheet) => write(sheet, { a: agent('Ana') }))).toThrow('not whole');
    expect(tabDesk.desk.rows('Agora')).toEqual([]);
  });
});
