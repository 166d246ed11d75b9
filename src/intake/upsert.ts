import type { Workbook } from '../platform/services';
import type { RowContent } from '../tabs/definition';
import { findSheet } from '../tabs/find-sheet';
import { openTab } from '../tabs/open-tab';
import { tabs } from '../tabs/tabs';
import { writeRows } from '../tabs/write-rows';
import type { Settings } from './config';
import { MissingTab } from './write-changes';

/** What a row of our own bookkeeping becomes: its cells and its `Estado`. */
export interface UpsertedRow {
  readonly content: RowContent;
  readonly state: string;
}

export interface UpsertContext {
  readonly workbook: Workbook;
  readonly settings: Settings;
  readonly nowMs: number;
}

/** Rewrites rows of Falhas or Saúde by key; `change` is given the row's `Estado`, blank for a new row. */
export function upsertRows(
  tab: 'failures' | 'health',
  changes: ReadonlyMap<string, (state: string) => UpsertedRow>,
  { workbook, settings, nowMs }: UpsertContext,
): void {
  if (changes.size === 0) return;
  const sheet = findSheet(workbook, tabs[tab], settings.sheetIds[tab]);
  if (sheet === null) throw new MissingTab(tab);
  const open = openTab(tabs[tab], sheet);
  const writes = [...changes].map(([key, change]) => {
    const existing = open.byKey.get(key) ?? null;
    return { key, existing, ...change(existing?.state ?? '') };
  });
  writeRows(open, writes, { nowMs, offsetMinutes: settings.offsetMinutes, nowCell: () => '' });
}
