import type { Workbook } from '../../platform/services';
import type { RowContent } from '../../sheets/definition';
import { findSheet } from '../../sheets/find-sheet';
import { openTab } from '../../sheets/open-tab';
import { tabs } from '../../tabs/tabs';
import { makeRoom, writeRows } from '../../sheets/write-rows';
import type { Settings } from '../../settings/config';
import { MissingTab } from '../../tabs/missing-tab';

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

/** Writes rows by key; each change is given the row's `Estado`, blank for a new row. Reads nothing: see `openUpsert`. */
export type UpsertRows = (changes: ReadonlyMap<string, (state: string) => UpsertedRow>) => void;

/**
 * Opens Falhas or Saúde to rewrite rows in it. All reading happens here: a read between two buffered writes would send the
 * first one out alone, and what belongs in one flush could be cut in two by a crash.
 */
export function openUpsert(
  tab: 'failures' | 'health' | 'agentDays' | 'privacy',
  { workbook, settings, nowMs }: UpsertContext,
): UpsertRows {
  const sheet = findSheet(workbook, tabs[tab], settings.sheetIds[tab]);
  if (sheet === null) throw new MissingTab(tab);
  const open = openTab(tabs[tab], sheet, { everyRow: true });
  if (!open.isWhole) throw new MissingTab(tab);
  return (changes) => {
    if (changes.size === 0) return;
    const writes = [...changes].map(([key, change]) => {
      const existing = open.byKey.get(key) ?? null;
      return { key, existing, ...change(existing?.state ?? '') };
    });
    makeRoom(open, writes);
    writeRows(open, writes, { nowMs, offsetMinutes: settings.offsetMinutes, nowCell: () => '' });
  };
}
