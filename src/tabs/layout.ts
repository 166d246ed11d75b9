import { languages } from '../events/localized';
import type { CellValue, Sheet } from '../platform/services';
import type { TabDefinition } from './definition';
import { hiddenColumnsOf, hiddenTitles } from './hidden-columns';

/** Developer metadata keys: they stay with a sheet or column whatever the user renames or moves. */
export const tabMark = 'plantao.tab';
export const columnMark = 'plantao.column';

/** Where the columns of a tab stand now (1-based). */
export interface Layout {
  /** Visible columns by id; a column that the user deleted is missing. */
  readonly columns: ReadonlyMap<string, number>;
  /** First of the hidden columns, which stand side by side; null when the user took them apart. */
  readonly keyColumn: number | null;
}

/**
 * Reads the layout from the header row. Titles decide while they are all there, once each, in any of the three languages;
 * otherwise the marks are asked (one more service call).
 */
export function readLayout(tab: TabDefinition, header: readonly CellValue[], sheet: Sheet): Layout {
  const keyColumn = findKeyColumn(tab, header);
  const byTitle = columnsByTitle(tab, withoutHidden(tab, header, keyColumn));
  const columns =
    byTitle.size === tab.columns.length ? byTitle : columnsByMark(tab, byTitle, sheet);
  return { columns, keyColumn };
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

function columnsByMark(
  tab: TabDefinition,
  byTitle: ReadonlyMap<string, number>,
  sheet: Sheet,
): Map<string, number> {
  const marked = sheet.markedColumns(columnMark);
  const found = new Map<string, number>();
  for (const { id } of tab.columns) {
    const place = marked.get(id) ?? byTitle.get(id);
    if (place !== undefined) found.set(id, place);
  }
  return found;
}

/** First of the hidden columns, side by side; null when they are not there so. */
export function findKeyColumn(tab: TabDefinition, header: readonly CellValue[]): number | null {
  const wanted = hiddenColumnsOf(tab).map((name) => hiddenTitles[name]);
  const start = header.findIndex((_title, index) =>
    wanted.every((title, offset) => header[index + offset] === title),
  );
  return wanted.length === 0 || start < 0 ? null : start + 1;
}
