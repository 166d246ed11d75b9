import type { Services } from '../platform/services';
import type { Config } from '../settings/config';
import { findNowCell } from '../settings/now-cell';
import type { RowContent } from '../sheets/definition';
import type { KeyRow } from '../sheets/key-window';
import type { OpenTab } from '../sheets/open-tab';
import { writeRows, type RowWrite } from '../sheets/write-rows';

/** A row as it stands, and what it becomes. */
export interface ReplacedRow {
  readonly row: KeyRow;
  readonly key: string;
  readonly state: string;
  readonly content: RowContent;
}

interface Replacing {
  readonly open: OpenTab;
  readonly rows: readonly ReplacedRow[];
  /** Written in the same flush as the states. */
  readonly andThen?: () => void;
}

/**
 * Writes rows anew where they stand. First the cells, then key and state in a flush of their own: a run that dies in between leaves
 * rows that still say what they were, and are found again. Flushes.
 */
export function replaceRows(services: Services, { settings }: Config, replacing: Replacing): void {
  const { open, rows, andThen } = replacing;
  if (rows.length === 0) return;
  const { workbook, clock } = services;
  const nowCell = (): string => findNowCell(workbook, settings) ?? '';
  const options = { nowMs: clock.now(), offsetMinutes: settings.offsetMinutes, nowCell };
  writeRows(open, rows.map(asBefore), options);
  workbook.flush();
  writeRows(open, rows.map(asAfter), options);
  andThen?.();
  workbook.flush();
}

const asBefore = ({ row, content }: ReplacedRow): RowWrite => ({
  key: row.key,
  existing: row,
  content,
  state: row.state,
});

const asAfter = ({ row, key, state, content }: ReplacedRow): RowWrite => ({
  key,
  existing: row,
  content,
  state,
});
