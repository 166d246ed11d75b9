import type { CellValue, Sheet } from '../platform/services';
import type { TabDefinition } from './definition';
import { hiddenColumnsOf } from './hidden-columns';
import { readLayout, topRows } from './layout';

/** A row as the user sees it, by column id, with its hidden key. */
export interface ReadRow {
  readonly key: string;
  /** Its hidden `Estado`; blank in a tab without one. */
  readonly state: string;
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** Reads every row of a short tab that has a key. */
export function readRows(tab: TabDefinition, sheet: Sheet): readonly ReadRow[] {
  const all = sheet.read({
    row: 1,
    column: 1,
    rows: sheet.maxRows(),
    columns: sheet.maxColumns(),
  });
  const { columns, keyColumn, headerRow } = readLayout(tab, all.slice(0, topRows), sheet);
  if (keyColumn === null) return [];
  const stateAt = hiddenColumnsOf(tab).findIndex((name) => name === 'state');
  return all.slice(headerRow).flatMap((row) => {
    const key = String(row[keyColumn - 1] ?? '');
    const cells = [...columns].map(([id, column]) => [id, row[column - 1] ?? ''] as const);
    const state = stateAt < 0 ? '' : String(row[keyColumn - 1 + stateAt] ?? '');
    return key === '' ? [] : [{ key, state, cells: Object.fromEntries(cells) }];
  });
}
