import { beginRun, locateIn } from '../../intake/write/write-run';
import type { Services } from '../../platform/services';
import { readState } from '../../projections/read-state';
import type { State } from '../../projections/state';
import { parseState } from '../../projections/state-text';
import { splitKey } from '../../rows/alias';
import type { Config, Connection } from '../../settings/config';
import { findSheet } from '../../sheets/find-sheet';
import { openTab } from '../../sheets/open-tab';
import { tabs } from '../../tabs/tabs';

interface Desk {
  readonly services: Services;
  readonly config: Config;
  readonly connection: Connection;
}

/** The attendances of a connection in the newest rows of Atendimentos. */
export const knownAttendances = (desk: Desk) =>
  knownRows(desk, 'attendances').map(({ id, state }) => {
    const { requestedAt, startedAt, finishedAt, status } = readState('attendance', state);
    const atMs = requestedAt ?? startedAt ?? finishedAt ?? 0;
    return { id, atMs, isFinished: status === 'finished' };
  });

/** How many conversations of a connection in the newest rows of Conversas were active since then. */
export const countConversations = (desk: Desk, sinceMs: number): number =>
  knownRows(desk, 'conversations').filter(({ state }) => {
    const { lastActivityAt, openedAt } = readState('conversation', state);
    return (lastActivityAt ?? openedAt ?? 0) >= sinceMs;
  }).length;

/** Time for looking for rows of a page, by the published costs of Google's calls. */
const lookupMs = 20_000;

/** Those of the ids that are a connection's rows in Contatos. */
export function knownContacts(
  { services, config, connection }: Desk,
  ids: readonly string[],
): ReadonlySet<string> {
  const { workbook, cache, clock } = services;
  workbook.flush();
  const { settings } = config;
  const run = beginRun(
    { workbook, cache, settings, nowMs: clock.now(), lookupMs, rewrites: false },
    true,
  );
  const keyOf = (id: string): string => `${connection.id}|${id}`;
  const sought = ids.map((id) => ({ key: keyOf(id), createdAtMs: null }));
  const places = locateIn('contacts', sought, run);
  return new Set(ids.filter((id) => places.get(keyOf(id))?.kind === 'row'));
}

interface KnownRow {
  readonly id: string;
  readonly state: State;
}

/** Looked at without the lock; none when the tab is gone or cannot be read. */
function knownRows(
  { services: { workbook }, config: { settings }, connection }: Desk,
  tab: 'attendances' | 'conversations',
): readonly KnownRow[] {
  workbook.flush();
  if (settings.unreadableTabs.includes(tab)) return [];
  const sheet = findSheet(workbook, tabs[tab], settings.sheetIds[tab]);
  const open = sheet === null ? null : openTab(tabs[tab], sheet);
  if (open?.isWhole !== true) return [];
  return [...open.byKey.values()].flatMap(({ key, state }) => {
    const { connectionId, id } = splitKey(key);
    return connectionId === connection.id ? [{ id, state: parseState(state) }] : [];
  });
}
