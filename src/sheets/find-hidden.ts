import type { CellValue, Sheet } from '../platform/services';
import type { TabDefinition } from './definition';
import {
  hiddenColumnsOf,
  hiddenMark,
  hiddenTitles,
  isHiddenBlock,
  type HiddenColumn,
} from './hidden-columns';
import { columnMark, topRows, type Cells } from './layout';

/** Where each hidden column stands, whatever the user did to it; one that is gone is missing. */
export type HiddenPlaces = Map<HiddenColumn | 'record', number>;

/**
 * Finds the hidden columns one by one: by their marks; in a tab of a version that did not mark them, by their titles, else by what
 * their cells hold. A title alone is not believed where there are marks: the user may have a column of that name.
 */
export function findHidden(tab: TabDefinition, sheet: Sheet): HiddenPlaces {
  const marked = sheet.markedColumns(columnMark);
  const names = [...hiddenColumnsOf(tab), 'record'] as const;
  const places: HiddenPlaces = new Map();
  for (const name of names) {
    const place = marked.get(hiddenMark(name));
    if (place !== undefined) places.set(name, place);
  }
  if (places.size > 0) return places;
  const visible = tab.columns.flatMap(({ id }) => marked.get(id) ?? []);
  const byTitle = findByTitle(tab, sheet, new Set(visible));
  return byTitle.size === hiddenColumnsOf(tab).length
    ? byTitle
    : (findByContents(tab, sheet) ?? byTitle);
}

/** Columns whose title stands once among those that are not visible ones, in the row that has most of the titles. */
function findByTitle(tab: TabDefinition, sheet: Sheet, visible: ReadonlySet<number>): HiddenPlaces {
  let best: HiddenPlaces = new Map();
  for (const row of readTop(sheet)) {
    const places: HiddenPlaces = new Map();
    for (const name of hiddenColumnsOf(tab)) {
      const columns = row.flatMap((cell, index) =>
        cell === hiddenTitles[name] && !visible.has(index + 1) ? [index + 1] : [],
      );
      const [only] = columns;
      if (only !== undefined && columns.length === 1) places.set(name, only);
    }
    if (places.size > best.size) best = places;
  }
  return best;
}

/** The first rows of a sheet, where its header is looked for. */
export function readTop(sheet: Sheet): Cells {
  const rows = Math.min(topRows, sheet.maxRows());
  return sheet.read({ row: 1, column: 1, rows, columns: sheet.maxColumns() });
}

const sampleRows = 200;

/** The last columns, side by side, that hold a key, a number, an epoch and a state in every row that has such a number. */
function findByContents(tab: TabDefinition, sheet: Sheet): HiddenPlaces | null {
  const rows = Math.min(sampleRows, sheet.lastRow());
  if (rows < 1) return null;
  const columns = sheet.maxColumns();
  const sample = sheet.read({ row: sheet.lastRow() - rows + 1, column: 1, rows, columns });
  const names = hiddenColumnsOf(tab);
  for (let start = columns - names.length; start >= 0; start -= 1) {
    const blocks = sample.map((row) => row.slice(start, start + names.length));
    const numbered = blocks.filter(([, number]) => typeof number === 'number');
    if (numbered.length > 0 && numbered.every(isHiddenBlock))
      return new Map(names.map((name, index) => [name, start + 1 + index] as const));
  }
  return null;
}

/** What the hidden cells say, row by row from the first on; blank where the column is gone. */
export interface HiddenCells {
  readonly keys: readonly CellValue[];
  readonly numbers: readonly CellValue[];
}

/** A row is ours where a number stands beside its key. */
export const isOurs = (key: CellValue | undefined, number: CellValue | undefined): boolean =>
  key !== undefined && key !== '' && typeof number === 'number';
