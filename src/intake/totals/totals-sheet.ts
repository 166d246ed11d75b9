import { parseObject } from '../../events/decode-record';
import { addMeasures, type GrowingSums, type Measures } from '../../measures/sums';
import { readOpenKey } from '../../measures/total-key';
import type { CellValue, Sheet } from '../../platform/services';
import { toBlocks } from '../../sheets/blocks';
import { readMeasures } from '../write/move-records';

/** A row of Totais. */
export interface TotalRow {
  key: string;
  measures: Record<string, number>;
  /** Number of the last record that it has counted. */
  through: number;
}

/** Totais from some row on, to be added to and saved. Rows of one key add up: a late number of an old day gets a further row. */
export interface Totals {
  readonly sheet: Sheet;
  readonly firstRow: number;
  /** One for each row of the sheet from the first on; one without a key is blank. */
  rows: TotalRow[];
  readonly byKey: Map<string, TotalRow>;
  readonly changed: Set<TotalRow>;
  /** How many rows were read. */
  readonly readRows: number;
  isRewritten: boolean;
}

const columns = 3;

/** Reads the book from below the rows that are sealed. One call: blank rows cost less than to ask for the last one. */
export function openTotals(sheet: Sheet, sealedRows: number): Totals {
  const firstRow = Math.min(2 + sealedRows, sheet.maxRows());
  const count = sheet.maxRows() - firstRow + 1;
  const cells = sheet.read({ row: firstRow, column: 1, rows: count, columns });
  const rows = withoutEnd(cells).map(toRow);
  const byKey = new Map<string, TotalRow>();
  for (const row of rows) if (row.key !== '' && !byKey.has(row.key)) byKey.set(row.key, row);
  return {
    sheet,
    firstRow,
    rows,
    byKey,
    changed: new Set(),
    readRows: rows.length,
    isRewritten: false,
  };
}

/** Without the blank rows below the last one. */
function withoutEnd(cells: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] {
  let count = cells.length;
  while (count > 0 && cells[count - 1]?.[0] === '') count -= 1;
  return cells.slice(0, count);
}

const toRow = ([key = '', text = '', through = 0]: readonly CellValue[]): TotalRow => ({
  key: String(key),
  measures: { ...readMeasures(parseObject(String(text))) },
  through: Number(through),
});

/** The row of a key, made where there is none. */
function rowOf(totals: Totals, key: string): TotalRow {
  const known = totals.byKey.get(key);
  if (known !== undefined) return known;
  // A recount before the first record has the number 0.
  const row: TotalRow = { key, measures: {}, through: -1 };
  totals.byKey.set(key, row);
  totals.rows.push(row);
  return row;
}

/** Adds to a row what it has not counted yet; what comes to nothing leaves a blank row. */
export function addTo(
  totals: Totals,
  key: string,
  { more, number }: { readonly more: Measures; readonly number: number },
): void {
  const row = rowOf(totals, key);
  if (row.through >= number) return;
  const sums: GrowingSums = new Map([[key, row.measures]]);
  addMeasures(sums, [key, more]);
  row.measures = sums.get(key) ?? {};
  row.through = number;
  totals.changed.add(row);
}

/** Blank rows cannot tell what they have counted, so that is done once all is added. */
export function dropEmpty(totals: Totals): void {
  for (const row of totals.changed) {
    const isGone =
      readOpenKey(row.key.replace(/^\+/, '')) !== null && !((row.measures['since'] ?? 0) > 0);
    if (Object.keys(row.measures).length > 0 && !isGone) continue;
    totals.byKey.delete(row.key);
    row.key = '';
    row.measures = {};
  }
}

/** Writes what has changed. Buffered, but for rows that the grid lacks. */
export function saveTotals(totals: Totals): void {
  const { sheet, firstRow, rows, readRows, changed, isRewritten } = totals;
  const missing = firstRow + rows.length - 1 - sheet.maxRows();
  if (missing > 0) sheet.addRows(missing + 500);
  const blanks = Array.from({ length: Math.max(0, readRows - rows.length) }, () => blank);
  const all = [...rows, ...blanks].map((row, index) => ({ row, at: firstRow + index }));
  const due = isRewritten ? all : all.filter(({ row }) => changed.has(row));
  const cells = due.map(({ row, at }) => ({ row: at, cells: cellsOf(row) }));
  for (const { row, column, width, values } of toBlocks(cells))
    sheet.write({ row, column, rows: values.length, columns: width }, values);
}

const blank: TotalRow = { key: '', measures: {}, through: 0 };

const cellsOf = ({ key, measures, through }: TotalRow): ReadonlyMap<number, CellValue> =>
  new Map<number, CellValue>(
    key === ''
      ? [
          [1, ''],
          [2, ''],
          [3, ''],
        ]
      : [
          [1, `'${key}`],
          [2, `'${JSON.stringify(measures)}`],
          [3, through],
        ],
  );
