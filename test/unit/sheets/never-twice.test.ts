import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CellValue, Sheet } from '../../../src/platform/services';
import { deleteRows } from '../../../src/sheets/delete-rows';
import { hiddenColumnsOf, hiddenTitles } from '../../../src/sheets/hidden-columns';
import { locateAll } from '../../../src/sheets/locate';
import { openTab, type OpenTab } from '../../../src/sheets/open-tab';
import { emptyRecord, writeRecord } from '../../../src/sheets/tab-record';
import { tabs } from '../../../src/tabs/tabs';
import { writeRows, type RowWrite } from '../../../src/sheets/write-rows';

const tab = tabs.outages;
const minuteMs = 60_000;
const weekMs = 7 * 1440 * minuteMs;
const firstMs = Date.UTC(2026, 9, 1);
const width = tab.columns.length + hiddenColumnsOf(tab).length + 1;
const keyIndex = tab.columns.length;

type Grid = CellValue[][];

/** As far as opening, writing and deleting go. */
const isSheet = (value: object): value is Sheet => 'read' in value && 'write' in value;

/** A sheet in memory that is always too long to be read whole. */
function openGrid(): { readonly sheet: Sheet; readonly grid: Grid } {
  const header = [
    ...tab.columns.map(({ title }) => title.pt),
    ...hiddenColumnsOf(tab).map((name) => hiddenTitles[name]),
    writeRecord(emptyRecord),
  ];
  const grid: Grid = [header];
  const reading: Partial<Sheet> = {
    id: () => 1,
    maxRows: () => 1_000_000,
    maxColumns: () => width,
    lastRow: () => grid.length,
    read: ({ row, column, rows, columns }) =>
      Array.from({ length: rows }, (_unused, index) =>
        Array.from(
          { length: columns },
          (_cell, at) => grid[row - 1 + index]?.[column - 1 + at] ?? '',
        ),
      ),
    write: ({ row, column }, values) =>
      values.forEach((cells, index) => {
        const line = (grid[row - 1 + index] ??= Array.from({ length: width }, () => ''));
        cells.forEach((cell, at) => {
          line[column - 1 + at] = typeof cell === 'string' ? cell.replace(/^'/, '') : cell;
        });
      }),
    deleteRows: (row, count) => void grid.splice(row - 1, count),
  };
  if (!isSheet(reading)) throw new Error('not a sheet');
  return { sheet: reading, grid };
}

/** What happens to a tab: rows of a connection, whose clock is ahead by so much; a sort; rows deleted. */
type Deed =
  | {
      readonly kind: 'append';
      readonly count: number;
      readonly connection: string;
      readonly leadMs: number;
      readonly tellsBirth: boolean;
    }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'sort'; readonly by: 'number' | 'key'; readonly isReversed: boolean }
  | { readonly kind: 'delete'; readonly from: number; readonly count: number };

const leadMs = fc.constantFrom(0, 9, 30, 180, 3000, 43_200).map((minutes) => minutes * minuteMs);
const deeds = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('append' as const),
        count: fc.constantFrom(1, 3, 400, 1100),
        connection: fc.constantFrom('a', 'b'),
        leadMs,
        tellsBirth: fc.boolean(),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: leadMs }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('sort' as const),
        by: fc.constantFrom('number' as const, 'key' as const),
        isReversed: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('delete' as const),
        from: fc.double({ min: 0, max: 1, noNaN: true }),
        count: fc.constantFrom(1, 20, 900),
      }),
    },
  ),
  { minLength: 3, maxLength: 14 },
);

const crowd = {
  kind: 'append',
  count: 1100,
  connection: 'b',
  leadMs: 0,
  tellsBirth: true,
} as const;
/** A row whose vendor's clock is three hours ahead, then so many others that it is out of the window. */
const aheadThenCrowd: Deed[] = [
  { ...crowd, count: 1, connection: 'a', leadMs: 180 * minuteMs },
  crowd,
  crowd,
];

interface World {
  readonly sheet: Sheet;
  readonly grid: Grid;
  /** Births of all rows that ever were, by key: the plain model. */
  readonly births: Map<string, number>;
  /** Keys of rows whose vendor's clock is more than a week ahead. */
  readonly wild: Set<string>;
  nowMs: number;
}

function apply(world: World, deed: Deed): void {
  const { sheet, grid } = world;
  if (deed.kind === 'wait') world.nowMs += deed.ms;
  if (deed.kind === 'append') append(world, deed);
  if (deed.kind === 'sort') sort(grid, deed);
  if (deed.kind !== 'delete') return;
  const rows = [...openTab(tab, sheet, { everyRow: true }).byKey.values()];
  const start = Math.floor(deed.from * rows.length);
  const going = new Set(rows.slice(start, start + deed.count).map(({ key }) => key));
  deleteRows(tab, sheet, (key) => going.has(key));
}

/** A row born an hour to nothing ago by a clock that is ahead: 0 is a right one. Its event tells the birth, or only a time. */
function append(world: World, deed: Extract<Deed, { kind: 'append' }>): void {
  world.nowMs += minuteMs;
  const writes = Array.from({ length: deed.count }, (_unused, index): RowWrite => {
    const key = `${deed.connection}|${world.births.size}`;
    const bornMs = world.nowMs - (index % 60) * minuteMs + deed.leadMs;
    world.births.set(key, bornMs);
    if (deed.leadMs > weekMs) world.wild.add(key);
    const told = deed.leadMs <= weekMs && !deed.tellsBirth;
    const birth = {
      bornMs: told ? null : ([bornMs, bornMs] as const),
      toldMs: world.nowMs + deed.leadMs,
    };
    return { key, existing: null, content: {}, state: '', birth };
  });
  const options = { nowMs: world.nowMs, offsetMinutes: 0, nowCell: () => '' };
  writeRows(openTab(tab, world.sheet), writes, options);
}

function sort(grid: Grid, { by, isReversed }: Extract<Deed, { kind: 'sort' }>): void {
  const at = by === 'key' ? keyIndex : keyIndex + 1;
  const [header = [], ...rows] = grid;
  const sign = isReversed ? -1 : 1;
  rows.sort((a, b) => {
    const [x = '', y = ''] = [a[at], b[at]];
    return sign * (x < y ? -1 : x > y ? 1 : 0);
  });
  grid.splice(0, grid.length, header, ...rows);
}

const keysIn = (grid: World['grid']): readonly string[] =>
  grid.slice(1).map((row) => String(row[keyIndex]));

/** Keys that are taken for new; an event may tell an earlier birth than the first one did. */
function takenForNew(
  { births, wild, grid }: World,
  open: OpenTab,
  earlierMs: number,
): readonly string[] {
  const standing = keysIn(grid);
  const sought = standing.map((key) => ({
    key,
    createdAtMs: (births.get(key) ?? 0) - (wild.has(key) ? 0 : earlierMs),
  }));
  const hints = { recall: () => new Map(), keep: () => undefined };
  const places = locateAll(open, sought, { budget: { leftMs: 0 }, hints });
  return standing.filter((key) => places.get(key)?.kind === 'new');
}

describe('Whatever was appended, sorted and deleted', () => {
  it('no key that stands in the tab is ever taken for new without a search', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const world: World = { ...openGrid(), births: new Map(), wild: new Set(), nowMs: firstMs };
        for (const deed of list) {
          apply(world, deed);
          const open = openTab(tab, world.sheet);
          expect(open.isWhole).toBe(true);
          const standing = keysIn(world.grid);
          expect(new Set(standing).size).toBe(standing.length);
          for (const earlierMs of [0, 15 * minuteMs, 300 * minuteMs])
            expect(takenForNew(world, open, earlierMs)).toEqual([]);
        }
      }),
      { numRuns: 60, examples: [[aheadThenCrowd]] },
    );
  });

  it('ten minutes of further rows after a sort, new entities are new again without a search', () => {
    const world: World = { ...openGrid(), births: new Map(), wild: new Set(), nowMs: firstMs };
    const row = { kind: 'append', count: 1, connection: 'a', leadMs: 0, tellsBirth: true } as const;
    apply(world, { ...row, count: 3000 });
    apply(world, { kind: 'sort', by: 'number', isReversed: true });
    for (let minute = 0; minute < 12; minute += 1) apply(world, row);
    const open = openTab(tab, world.sheet);
    const means = {
      budget: { leftMs: 0 },
      hints: { recall: () => new Map(), keep: () => undefined },
    };
    const fresh = { key: 'a|new', createdAtMs: world.nowMs };
    expect(locateAll(open, [fresh], means).get('a|new')).toEqual({ kind: 'new' });
  });
});
