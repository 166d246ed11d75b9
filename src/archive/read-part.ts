import type { CellValue, Services } from '../platform/services';
import type { Place } from '../privacy/person-rows';
import type { Config } from '../settings/config';
import { findSheet } from '../sheets/find-sheet';
import { hiddenColumnsOf } from '../sheets/hidden-columns';
import { toKeyRows, type KeyRow } from '../sheets/key-window';
import { openTab, ourColumns, type OpenTab } from '../sheets/open-tab';
import { registers, type RegisterEntity } from '../tabs/registers';
import { tabs } from '../tabs/tabs';
import { archiveRow, type ArchivedRow, type Beside } from './archived-row';

/** Registers that the archive holds, in its order: rows of the first three may leave, of the others it has copies. */
export const archivedEntities: readonly RegisterEntity[] = [
  'message',
  'attendance',
  'conversation',
  'contact',
  'template',
  'agentStatus',
];
const leavingEntities = 3;

/** Where those begin of which it has copies. */
export const firstCopied: Place = { register: leavingEntities, row: 0 };

export const mayLeave = ({ register }: Place): boolean => register < leavingEntities;

/** Rows that are looked at at once. */
const rowsAtOnce = 2000;

/** Some rows of a tab as the archive has them, and where to go on; null when these were the last ones. */
export interface Part {
  readonly rows: readonly ArchivedRow[];
  /** The place of the next rows, if these stay where they are. */
  readonly next: Place | null;
  /** Null when the tab is gone or cannot be read. */
  readonly open: OpenTab | null;
}

interface Wanted extends Place {
  /** Rows that learnt something since are left out, epoch ms; Infinity: none is, as only copies are wanted. */
  readonly beforeMs: number;
  /** How many rows are looked at; 2,000 unless told. */
  readonly count?: number;
  /** What a row knows, where that is more than its `Estado` says. */
  readonly stateOf?: (entity: RegisterEntity, row: KeyRow) => string;
  /** What a table has beside what its rows tell, by the row's key. */
  readonly more?: (entity: RegisterEntity) => ReadonlyMap<string, object> | undefined;
}

/** Reads the next rows that are so old that they may leave; with `Infinity` all. Writes nothing. */
export function readPart(services: Services, config: Config, wanted: Wanted): Part {
  const { register, row, beforeMs, count: most = rowsAtOnce } = wanted;
  const entity = archivedEntities[register];
  if (entity === undefined) return { rows: [], next: null, open: null };
  const isCopy = beforeMs === Infinity;
  const lastRegister = isCopy ? archivedEntities.length : leavingEntities;
  const further = register + 1 < lastRegister ? { register: register + 1, row: 0 } : null;
  const open = openRegister(services, config, entity);
  if (open === null || open.layout.keyColumn === null)
    return { rows: [], next: further, open: null };
  const first = Math.max(row, open.firstRow);
  const count = Math.min(most, open.nextRow - first);
  if (count < 1) return { rows: [], next: further, open };
  const more = wanted.more?.(entity);
  const nowMs = services.clock.now();
  const rows = readBeside(open, first, count).flatMap(({ keyRow, beside }) => {
    const known = {
      entity,
      row: { ...keyRow, state: wanted.stateOf?.(entity, keyRow) ?? keyRow.state },
      beside: { ...beside, more: more?.get(keyRow.key) },
      nowMs,
    };
    const archived = archiveRow(config, known);
    const isWanted = archived !== null && (isCopy || isLeaving(archived, beforeMs));
    return isWanted ? [archived] : [];
  });
  const isMore = first + count < open.nextRow;
  return { rows, next: isMore ? { register, row: first + count } : further, open };
}

/** Whoever waits or is served stays where the dashboard counts them. */
const isLeaving = ({ learnedMs, isOpen }: ArchivedRow, beforeMs: number): boolean =>
  learnedMs < beforeMs && !isOpen;

export function openRegister(
  { workbook }: Services,
  { settings }: Config,
  entity: RegisterEntity,
): OpenTab | null {
  const { tab } = registers[entity];
  const sheet = findSheet(workbook, tabs[tab], settings.sheetIds[tab]);
  return sheet === null ? null : openTab(tabs[tab], sheet);
}

interface WholeRow {
  readonly keyRow: KeyRow;
  readonly beside: Beside;
}

/** Rows with all that stands in them: one read. */
function readBeside(open: OpenTab, first: number, count: number): readonly WholeRow[] {
  const { sheet, layout, header, tab } = open;
  const columns = sheet.maxColumns();
  const cells = sheet.read({ row: first, column: 1, rows: count, columns });
  const start = (layout.keyColumn ?? 1) - 1;
  const width = hiddenColumnsOf(tab).length;
  const ours = new Set([...ourColumns(tab, layout), layout.recordColumn]);
  const own = header.flatMap((title, index) =>
    title === '' || ours.has(index + 1) ? [] : [[title, index] as const],
  );
  const hidden = cells.map((row) => row.slice(start, start + width));
  return toKeyRows(hidden, first).map((keyRow) => {
    const row = cells[keyRow.row - first] ?? [];
    const at = (index: number): CellValue => row[index] ?? '';
    const notes = own.filter(([, index]) => at(index) !== '' && at(index) !== false);
    return {
      keyRow,
      beside: {
        cell: (id) => at((layout.columns.get(id) ?? 0) - 1),
        own: Object.fromEntries(notes.map(([title, index]) => [title, at(index)])),
      },
    };
  });
}
