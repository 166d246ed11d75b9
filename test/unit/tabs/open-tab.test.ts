import { beforeEach, describe, expect, it } from '@jest/globals';
import { restoreColumns } from '../../../src/tabs/create-tab';
import { openTab } from '../../../src/tabs/open-tab';
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
    expect(open).toMatchObject({ isComplete: true, isUnbroken: true, lastNumber: 0, nextRow: 2 });
    expect(open.layout.keyColumn).toBe(width + 1);
    expect(tabDesk.calls).toEqual(['maxRows', 'maxColumns', 'read']);
  });

  it('a short one is read whole', () => {
    const open = tabDesk.use((sheet) => {
      fillKeys(sheet, tab, { row: 2, keys: keysOf(5), firstMs });
      return openTab(tab, sheet);
    });
    expect(open).toMatchObject({ isComplete: true, isUnbroken: true, lastNumber: 5, nextRow: 7 });
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
    expect(open).toMatchObject({ isComplete: false, isUnbroken: true, lastNumber: 6000 });
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

  it('a deleted or a sorted row breaks the sequence', () => {
    const open = tabDesk.use((sheet) => {
      fillKeys(sheet, tab, { row: 2, keys: keysOf(6), firstMs });
      sheet.deleteRows(4, 1);
      return openTab(tab, sheet);
    });
    expect(open.isUnbroken).toBe(false);
    expect(open.lastNumber).toBe(6);
  });

  it('of a key that stands twice the first row counts', () => {
    const open = tabDesk.use((sheet) => {
      fillKeys(sheet, tab, { row: 2, keys: ['a', 'b', 'a'], firstMs });
      return openTab(tab, sheet);
    });
    expect(open.byKey.get('a')?.row).toBe(2);
  });

  it('hidden columns taken apart are missing until they are put back side by side', () => {
    tabDesk.use((sheet) => {
      fillKeys(sheet, tab, { row: 2, keys: ['a', 'b'], firstMs });
      put(sheet, [1, width + 2], 'Número');
    });
    expect(tabDesk.use((sheet) => openTab(tab, sheet)).layout.keyColumn).toBeNull();
    tabDesk.use((sheet) => restoreColumns(sheet, tab, 'pt'));
    const open = tabDesk.use((sheet) => openTab(tab, sheet));
    expect(open.layout.keyColumn).not.toBeNull();
    expect([...open.byKey.keys()]).toEqual(['a', 'b']);
  });
});
