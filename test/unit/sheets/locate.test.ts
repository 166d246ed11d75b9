import { describe, expect, it } from '@jest/globals';
import type { Area, CellValue, Sheet } from '../../../src/platform/services';
import { locateAll, type LookupMeans, type Place } from '../../../src/sheets/locate';
import type { KeyRow } from '../../../src/sheets/key-window';
import type { OpenTab } from '../../../src/sheets/open-tab';
import { tabs } from '../../../src/tabs/tabs';

const hourMs = 3_600_000;
const keyColumn = 20;
const windowRows = 100;

/** As far as looking rows up goes. */
const isSheet = (value: object): value is Sheet => 'read' in value && 'find' in value;

/** A tab of that many rows, an hour apart, of which the window holds the last hundred; `calls` lists what was asked. */
function openFake(count: number) {
  const keys = Array.from({ length: count }, (_row, index) => `k${index + 1}`);
  const calls: string[] = [];
  const cellsAt = (index: number): CellValue[] => [
    keys[index] ?? '',
    index + 1,
    index * hourMs,
    '{}',
  ];
  const missing = (): never => {
    throw new Error('not a part of this test');
  };
  const reading = {
    id: () => 7,
    read: ({ row, rows, columns }: Area) => {
      calls.push(`read ${rows} × ${columns}`);
      return Array.from({ length: rows }, (_row, index) =>
        cellsAt(row - 2 + index).slice(0, columns),
      );
    },
    find: ({ row, rows }: Area, text: string) => {
      calls.push(`find ${text}`);
      const index = keys.indexOf(text);
      return index < row - 2 || index >= row - 2 + rows ? null : index + 2;
    },
  };
  const sheet: object = new Proxy(reading, {
    get: (target, name): unknown => Reflect.get(target, name) ?? missing,
  });
  if (!isSheet(sheet)) throw new Error('not a sheet');
  const toKeyRow = (key: string, index: number): KeyRow => ({
    row: index + 2,
    key,
    number: index + 1,
    writtenAtMs: index * hourMs,
    state: '{}',
  });
  const byKey = new Map(
    keys
      .map(toKeyRow)
      .slice(-windowRows)
      .map((row) => [row.key, row] as const),
  );
  const record = { last: count, ahead: { k: [[500 * hourMs, 2000 * hourMs]] } } as const;
  const open: OpenTab = {
    tab: tabs.conversations,
    sheet,
    layout: { headerRow: 1, columns: new Map(), keyColumn, recordColumn: 24, record },
    record,
    isWhole: true,
    firstRow: 2,
    byKey,
    isComplete: count <= windowRows,
    windowFromMs: Math.max(0, count - windowRows) * hourMs,
    nextRow: count + 2,
    lastNumberRow: count + 1,
    header: [],
  };
  return { open, calls, keys };
}

interface Kept {
  readonly means: LookupMeans;
  readonly kept: Map<string, number>;
}

function makeMeans(leftMs: number, hints: Readonly<Record<string, number>> = {}): Kept {
  const kept = new Map<string, number>();
  const recall = (_id: number, keys: readonly string[]) =>
    new Map(Object.entries(hints).filter(([key]) => keys.includes(key)));
  const keep = (_id: number, rows: ReadonlyMap<string, number>) => {
    for (const [key, row] of rows) kept.set(key, row);
  };
  return { means: { budget: { leftMs }, hints: { recall, keep } }, kept };
}

const seek = (...keys: readonly string[]) => keys.map((key) => ({ key, createdAtMs: null }));
const rowOf = (place: Place | undefined): number | string | undefined =>
  place?.kind === 'row' ? place.row.row : place?.kind;

describe('locateAll', () => {
  it('asks nothing for keys of the window, young entities and tabs read whole', () => {
    const { open, calls } = openFake(1000);
    const young = { key: 'young', createdAtMs: open.windowFromMs + hourMs };
    const places = locateAll(open, [...seek('k1000'), young], makeMeans(0).means);
    expect([rowOf(places.get('k1000')), rowOf(places.get('young'))]).toEqual([1001, 'new']);
    const whole = openFake(50);
    expect(rowOf(locateAll(whole.open, seek('x'), makeMeans(0).means).get('x'))).toBe('new');
    expect([...calls, ...whole.calls]).toEqual([]);
  });

  it('looks for an entity whose birth may have been ahead of our clock', () => {
    const { open, calls } = openFake(1000);
    const sought = ['k|x', 'other|x'].map((key) => ({ key, createdAtMs: 1500 * hourMs }));
    const places = locateAll(open, sought, makeMeans(1500).means);
    expect([...places.values()].map(rowOf)).toEqual(['new', 'new']);
    expect(calls).toEqual(['read 1000 × 1']);
  });

  it('searches an old key once, and finds it by its hint from then on', () => {
    const { open, calls } = openFake(40_000);
    const first = makeMeans(1500);
    expect(rowOf(locateAll(open, seek('k5'), first.means).get('k5'))).toBe(6);
    expect(calls).toEqual(['find k5', 'read 1 × 4']);
    calls.length = 0;
    const second = makeMeans(1500, Object.fromEntries(first.kept));
    expect(rowOf(locateAll(open, seek('k5'), second.means).get('k5'))).toBe(6);
    expect(calls).toEqual(['read 1 × 4']);
  });

  it('does not trust a hint where another key stands, beyond the rows, or on the header', () => {
    for (const row of [8, 1, 5000, -3]) {
      const { open } = openFake(1000);
      const { means, kept } = makeMeans(1500, { k5: row });
      expect(rowOf(locateAll(open, seek('k5'), means).get('k5'))).toBe(6);
      expect(kept.get('k5')).toBe(6);
    }
  });

  it('takes a key for new when neither hint nor search finds it', () => {
    const { open } = openFake(1000);
    expect(
      rowOf(locateAll(open, seek('gone'), makeMeans(1500, { gone: 9 }).means).get('gone')),
    ).toBe('new');
  });

  it('reads the key column where that costs less than searching', () => {
    const { open, calls, keys } = openFake(1000);
    const wanted = [...keys.slice(0, 20), 'gone'];
    const places = locateAll(open, seek(...wanted), makeMeans(1500).means);
    expect(wanted.map((key) => rowOf(places.get(key)))).toEqual([
      ...Array.from({ length: 20 }, (_row, index) => index + 2),
      'new',
    ]);
    expect(calls).toEqual(['read 1000 × 1', 'read 20 × 4']);
  });

  it('leaves to a later run what the budget does not allow, and always gets on', () => {
    const { open, calls } = openFake(400_000);
    const places = locateAll(open, seek('k1', 'k200000', 'k300000'), makeMeans(700).means);
    expect([...places.values()].map(rowOf)).toEqual([2, 200_001, 'unsearched']);
    expect(calls).toEqual(['find k1', 'find k200000', 'read 1 × 4', 'read 1 × 4']);
  });
});
