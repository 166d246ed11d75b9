import { languages } from '../events/localized';
import type { CellValue, Sheet } from '../platform/services';
import type { TabDefinition } from './definition';
import { hiddenColumnsOf, hiddenTitles } from './hidden-columns';
import { readRecord, type TabRecord } from './tab-record';

/** Developer metadata keys: they stay with a sheet or column whatever the user renames or moves. */
export const tabMark = 'plantao.tab';
export const columnMark = 'plantao.column';

/** The header is looked for in so many rows: people put titles of their own above it. */
export const topRows = 10;

export type Cells = readonly (readonly CellValue[])[];

/** Where the columns of a tab stand now (1-based). */
export interface Layout {
  /** Row of the header; 1 when none was found. */
  readonly headerRow: number;
  /** Visible columns by id; a column that the user deleted is missing. */
  readonly columns: ReadonlyMap<string, number>;
  /** First of the hidden columns, which stand side by side; null when the user took them apart. */
  readonly keyColumn: number | null;
  /** Column whose header holds the tab's record; null when the record is gone. */
  readonly recordColumn: number | null;
  readonly record: TabRecord | null;
}

/**
 * Reads the layout from the first rows of a tab. Titles decide while they are all there, once each, in any of the three languages;
 * otherwise the marks are asked (one more service call).
 */
export function readLayout(tab: TabDefinition, top: Cells, sheet: Sheet): Layout {
  const found = findHeader(tab, top);
  const keyColumn = found?.keyColumn ?? null;
  const headerRow = found?.row ?? 1;
  const header = top[headerRow - 1] ?? [];
  const byTitle = columnsByTitle(tab, withoutHidden(tab, header, keyColumn));
  const columns =
    byTitle.size === tab.columns.length
      ? byTitle
      : columnsByMark(tab, { byTitle, keyColumn }, sheet);
  const recordIndex = header.findIndex((cell) => readRecord(cell) !== null);
  return {
    headerRow,
    columns,
    keyColumn,
    recordColumn: recordIndex < 0 ? null : recordIndex + 1,
    record: recordIndex < 0 ? null : readRecord(header[recordIndex]),
  };
}

/** The header with blanks over the hidden columns: their `Estado` is also what a column Status is called in Spanish. */
function withoutHidden(
  tab: TabDefinition,
  header: readonly CellValue[],
  keyColumn: number | null,
): readonly CellValue[] {
  if (keyColumn === null) return header;
  const end = keyColumn + hiddenColumnsOf(tab).length;
  return header.map((title, index) => (index + 1 >= keyColumn && index + 1 < end ? '' : title));
}

function columnsByTitle(tab: TabDefinition, header: readonly CellValue[]): Map<string, number> {
  const titles = header.map((title) => String(title).trim());
  const found = new Map<string, number>();
  for (const { id, title } of tab.columns) {
    const names = new Set(languages.map((language) => title[language]));
    const places = titles.flatMap((text, index) => (names.has(text) ? [index + 1] : []));
    const [only] = places;
    if (places.length === 1 && only !== undefined) found.set(id, only);
  }
  return found;
}

interface Found {
  readonly byTitle: ReadonlyMap<string, number>;
  readonly keyColumn: number | null;
}

/** A column that became a hidden one, since the header was mended in the very moment of another change, is gone as a visible one. */
function columnsByMark(
  tab: TabDefinition,
  { byTitle, keyColumn }: Found,
  sheet: Sheet,
): Map<string, number> {
  const marked = sheet.markedColumns(columnMark);
  const width = hiddenColumnsOf(tab).length;
  const isHidden = (column: number): boolean =>
    keyColumn !== null && column >= keyColumn && column < keyColumn + width;
  const found = new Map<string, number>();
  for (const { id } of tab.columns) {
    const place = marked.get(id) ?? byTitle.get(id);
    if (place !== undefined && !isHidden(place)) found.set(id, place);
  }
  return found;
}

/** The row of the header and the first of the hidden columns in it; null when no row has them side by side. */
export function findHeader(
  tab: TabDefinition,
  top: Cells,
): { readonly row: number; readonly keyColumn: number } | null {
  for (let index = 0; index < top.length; index += 1) {
    const keyColumn = findKeyColumn(tab, top[index] ?? []);
    if (keyColumn !== null) return { row: index + 1, keyColumn };
  }
  return null;
}

/** First of the hidden columns, side by side; null when they are not there so. */
function findKeyColumn(tab: TabDefinition, header: readonly CellValue[]): number | null {
  const wanted = hiddenColumnsOf(tab).map((name) => hiddenTitles[name]);
  const start = header.findIndex((_title, index) =>
    wanted.every((title, offset) => header[index + offset] === title),
  );
  return wanted.length === 0 || start < 0 ? null : start + 1;
}
