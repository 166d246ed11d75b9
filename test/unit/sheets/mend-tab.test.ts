import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Sheet } from '../../../src/platform/services';
import { hiddenColumnsOf } from '../../../src/sheets/hidden-columns';
import { mendTab } from '../../../src/sheets/mend-tab';
import { openTab, type OpenTab } from '../../../src/sheets/open-tab';
import { tabs } from '../../../src/tabs/tabs';
import { fillKeys, openTabDesk, put, type TabDesk } from '../../support/tab-sheet';

const firstMs = Date.UTC(2026, 9, 1);
const nowMs = firstMs + 86_400_000;
const keys = Array.from({ length: 30 }, (_unused, index) => `huggy|${index + 1}`);

type Deed = (sheet: Sheet, width: number) => void;

const columnOf = (sheet: Sheet, row: number, title: string): number =>
  (sheet.read({ row, column: 1, rows: 1, columns: sheet.maxColumns() })[0] ?? []).indexOf(title) +
  1;
const blankRow = (sheet: Sheet, row: number): void =>
  sheet.write({ row, column: 1, rows: 1, columns: sheet.maxColumns() }, [
    Array.from({ length: sheet.maxColumns() }, () => ''),
  ]);

const mendable: readonly (readonly [string, Deed])[] = [
  ['Chave renamed', (sheet, width) => put(sheet, [1, width + 1], 'Código')],
  [
    'all hidden titles renamed',
    (sheet, width) => {
      for (const at of [1, 2, 3]) put(sheet, [1, width + at], `Título ${at}`);
    },
  ],
  ['the header cleared', (sheet) => blankRow(sheet, 1)],
  ['the header deleted', (sheet) => sheet.deleteRows(1, 1)],
  ['the header moved into the rows', (sheet) => sheet.moveRow(1, 12)],
  ['the header moved just below the first row', (sheet) => sheet.moveRow(2, 1)],
  [
    'three rows above the header',
    (sheet) => {
      for (let count = 0; count < 3; count += 1) sheet.insertRow(1);
      put(sheet, [1, 1], 'Operação');
    },
  ],
  [
    'many rows above the header',
    (sheet) => {
      for (let count = 0; count < 15; count += 1) sheet.insertRow(1);
      put(sheet, [1, 1], 'Operação');
    },
  ],
  ['a hidden column moved away', (sheet) => sheet.moveColumnToEnd(columnOf(sheet, 1, 'Nº'))],
  [
    'a column of the same name',
    (sheet, width) => {
      sheet.addColumns(1);
      put(sheet, [1, sheet.maxColumns()], 'Chave');
      sheet.moveColumnToEnd(width + 2);
    },
  ],
  ['the record changed', (sheet) => put(sheet, [1, sheet.maxColumns()], 'meu')],
];

describe.each([tabs.agentStatus, tabs.agentsNow])('mending $id', (tab) => {
  let tabDesk: TabDesk;
  const width = tab.columns.length;
  const mended = (): { isReadable: boolean; open: OpenTab } =>
    tabDesk.use((sheet) => {
      const { isReadable } = mendTab(sheet, tab, { language: 'pt', nowMs });
      return { isReadable, open: openTab(tab, sheet) };
    });
  beforeEach(() => {
    tabDesk = openTabDesk(tab);
    tabDesk.use((sheet) => fillKeys(sheet, tab, { row: 2, keys, firstMs }));
    tabDesk.use((sheet) => {
      if (tab.kind !== 'register') return;
      const states = keys.map(() => ['{}']);
      sheet.write({ row: 2, column: width + 4, rows: keys.length, columns: 1 }, states);
    });
  });

  it.each(mendable)('%s: every row keeps its key, number and time', (_name, deed) => {
    const before = tabDesk.use((sheet) => [...openTab(tab, sheet).byKey.values()]);
    tabDesk.use((sheet) => deed(sheet, width));
    const { isReadable, open } = mended();
    expect(isReadable).toBe(true);
    expect(open.isWhole).toBe(true);
    const told = (rows: typeof before) =>
      rows.map(({ key, number, writtenAtMs, state }) => [key, number, writtenAtMs, state]);
    expect(told([...open.byKey.values()])).toEqual(told(before));
    expect(open.record.last).toBeGreaterThanOrEqual(keys.length);
    const header = tabDesk.use((sheet) => columnOf(sheet, open.layout.headerRow, 'Conta'));
    expect(header).toBeGreaterThan(0);
  });

  it.each(mendable)('%s, in a tab of a version that marked no hidden columns', (name, deed) => {
    tabDesk.forgetMarks();
    tabDesk.use((sheet) => deed(sheet, width));
    const { isReadable, open } = mended();
    // Two columns of one name, apart from the others: nobody can tell which is ours.
    const wanted = name === 'a column of the same name' ? [false, []] : [true, keys];
    expect([isReadable, [...open.byKey.keys()]]).toEqual(wanted);
  });

  it('a lost record begins anew above all numbers, with one left out, and trusts no birth for some hours', () => {
    tabDesk.use((sheet) => put(sheet, [1, sheet.maxColumns()], ''));
    const { open } = mended();
    expect(open.record.last).toBe(keys.length + 1);
    expect(open.record.ahead).toEqual({ '*': [[0, nowMs + 14 * 3_600_000]] });
    expect(open.windowFromMs).toBe(Infinity);
  });

  it.each(hiddenColumnsOf(tab).filter((name) => name === 'key' || name === 'state'))(
    'without %s nothing is touched, and the tab cannot be read',
    (name) => {
      const column = width + 1 + hiddenColumnsOf(tab).indexOf(name);
      tabDesk.deleteColumn(column);
      const cells = (sheet: Sheet) =>
        sheet.read({ row: 1, column: 1, rows: 40, columns: sheet.maxColumns() });
      const before = tabDesk.use(cells);
      expect(mended().isReadable).toBe(false);
      expect(tabDesk.use(cells)).toEqual(before);
    },
  );

  it.each(['number', 'writtenAt'] as const)('without %s rows count as old', (name) => {
    const column = width + 1 + hiddenColumnsOf(tab).indexOf(name);
    tabDesk.deleteColumn(column);
    const { isReadable, open } = mended();
    expect([isReadable, [...open.byKey.keys()]]).toEqual([true, keys]);
    expect(open.windowFromMs).toBe(Infinity);
  });

  it('a tab whose rows are all gone is made whole without a word', () => {
    tabDesk.use((sheet) => {
      sheet.deleteRows(2, keys.length);
      put(sheet, [1, width + 1], 'Código');
    });
    expect(mended()).toMatchObject({ isReadable: true, open: { isWhole: true } });
  });
});
