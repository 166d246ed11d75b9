import { trimJournal } from '../intake/sweep/trim';
import { openLedger, type Ledger } from '../intake/repair/ledger';
import { planRow } from '../intake/write/plan-row';
import { decodeRecord } from '../events/decode-record';
import { maskState } from '../masks/mask-state';
import type { Mask } from '../masks/mask-values';
import { noMasks } from '../masks/policy';
import { openPseudonyms } from '../masks/pseudonyms';
import type { Properties, Services } from '../platform/services';
import { parseState, writeState } from '../projections/state-text';
import { mergeRow } from '../rows/merge-row';
import { forgetConfig } from '../settings/config-cache';
import { configFrom, type Config } from '../settings/config';
import { defaultPrivacy, overErased, type Privacy } from '../settings/privacy';
import { findSheet } from '../sheets/find-sheet';
import { dropRows } from '../sheets/delete-rows';
import { openTab } from '../sheets/open-tab';
import { tabs } from '../tabs/tabs';
import { eraseStateFrom } from './erase-state';
import { firstPlace, personEntities, readBlock, type Block } from './person-rows';
import { replaceRows } from './replace-rows';
import { newestMs } from './row-age';

/** How far the night's work has come. */
interface RetentionState {
  /** Local day, counted from 1970, of the last one that is done. */
  readonly day: number;
  /** Which tab is at hand; -1: the journal comes first. */
  readonly register: number;
  readonly row: number;
}

const key = 'privacy.retention';
const initial: RetentionState = { day: 0, register: -1, row: 0 };
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const monthMs = 30.5 * dayMs;
/** The night, by the wall clock of the settings: after the recount of Totais. */
const [fromHour, untilHour] = [3, 6];

/** Whether there is something whose time is over, as far as the properties tell. */
export function isRetentionDue(all: Readonly<Record<string, string>>, nowMs: number): boolean {
  const { settings, privacy = defaultPrivacy } = configFrom(all);
  const localMs = nowMs + settings.offsetMinutes * 60_000;
  const hour = Math.floor(localMs / hourMs) % 24;
  const isNight = fromHour <= hour && hour < untilHour;
  if (!isNight || decodeRecord(all[key], initial).day === Math.floor(localMs / dayMs)) return false;
  const isAsked = isKeptShort(privacy) || overErased(all, nowMs).length > 0;
  return isAsked && eraseStateFrom(all) === null;
}

const isKeptShort = ({ retention }: Privacy): boolean => {
  const { journalDays, failedDays, textDays, rowMonths } = retention;
  return journalDays + failedDays + textDays > 0 || Object.keys(rowMonths).length > 0;
};

/** Does the next part of the night's work; false when all is done. Callers hold the lock and have flushed. */
export function keepShort(services: Services): boolean {
  const { properties, clock } = services;
  const all = properties.getAll();
  const state = decodeRecord(all[key], initial);
  const ledger = openLedger(services, all);
  const next =
    state.register < 0
      ? trimAll(services, ledger, state)
      : keepBlock(services, ledger.config, state);
  services.workbook.flush();
  if (next !== null) return save(properties, next);
  const localMs = clock.now() + ledger.config.settings.offsetMinutes * 60_000;
  save(properties, { ...initial, day: Math.floor(localMs / dayMs) });
  return false;
}

function save({ set }: Properties, state: RetentionState): true {
  set(key, JSON.stringify(state));
  return true;
}

/** The journal, some thousand rows at a time, and people whose time of being masked is over. */
function trimAll(services: Services, ledger: Ledger, state: RetentionState): RetentionState {
  const { properties, clock } = services;
  const over = overErased(properties.getAll(), clock.now());
  for (const name of over) properties.remove(name);
  if (over.length > 0) forgetConfig(services);
  const isAsked = isKeptShort(ledger.config.privacy ?? defaultPrivacy);
  const isMore = isAsked && trimJournal(services, ledger, true) > 0;
  return isMore ? state : { ...state, ...firstPlace };
}

function keepBlock(
  services: Services,
  config: Config,
  state: RetentionState,
): RetentionState | null {
  const block = readBlock(services, config, state);
  if (block === null) return null;
  const { retention } = config.privacy ?? defaultPrivacy;
  const nowMs = services.clock.now();
  const months = block.open === null ? undefined : retention.rowMonths[block.open.tab.id];
  const going =
    months === undefined
      ? []
      : oldRows(services, config, { block, beforeMs: nowMs - months * monthMs });
  const gone = new Set(going);
  if (retention.textDays > 0)
    clearTexts(services, config, {
      ...block,
      rows: block.rows.filter(
        (row) => !gone.has(row.row) && newestMs(row) < nowMs - retention.textDays * dayMs,
      ),
    });
  if (block.open !== null) dropRows(block.open.sheet, going);
  if (block.next === null) return null;
  const isSame = block.next.register === state.register;
  return { ...state, ...block.next, row: isSame ? block.next.row - going.length : block.next.row };
}

interface Old {
  readonly block: Block;
  readonly beforeMs: number;
}

function oldRows(services: Services, config: Config, { block, beforeMs }: Old): readonly number[] {
  const old = block.rows.filter((row) => newestMs(row) < beforeMs);
  if (block.entity !== 'attendance' || old.length === 0) return old.map(({ row }) => row);
  // One that follows from a conversation goes with it: it would come again with the conversation's next event.
  const known = conversationKeys(services, config);
  return old.filter(({ key: own }) => !known.has(own.replace(/#\d+$/, ''))).map(({ row }) => row);
}

function conversationKeys({ workbook }: Services, { settings }: Config): ReadonlySet<string> {
  const sheet = findSheet(workbook, tabs.conversations, settings.sheetIds['conversations']);
  const open = sheet === null ? null : openTab(tabs.conversations, sheet);
  const rows = open === null ? 0 : open.nextRow - open.firstRow;
  if (open === null || open.layout.keyColumn === null || rows < 1) return new Set();
  const area = { row: open.firstRow, column: open.layout.keyColumn, rows, columns: 1 };
  return new Set(open.sheet.read(area).map(([cell]) => String(cell)));
}

/** Registers with free texts of people; what contacts have of it is data of theirs. */
const texted: ReadonlySet<string> = new Set(['conversation', 'attendance', 'message']);

function clearTexts(services: Services, config: Config, { entity, open, rows }: Block): void {
  if (open === null || !texted.has(entity)) return;
  const mask: Mask = {
    policy: { ...noMasks, text: 'gone' },
    ids: 'telling',
    pseudonyms: openPseudonyms(services.codec, config.privacy?.key ?? ''),
  };
  const replaced = rows.flatMap((row) => {
    const before = parseState(row.state);
    const after = maskState(entity, before, mask);
    const plan = planRow(entity, row.key, config);
    const isChanged = JSON.stringify(after) !== JSON.stringify(before);
    if (!isChanged || plan === null || plan.entity !== entity) return [];
    return [
      { row, key: row.key, state: writeState(after), content: mergeRow(after, [plan]).content },
    ];
  });
  replaceRows(services, config, { open, rows: replaced });
}

/** Tabs whose rows may have a time. */
export const limitedTabs = personEntities.flatMap((entity) => {
  const byEntity = {
    contact: 'contacts',
    conversation: 'conversations',
    attendance: 'attendances',
    message: 'messages',
  } as const;
  return entity === 'template' ? [] : [byEntity[entity]];
});
