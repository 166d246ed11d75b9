import type { Gone } from '../masks/gone';
import { idIdentity } from '../masks/identities';
import { maskState } from '../masks/mask-state';
import { erasingMask, type Mask } from '../masks/mask-values';
import { openPseudonyms } from '../masks/pseudonyms';
import { planRow } from '../intake/write/plan-row';
import { hintName } from '../intake/write/row-hints';
import type { Services } from '../platform/services';
import { parseState, schemaOf, writeState } from '../projections/state-text';
import type { State } from '../projections/state';
import { splitKey } from '../rows/alias';
import { mergeRow } from '../rows/merge-row';
import { keep, type RowContent } from '../sheets/definition';
import type { KeyRow } from '../sheets/key-window';
import type { OpenTab } from '../sheets/open-tab';
import type { Eraser } from './eraser';
import type { Block } from './person-rows';
import { renameOpen } from './rename-open';
import { replaceRows, type ReplacedRow } from './replace-rows';

/**
 * Takes a person out of rows of a tab, in place: what was counted stays counted. Flushes.
 */
export function eraseRows(eraser: Eraser, block: Block, rows: readonly KeyRow[]): void {
  const { open } = block;
  if (open === null || rows.length === 0) return;
  const { services, config, key } = eraser;
  const mask = erasingMask(openPseudonyms(services.codec, key));
  forgetHints(services, open, rows);
  replaceRows(services, config, {
    open,
    rows: rows.map((row) => eraseRow(eraser, { row, block, mask })),
    andThen: () => renameOpen(eraser),
  });
  forgetHints(services, open, rows);
}

/** Where rows stand is remembered by their keys. */
function forgetHints({ cache }: Services, { sheet }: OpenTab, rows: readonly KeyRow[]): void {
  for (const { key } of rows) cache.remove(hintName(sheet.id(), key));
}

interface Erasing {
  readonly row: KeyRow;
  readonly block: Block;
  readonly mask: Mask;
}

function eraseRow(eraser: Eraser, { row, block, mask }: Erasing): ReplacedRow {
  const { entity } = block;
  const before = parseState(row.state);
  const key = entity === 'template' ? row.key : erasedKey(row.key, mask);
  const after =
    entity === 'template'
      ? withoutReached(before, row.key, { gone: eraser.gone, mask })
      : maskState(entity, before, mask);
  const plan = planRow(entity, key, eraser.config);
  // A row that follows from another one knows nothing by itself, and one of a connection that is gone is rendered by nobody.
  const isStated = schemaOf(row.state) > 0;
  const isOwn = plan?.entity === entity && isStated;
  return {
    row,
    key,
    state: isStated ? writeState(after) : row.state,
    content: isOwn ? mergeRow(after, [plan]).content : blankPersonal(block, key),
  };
}

/** The key by which the person's events are told from then on. */
export function erasedKey(key: string, { pseudonyms }: Pick<Mask, 'pseudonyms'>): string {
  const { connectionId, id } = splitKey(key);
  const [, base = id, episode = ''] = /^(.+?)(#\d+)?$/.exec(id) ?? [];
  return `${connectionId}|${pseudonyms.id(base)}${episode}`;
}

/** A template's state without the conversations of the person. */
function withoutReached(
  state: State,
  key: string,
  { gone, mask }: { readonly gone: Gone; readonly mask: Mask },
): State {
  const { connectionId } = splitKey(key);
  const hide = (id: string): string =>
    gone.has(idIdentity('conversation', connectionId, id)) ? mask.pseudonyms.id(id) : id;
  const sayings = state.sayings.map((saying) => {
    const { affectedConversations: ids } = saying.fields;
    if (!Array.isArray(ids)) return saying;
    return {
      ...saying,
      fields: { ...saying.fields, affectedConversations: ids.map(String).map(hide) },
    };
  });
  return { ...state, sayings };
}

/** Columns that name somebody of the team. */
const teamColumns: ReadonlySet<string> = new Set(['agent', 'operator', 'sender']);

/** Cells of a row without what is personal in them; ids are those of the key. */
function blankPersonal({ open, entity }: Block, key: string): RowContent {
  const { id } = splitKey(key);
  const ids: RowContent = { [entity]: id, conversation: id.replace(/#\d+$/, '') };
  const cells = (open?.tab.columns ?? []).map((column) => {
    const isPersonal = column.personal !== undefined && !teamColumns.has(column.id);
    if (column.id in ids) return [column.id, ids[column.id] ?? null] as const;
    return [column.id, isPersonal ? null : keep] as const;
  });
  return Object.fromEntries(cells);
}
