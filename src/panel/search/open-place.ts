import { openJournal } from '../../intake/journal/journal-layout';
import type { Area, CellValue, Services, Sheet } from '../../platform/services';
import type { Settings } from '../../settings/config';
import { findSheet } from '../../sheets/find-sheet';
import { readLayout, topRows, type Cells } from '../../sheets/layout';
import { overdraw, readCost, type LookupBudget } from '../../sheets/look-up';
import { tabs, type TabId } from '../../tabs/tabs';

/** A tab as it is searched: by reading alone. */
export interface OpenPlace {
  readonly tab: TabId;
  readonly sheet: Sheet;
  /** The first row below the header. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly width: number;
  readonly columns: ReadonlyMap<string, number>;
  /** Column of what tells a row: its key, or the number of a journal line; null where it is gone. */
  readonly keyColumn: number | null;
  /** The first rows, read at once: of a short tab all of them. */
  readonly top: Cells;
}

/** Rows that are read with the header: a short tab is read whole. */
const readAtOnce = 400;

/** Opens a tab; null when it is gone or its hidden columns are. */
export function openPlace(
  { workbook }: Services,
  { sheetIds }: Settings,
  { tab, budget }: { readonly tab: TabId; readonly budget: LookupBudget },
): OpenPlace | null {
  const sheet = findSheet(workbook, tabs[tab], sheetIds[tab]);
  if (sheet === null) return null;
  const [lastRow, width] = [sheet.lastRow(), sheet.maxColumns()];
  if (tab === 'journal') return openJournalPlace(sheet, { lastRow, width, budget });
  const rows = Math.max(1, Math.min(lastRow, readAtOnce));
  overdraw(budget, readCost(rows * width) + lastRowMs);
  const top = sheet.read({ row: 1, column: 1, rows, columns: width });
  const layout = readLayout(tabs[tab], top.slice(0, topRows), sheet);
  const { columns, keyColumn, headerRow } = layout;
  return keyColumn === null
    ? null
    : { tab, sheet, firstRow: headerRow + 1, lastRow, width, columns, keyColumn, top };
}

/** Published cost of asking a sheet for its last row. */
const lastRowMs = 60;

interface Size {
  readonly lastRow: number;
  readonly width: number;
  readonly budget: LookupBudget;
}

function openJournalPlace(sheet: Sheet, { lastRow, width, budget }: Size): OpenPlace | null {
  overdraw(budget, readCost(width) + lastRowMs);
  const { columns, headerRow } = openJournal(sheet);
  const keyColumn = columns.get('number') ?? null;
  const firstRow = headerRow + 1;
  return { tab: 'journal', sheet, firstRow, lastRow, width, columns, keyColumn, top: [] };
}

/** Reads cells, or takes them from what was read at the beginning. */
export function readPlace({ sheet, top }: OpenPlace, area: Area, budget: LookupBudget): Cells {
  const { row, column, rows, columns } = area;
  const until = row + rows - 1;
  if (until <= top.length)
    return top.slice(row - 1, until).map((cells) => cells.slice(column - 1, column - 1 + columns));
  overdraw(budget, readCost(rows * columns));
  return sheet.read(area);
}

/** What a row of the place says in a column; blank where the column is gone. */
export const cellAt = (
  { columns }: OpenPlace,
  cells: readonly CellValue[],
  id: string,
): CellValue => cells[(columns.get(id) ?? 0) - 1] ?? '';
