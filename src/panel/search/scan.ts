import type { CellValue } from '../../platform/services';
import type { LookupBudget } from '../../sheets/look-up';
import { toStretches } from '../../sheets/stretches';
import { readPlace, type OpenPlace } from './open-place';
import type { FoundRow } from './finding';

/** Columns to look at, and what is looked for there. */
export interface Aim {
  readonly columns: readonly number[];
  readonly isMeant: (text: string) => boolean;
  /** Rows that are looked at with one read. */
  readonly rowsAtOnce: number;
}

/** What a look found, and from which row upwards the next one goes on; 0: nothing is above. */
export interface Scanned {
  readonly found: readonly FoundRow[];
  readonly nextRow: number;
}

/** Reading so many rows or columns more costs less than another read. */
const rowsBetween = 500;
const columnsBetween = 4;

/** Looks at rows up to that one, from below, since the newest stand there; ends early once the budget is used up or enough were found. */
export function scanUp(
  place: OpenPlace,
  aim: Aim,
  {
    below,
    most,
    budget,
  }: { readonly below: number; readonly most: number; readonly budget: LookupBudget },
): Scanned {
  const first = Math.max(place.firstRow, below - aim.rowsAtOnce);
  const rows = below - first;
  if (rows < 1 || aim.columns.length === 0) return { found: [], nextRow: 0 };
  const hits = new Map<number, number>();
  for (const side of toStretches(aim.columns, columnsBetween)) {
    const columns = side.last - side.first + 1;
    const area = { row: first, column: side.first, rows, columns };
    readPlace(place, area, budget).forEach((cells, index) => {
      const column = aim.columns.find(
        (one) => isWithin(side, one) && aim.isMeant(textOf(cells[one - side.first])),
      );
      const row = first + index;
      if (column !== undefined && !hits.has(row)) hits.set(row, column);
    });
  }
  return readHits(place, hits, { above: first, most, budget });
}

const textOf = (cell: CellValue | undefined): string => String(cell ?? '');

const isWithin = (
  side: { readonly first: number; readonly last: number },
  column: number,
): boolean => side.first <= column && column <= side.last;

interface Rest {
  readonly above: number;
  readonly most: number;
  readonly budget: LookupBudget;
}

/** Reads the rows that were hit, the lowest first; those that there was no time for are looked at again. */
function readHits(
  place: OpenPlace,
  hits: ReadonlyMap<number, number>,
  { above, most, budget }: Rest,
): Scanned {
  const rows = [...hits.keys()].sort((a, b) => b - a);
  const taken = rows.slice(0, most);
  const found: FoundRow[] = [];
  let nextRow = taken.length < rows.length ? (taken[taken.length - 1] ?? above) : above;
  for (const run of [...toStretches(taken, rowsBetween)].reverse()) {
    if (found.length > 0 && budget.leftMs < 0) {
      nextRow = run.last + 1;
      break;
    }
    const count = run.last - run.first + 1;
    const area = { row: run.first, column: 1, rows: count, columns: place.width };
    const cells = readPlace(place, area, budget);
    for (const row of taken) {
      const [column, own] = [hits.get(row), cells[row - run.first]];
      if (column !== undefined && own !== undefined) found.push({ row, column, cells: own });
    }
  }
  return { found, nextRow: nextRow <= place.firstRow ? 0 : nextRow };
}
