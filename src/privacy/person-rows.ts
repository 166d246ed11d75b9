import { identitiesOf, type NamedEntity } from '../masks/identities';
import type { Services } from '../platform/services';
import { readState } from '../projections/read-state';
import { parseState } from '../projections/state-text';
import { splitKey } from '../rows/alias';
import type { Config } from '../settings/config';
import { tabOf } from '../settings/tab-of';
import { findSheet } from '../sheets/find-sheet';
import { hiddenColumnsOf } from '../sheets/hidden-columns';
import { toKeyRows, type KeyRow } from '../sheets/key-window';
import { openTab, type OpenTab } from '../sheets/open-tab';
import { registers } from '../tabs/registers';
import { tabs } from '../tabs/tabs';

/** Registers whose rows are about people, in the order in which one leads to the next. */
export const personEntities: readonly (NamedEntity | 'template')[] = [
  'contact',
  'conversation',
  'attendance',
  'message',
  'template',
];

/** Where a look through all rows has come to. */
export interface Place {
  /** Which of the registers. */
  readonly register: number;
  readonly row: number;
}

export const firstPlace: Place = { register: 0, row: 0 };

/** Rows that are looked at in one read. */
const rowsAtOnce = 5000;

/** Some rows of a tab, and where to go on; null when these were the last ones. */
export interface Block {
  readonly entity: NamedEntity | 'template';
  /** Null when the tab is gone or cannot be read. */
  readonly open: OpenTab | null;
  readonly rows: readonly KeyRow[];
  readonly next: Place | null;
}

/** Reads the hidden cells of the next rows. One read beyond the opening of the tab. */
export function readBlock(
  { workbook }: Services,
  { settings }: Config,
  { register, row }: Place,
): Block | null {
  const entity = personEntities[register];
  if (entity === undefined) return null;
  const { tab } = registers[entity];
  const further = register + 1 < personEntities.length ? { register: register + 1, row: 0 } : null;
  const sheet = findSheet(workbook, tabs[tab], settings.sheetIds[tab]);
  const open = sheet === null ? null : openTab(tabOf(tab, settings), sheet);
  if (open === null || open.layout.keyColumn === null)
    return { entity, open: null, rows: [], next: further };
  const first = Math.max(row, open.firstRow);
  const count = Math.min(rowsAtOnce, open.nextRow - first);
  const next = first + count < open.nextRow ? { register, row: first + count } : further;
  if (count < 1) return { entity, open, rows: [], next: further };
  const columns = hiddenColumnsOf(open.tab).length;
  const cells = open.sheet.read({
    row: first,
    column: open.layout.keyColumn,
    rows: count,
    columns,
  });
  return { entity, open, rows: toKeyRows(cells, first), next };
}

/** By what a row names people; of a template the conversations that it reached. */
export function identitiesIn(
  entity: NamedEntity | 'template',
  { key, state }: Pick<KeyRow, 'key' | 'state'>,
): readonly string[] {
  const { connectionId, id } = splitKey(key);
  const parsed = parseState(state);
  if (entity !== 'template')
    return identitiesOf({ entity, connectionId, id, fields: { ...readState(entity, parsed) } });
  const { affectedConversations } = readState('template', parsed);
  const ids = Array.isArray(affectedConversations) ? affectedConversations.map(String) : [];
  return ids.map((one) => `conversation|${connectionId}|${one}`);
}
