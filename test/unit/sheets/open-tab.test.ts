import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Sheet } from '../../../src/platform/services';
import { openTab } from '../../../src/sheets/open-tab';
import { tabs } from '../../../src/tabs/tabs';
import { fillKeys, keysOf, openTabDesk, put, type TabDesk } from '../../support/tab-sheet';

const tab = tabs.agentStatus;
const firstMs = Date.UTC(2026, 9, 1);
const width = tab.columns.length;

describe('opening a tab', () => {
  let tabDesk: TabDesk;
  beforeEach(() => {
    tabDesk = openTabDesk(tab);
  });

  it('a new one: nothing in it, the first row is free, one read', () => {
    const open = tabDesk.use((sheet) => openTab(tab, sheet));
    expect(open).toMatchObject({
      isComplete: true,
      isWhole: true,
      nextRow: 2,
      windowFromMs: Infinity,
    });
    expect(open.layout.keyColumn).toBe(width + 1);
    expect(tabDesk.calls).toEqual(['maxRows', 'maxColumns', 'read']);
  });

  it('a short one is read whole', () => {
    const open = tabDesk.use((sheet) => {
      fillKeys(sheet, tab, { row: 2, keys: keysOf(5), firstMs });
      return openTab(tab, sheet);
    });
    expect(open).toMatchObject({
      isComplete: true,
      isWhole: true,
      record: { last: 5 },
      nextRow: 7,
    });
    expect(open.byKey.get('k3')).toEqual({
      row: 4,
      key: 'k3',
      number: 3,
      writtenAtMs: firstMs + 2000,
      state: '',
    });
  });

  it('of a long one only the header and the last rows, in four calls beside the size', () => {
    tabDesk.use((sheet) => fillKeys(sheet, tab, { row: 2, keys: keysOf(6000), firstMs }));
    const open = tabDesk.use((sheet) => openTab(tab, sheet));
    expect(tabDesk.calls).toEqual(['maxRows', 'maxColumns', 'read', 'lastRow', 'read']);
    expect(open).toMatchObject({ isComplete: false, isWhole: true, record: { last: 6000 } });
    expect(open.nextRow).toBe(6002);
    expect(open.byKey.size).toBe(2000);
    expect(open.windowFromMs).toBe(firstMs + 4000 * 1000);
  });

  it('the window reaches back a quarter of an hour, however many rows that are', () => {
    tabDesk.use((sheet) => {
      fillKeys(sheet, tab, { row: 2, keys: keysOf(3000), firstMs });
      const column = width + 3;
      const burst = Array.from({ length: 2500 }, () => [firstMs + 3_000_000]);
      sheet.write({ row: 502, column, rows: 2500, columns: 1 }, burst);
    });
    const open = tabDesk.use((sheet) => openTab(tab, sheet));
    expect(open.isComplete).toBe(true);
    expect(open.windowFromMs).toBe(firstMs);
  });

  it("the user's check boxes far below do not push our rows down; what stands in our columns does", () => {
    tabDesk.use((sheet) => {
      fillKeys(sheet, tab, { row: 2, keys: keysOf(900), firstMs });
      sheet.addColumns(1);
      sheet.addRows(100);
      put(sheet, [1, width + 4], 'Visto');
      put(sheet, [950, width + 4], false);
    });
    expect(tabDesk.use((sheet) => openTab(tab, sheet)).nextRow).toBe(902);
    tabDesk.use((sheet) => put(sheet, [930, 1], 'minha nota'));
    expect(tabDesk.use((sheet) => openTab(tab, sheet)).nextRow).toBe(931);
  });

  it('when only the user’s cells are in the window, no entity is young enough to be new without a search', () => {
    tabDesk.use((sheet) => {
      fillKeys(sheet, tab, { row: 2, keys: keysOf(10), firstMs });
      sheet.addColumns(1);
      sheet.addRows(140_000);
      put(sheet, [140_000, width + 4], 'fim');
    });
    const open = tabDesk.use((sheet) => openTab(tab, sheet));
    expect(open.windowFromMs).toBe(Infinity);
    expect(open).toMatchObject({ isComplete: false, nextRow: 12 });
  });

  it('a deleted row cuts the run of the newest rows; the deleted newest one ends it, until one is appended', () => {
    const opened = (change: (sheet: Sheet) => void) =>
      tabDesk.use((sheet) => {
        change(sheet);
        return openTab(tab, sheet).windowFromMs;
      });
    tabDesk.use((sheet) => fillKeys(sheet, tab, { row: 2, keys: keysOf(6), firstMs }));
    expect(opened((sheet) => sheet.deleteRows(4, 1))).toBe(firstMs + 3000);
    expect(opened((sheet) => sheet.deleteRows(6, 1))).toBe(Infinity);
  });

  it('an order of the rows by anything else does not matter', () => {
    const open = tabDesk.use((sheet) => {
      fillKeys(sheet, tab, { row: 2, keys: keysOf(4000), firstMs });
      const area = { row: 3902, column: width + 1, rows: 100, columns: 3 };
      sheet.write(area, [...sheet.read(area)].reverse());
      return openTab(tab, sheet);
    });
    expect(open).toMatchObject({ isWhole: true, windowFromMs: firstMs + 2000 * 1000 });
  });

  it('an old block at the bottom is not taken for the newest', () => {
    const open = tabDesk.use((sheet) => {
      fillKeys(sheet, tab, { row: 2, keys: keysOf(4000), firstMs });
      const upper = { row: 2, column: width + 1, rows: 2000, columns: 3 };
      const lower = { ...upper, row: 2002 };
      const [old, young] = [sheet.read(upper), sheet.read(lower)];
      sheet.write(upper, young);
      sheet.write(lower, old);
      return openTab(tab, sheet);
    });
    expect(open).toMatchObject({ isWhole: true, windowFromMs: Infinity });
  });

  it('of a key that stands twice the first row counts', () => {
    const open = tabDesk.use((sheet) => {
      fillKeys(sheet, tab, { row: 2, keys: ['a', 'b', 'a'], firstMs });
      return openTab(tab, sheet);
    });
    expect(open.byKey.get('a')?.row).toBe(2);
  });

  it('bookkeeping, whose keys are not known yet, gets every row', () => {
    tabDesk.use((sheet) => fillKeys(sheet, tab, { row: 2, keys: keysOf(6000), firstMs }));
    const open = tabDesk.use((sheet) => openTab(tab, sheet, { everyRow: true }));
    expect(open).toMatchObject({ isComplete: true });
    expect(open.byKey.size).toBe(6000);
  });

  it.each<readonly [string, (sheet: Sheet) => void]>([
    ['a hidden title was changed', (sheet) => put(sheet, [1, width + 2], 'Número')],
    ['the record was changed', (sheet) => put(sheet, [1, width + 4], 'Registro {"last":"6"}')],
    [
      'a row is newer than the record',
      (sheet) => put(sheet, [1, width + 4], 'Registro {"last":0}'),
    ],
    ['all keys are gone', (sheet) => put(sheet, [2, width + 1], '')],
    ['a row of ours stands above the header', (sheet) => sheet.moveRow(2, 1)],
  ])('is not whole when %s', (_name, change) => {
    tabDesk.use((sheet) => fillKeys(sheet, tab, { row: 2, keys: keysOf(1), firstMs }));
    tabDesk.use((sheet) => put(sheet, [1, width + 4], 'Registro {"last":2}'));
    tabDesk.use(change);
    const isFine = tabDesk.use((sheet) => openTab(tab, sheet).isWhole);
    expect(isFine).toBe(false);
  });
});
