import { shortHash } from '../../events/short-hash';
import { fetchedRequestId } from '../../intake/journal/request';
import { judge } from '../../intake/judge/judge';
import { shield } from '../../intake/judge/shield';
import { beginRun, locateIn, type Run } from '../../intake/write/write-run';
import type { Services } from '../../platform/services';
import { isLongMark } from '../../projections/long-mark';
import { shortenState } from '../../projections/long-text';
import { readState } from '../../projections/read-state';
import { emptyState, joinStates, stateOf, type State } from '../../projections/state';
import { parseState } from '../../projections/state-text';
import { deriveAttendances, renderRow } from '../../rows/merge-row';
import type { Merge } from '../../rows/plan';
import type { Config, Connection } from '../../settings/config';
import { toCell } from '../../sheets/cells';
import type { RowContent } from '../../sheets/definition';
import { tabOf } from '../../settings/tab-of';
import type { TabId } from '../../tabs/tabs';

/** Time for looking for rows of one batch, by the published costs of Google's calls. */
const lookupMs = 20_000;

/** Whose records they are, and what is known of the workbook. */
export interface Desk {
  readonly services: Services;
  readonly config: Config;
  readonly connection: Connection;
}

/**
 * Of records those of which some row would not show yet what they say: in the order they came, each one as if the missing ones before it
 * were written already. Reads only, without the lock; a record whose row was not found in time counts as missing, which does no harm.
 */
export function findMissing(desk: Desk, records: readonly object[]): readonly object[] {
  const asked = records.map((record, index) => ({ record, merges: mergesOf(desk, record, index) }));
  const known = knownStates(
    desk,
    asked.flatMap(({ merges }) => merges ?? []),
  );
  return asked.flatMap(({ record, merges }) =>
    merges === null || tellsNews(merges, known, desk) ? [record] : [],
  );
}

/** The changes of rows that a record asks for; null when it could not be read, which its journal line then tells. */
function mergesOf(
  { services, config, connection }: Desk,
  record: object,
  index: number,
): readonly Merge[] | null {
  const body = JSON.stringify(record);
  const id = fetchedRequestId(String(index));
  const receivedAtMs = services.clock.now();
  const told = { id, connectionId: connection.id, webhook: '', receivedAtMs, body };
  const { request } = shield(services, told, config);
  const codec = { ...services.codec, sha256: (text: string) => shortHash(text).padEnd(16, '0') };
  const { settings, privacy } = config;
  const { changes, failures } = judge(request, { codec, settings, privacy, connection });
  const merges = changes.flatMap((change) => (change.kind === 'merge' ? [change] : []));
  return failures.length > 0 || merges.length < changes.length ? null : merges;
}

/** What the rows know now, by tab and key; a row that stands nowhere knows nothing, one not found in time is left out. */
function knownStates({ services, config }: Desk, merges: readonly Merge[]): Map<string, State> {
  const { workbook, cache, clock } = services;
  workbook.flush();
  const { settings } = config;
  const means = { workbook, cache, settings, nowMs: clock.now(), lookupMs, rewrites: false };
  const run = beginRun(means, true);
  const states = new Map<string, State>();
  for (const tab of new Set(merges.map((merge) => merge.tab)))
    for (const [key, state] of statesIn(tab, merges, run)) states.set(`${tab}|${key}`, state);
  return states;
}

function statesIn(
  tab: TabId,
  merges: readonly Merge[],
  run: Run,
): readonly (readonly [string, State])[] {
  const births = new Map<string, number | null>();
  for (const { key, createdAtMs, ...merge } of merges)
    if (merge.tab === tab) births.set(key, births.get(key) ?? createdAtMs);
  const sought = [...births].map(([key, createdAtMs]) => ({ key, createdAtMs }));
  return [...locateIn(tab, sought, run)].flatMap(([key, place]) => {
    if (place.kind === 'unsearched') return [];
    return [[key, place.kind === 'new' ? emptyState : parseState(place.row.state)] as const];
  });
}

/** Whether a row would show something else; then all rows are taken to know from now on what the record says. */
function tellsNews(merges: readonly Merge[], known: Map<string, State>, desk: Desk): boolean {
  const told = new Map<string, State>();
  const news = merges.filter((merge) => {
    const place = `${merge.tab}|${merge.key}`;
    const before = told.get(place) ?? known.get(place);
    if (before === undefined) return true;
    const saying = stateOf(merge.entity, merge.saying);
    const after = shortenState(joinStates(merge.entity, before, saying));
    told.set(place, after);
    return before === emptyState || shownOf(merge, before, desk) !== shownOf(merge, after, desk);
  });
  if (news.length > 0) for (const [place, after] of told) known.set(place, after);
  return news.length > 0;
}

/** All that people see of a row and of those that follow from it, to the second, as one text. */
function shownOf(merge: Merge, state: State, { config }: Desk): string {
  const { offsetMinutes } = config.settings;
  const cellsOf = (tab: TabId, content: RowContent): readonly unknown[] =>
    tabOf(tab, config.settings).columns.map(({ id, kind }) =>
      toCell(kind, content[id], offsetMinutes),
    );
  const fields = Object.entries(readState(merge.entity, state));
  const longTexts = fields.filter(([, value]) => isLongMark(value));
  const derives = merge.derives === 'chat' || merge.derives === 'numbered';
  const derived = derives ? deriveAttendances(merge, state) : [];
  return JSON.stringify([
    cellsOf(merge.tab, renderRow(merge, state)),
    longTexts,
    derived.map(({ key, content }) => [key, cellsOf('attendances', content)]),
  ]);
}
