import type { CellValue } from '../../platform/services';
import { hiddenTitles, isAppendNumber, isHiddenBlock } from '../../sheets/hidden-columns';
import type { Cells } from '../../sheets/layout';

/** What is wrong with a tab, as far as its keys and numbers tell. */
export interface Faults {
  /** The first row of each key. */
  readonly rowOfKey: ReadonlyMap<string, number>;
  /** Rows to be looked at: of keys that stand twice, and those whose hidden cells have slipped aside. */
  readonly suspects: ReadonlySet<number>;
  /** Rows that bear the number of another one. */
  readonly renumbered: readonly number[];
  /** Rows that hold a header of ours: it was mended while the user put rows above it. */
  readonly headers: readonly number[];
  /** Numbers of the rows whose hidden cells stand in their place. */
  readonly numbers: ReadonlySet<number>;
  /** Numbers up to the newest that stand nowhere. */
  readonly absent: number;
}

/** Every key is `connection|id`; what a person wrote there without that sign is none of ours, nor is a state. */
const isKey = (cell: CellValue): boolean => /^[^{].*\|/s.test(String(cell));

/** Finds what is wrong with the rows of a tab: their keys and numbers, from the first row on; `last` is the newest number. */
export function findFaults(pairs: Cells, firstRow: number, last: number): Faults {
  const rowOfKey = new Map<string, number>();
  const keyOfNumber = new Map<number, string>();
  const suspects = new Set<number>();
  const renumbered: number[] = [];
  const headers: number[] = [];
  pairs.forEach(([cell = '', number = ''], index) => {
    const [row, key] = [firstRow + index, String(cell)];
    const known = rowOfKey.get(key);
    if (known !== undefined) suspects.add(known).add(row);
    if (number === hiddenTitles.number) headers.push(row);
    else if (isKey(number) || (key !== '' && !isKey(key))) suspects.add(row);
    if (!isKey(key)) return;
    if (known === undefined) rowOfKey.set(key, row);
    if (!isAppendNumber(number)) return;
    const owner = keyOfNumber.get(number);
    if (owner === undefined) keyOfNumber.set(number, key);
    else if (owner !== key) renumbered.push(row);
  });
  const numbers = new Set(keyOfNumber.keys());
  const absent = Math.max(0, last - numbers.size);
  return { rowOfKey, suspects, renumbered, headers, numbers, absent };
}

/** Columns that came or went in the middle of a writing set the hidden cells aside; so far they are looked for. */
const shifts = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6] as const;

/** The hidden cells in a row, where they should stand or beside it; null when there are none. */
export function findHiddenCells(
  cells: readonly CellValue[],
  keyColumn: number,
  width: number,
): { readonly hidden: readonly CellValue[]; readonly isAside: boolean } | null {
  for (const shift of shifts) {
    const start = keyColumn - 1 + shift;
    const hidden = cells.slice(start, start + width);
    if (hidden.length === width && isKey(hidden[0] ?? '') && isHiddenBlock(hidden))
      return { hidden, isAside: shift !== 0 };
  }
  return null;
}
