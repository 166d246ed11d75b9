import { overdraw, readCost } from '../../sheets/look-up';
import { toKeyRows, type KeyRow } from '../../sheets/key-window';
import { ourColumns, type OpenTab } from '../../sheets/open-tab';
import { hiddenColumnsOf } from '../../sheets/hidden-columns';
import type { CellValue } from '../../platform/services';
import { toStretches } from '../../sheets/stretches';
import { readWhole, type Hand } from './check-step';
import { findFaults, findHiddenCells, type Faults } from './find-faults';

/** A row of ours that shares its key with another one, or whose hidden cells have slipped. */
export interface Suspect extends KeyRow {
  /** What stands in the cell of the key. */
  readonly shown: string;
  readonly isAside: boolean;
  /** Whether anything of the user's stands in the row. */
  readonly hasNotes: boolean;
}

/** What is wrong with a tab. */
export interface Survey extends Faults {
  /** Suspects by the key that they bear; only keys with something wrong. */
  readonly groups: ReadonlyMap<string, readonly Suspect[]>;
  /** Rows that stand in the place of another one, as far as can be told. */
  readonly surplus: number;
}

/** Rows whose keys and numbers are read at once. */
const rowsAtOnce = 50_000;

/** Reads the keys and numbers of all rows, and the rows with which something is wrong. */
export function survey(open: OpenTab, hand: Hand): Survey {
  const pairs: (readonly CellValue[])[] = [];
  for (let row = open.firstRow; row < open.nextRow; row += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, open.nextRow - row);
    overdraw(hand.budget, readCost(2 * rows));
    const area = { row, column: open.layout.keyColumn ?? 1, rows, columns: 2 };
    for (const pair of open.sheet.read(area)) pairs.push(pair);
  }
  const faults = findFaults(pairs, open.firstRow, open.record.last);
  const seen = readRows(open, hand, faults.suspects);
  // A key whose row has slipped may have got another row since.
  const twins = seen.flatMap(({ key, isAside }) =>
    isAside ? (faults.rowOfKey.get(key) ?? []) : [],
  );
  const others = new Set(twins.filter((row) => !faults.suspects.has(row)));
  const groups = groupByKey([...seen, ...readRows(open, hand, others)]);
  const renumbered = [...faults.renumbered, ...slippedOnto(faults.numbers, seen)];
  const alone = faults.renumbered.filter((row) => !faults.suspects.has(row));
  const surplus = [...groups.values()]
    .map((rows) => Math.max(rows.length - 1, rows.filter(({ isAside }) => isAside).length))
    .reduce((sum, count) => sum + count, alone.length);
  return { ...faults, renumbered, groups, surplus };
}

/** Rows whose cells have slipped and whose number, put back in its place, would be another row's. */
function slippedOnto(numbers: ReadonlySet<number>, seen: readonly Suspect[]): readonly number[] {
  const taken = new Set(numbers);
  return seen.flatMap(({ row, number, isAside }) => {
    const isTaken = isAside && taken.has(number);
    if (isAside) taken.add(number);
    return isTaken ? [row] : [];
  });
}

/** Reading so many rows more costs less than another read. */
const rowsBetween = 500;

function readRows(open: OpenTab, hand: Hand, wanted: ReadonlySet<number>): readonly Suspect[] {
  return toStretches([...wanted], rowsBetween).flatMap((run) =>
    readWhole(open, hand, run).flatMap((cells, index) => {
      const row = run.first + index;
      return wanted.has(row) ? (toSuspect(open, cells, row) ?? []) : [];
    }),
  );
}

/** Only keys with something wrong. */
function groupByKey(seen: readonly Suspect[]): ReadonlyMap<string, readonly Suspect[]> {
  const groups = new Map<string, readonly Suspect[]>();
  for (const suspect of seen)
    groups.set(suspect.key, [...(groups.get(suspect.key) ?? []), suspect]);
  const isWrong = ([first, second]: readonly Suspect[]): boolean =>
    second !== undefined || first?.isAside === true;
  return new Map([...groups].filter(([, rows]) => isWrong(rows)));
}

function toSuspect(open: OpenTab, cells: readonly CellValue[], row: number): Suspect | null {
  const keyColumn = open.layout.keyColumn ?? 1;
  const width = hiddenColumnsOf(open.tab).length;
  const shown = String(cells[keyColumn - 1] ?? '');
  const found = findHiddenCells(cells, keyColumn, width);
  const own = cells.slice(keyColumn - 1, keyColumn - 1 + width);
  const [keyRow] = toKeyRows([found?.hidden ?? (shown.includes('|') ? own : [])], row);
  if (keyRow === undefined) return null;
  const ours = new Set(ourColumns(open.tab, open.layout));
  const hasNotes = cells.some((cell, at) => cell !== '' && cell !== false && !ours.has(at + 1));
  return { ...keyRow, shown, isAside: found?.isAside === true, hasNotes };
}
