import type { EntityId } from '../../events/fields';
import { mergeRow } from '../../rows/merge-row';
import type { Append } from '../../rows/plan';
import type { RowContent } from '../../sheets/definition';
import { emptyState, joinStates, type State } from '../../projections/state';
import { parseState, schemaOf, stateSchema, writeState } from '../../projections/state-text';
import { mayBeKept, standAsLeft } from '../../sheets/kept-tab';
import type { Place } from '../../sheets/locate';
import type { TabId } from '../../tabs/tabs';
import { makeRoom, writeRows, type RowWrite, type WriteOptions } from '../../sheets/write-rows';
import { deriveAll, noteDerived } from './derive';
import { noteMoves } from './note-moves';
import { noteShown } from './note-shown';
import { absorbAliases, nameByPhone, renameMessages } from './aliases';
import { MissingTab } from '../../tabs/missing-tab';
import { findNowCell } from '../../settings/now-cell';
import {
  addWrites,
  beginRun,
  birthOf,
  block,
  isUnreadable,
  leaveLater,
  locateIn,
  openOnce,
  type AskedChange,
  type RequestedChanges,
  type Run,
  type WriteContext,
} from './write-run';

/** Requests whose changes could not all be written now, and those that told nothing new. */
export interface WriteReport {
  readonly unfinished: ReadonlySet<string>;
  readonly repeated: ReadonlySet<string>;
  /** Requests that ask for tabs which cannot be read, with the titles of these. */
  readonly blocked: ReadonlyMap<string, ReadonlySet<string>>;
  /** Requests of which some rows were left for later; whether they told something new there is not known yet. */
  readonly left: ReadonlySet<string>;
}

/** Merges and writes the changes of many requests; one opening and one pass per tab. Buffered until the flush. */
export function writeChanges(
  requests: readonly RequestedChanges[],
  context: WriteContext,
): WriteReport {
  const run = mergeAsLeft(requests, context);
  const options = writeOptions(context);
  for (const [tab, writes] of run.writes) makeRoom(openOnce(tab, run), writes);
  noteMoves(run);
  for (const [tab, writes] of run.writes)
    run.opened.set(tab, writeRows(openOnce(tab, run), writes, options));
  keepOpened(run);
  // From the bottom up, so that the rows still to go keep their place.
  for (const { tab, row } of run.leaving.sort((a, b) => b.row - a.row))
    openOnce(tab, run).sheet.deleteRows(row, 1);
  const asked = requests
    .filter(({ changes }) => changes.length > 0)
    .map(({ requestId }) => requestId);
  const { unfinished, blocked, news, left } = run;
  const repeated = asked.filter((id) => !news.has(id) && !unfinished.has(id) && !blocked.has(id));
  return { unfinished, blocked, left, repeated: new Set(repeated) };
}

/** What an earlier round left serves only while the rows to be written over stand where they were left; else all is read anew. */
function mergeAsLeft(requests: readonly RequestedChanges[], context: WriteContext): Run {
  const run = mergeAll(requests, context);
  const { kept } = context;
  if (kept === undefined) return run;
  const isMoved = [...run.writes].some(([tab, writes]) => {
    const open = kept.get(tab);
    const rows = writes.flatMap(({ existing }) =>
      existing !== null && open?.byKey.get(existing.key) === existing ? [existing] : [],
    );
    return open !== undefined && rows.length > 0 && !standAsLeft(open, rows);
  });
  if (!isMoved) return run;
  kept.clear();
  return mergeAll(requests, context);
}

function keepOpened({ context: { kept }, opened, leaving }: Run): void {
  for (const [tab, open] of opened) {
    if (mayBeKept(open) && !leaving.some((row) => row.tab === tab)) kept?.set(tab, open);
    else kept?.delete(tab);
  }
}

/** A row that writing would touch. */
export interface PlannedRow {
  readonly tab: TabId;
  readonly key: string;
  readonly isNew: boolean;
  /** Where it stands; 0 for a new one. */
  readonly row: number;
  readonly content: RowContent;
  /** What the row shows by what it knows now; null for a new one, and where nobody knows. */
  readonly before: RowContent | null;
}

/** The rows that `writeChanges` would touch, without touching any; those of a tab that is not there would all be new. */
export function previewChanges(
  requests: readonly RequestedChanges[],
  context: WriteContext,
): readonly PlannedRow[] {
  const { writes, shown } = mergeAll(requests, context, true);
  return [...writes].flatMap(([tab, rows]) =>
    rows.map(({ key, existing, content }) => ({
      tab,
      key,
      isNew: existing === null,
      row: existing?.row ?? 0,
      content,
      before: existing === null ? null : (shown.get(`${tab} ${key}`) ?? null),
    })),
  );
}

function mergeAll(
  requests: readonly RequestedChanges[],
  context: WriteContext,
  isLook = false,
): Run {
  const run = beginRun(context, isLook);
  for (const [tab, changes] of groupByTab(nameByPhone(requests, run))) {
    if (isUnreadable(tab, run)) block(tab, changes, run);
    else mergeTab(tab, tab === 'contacts' ? leaveLater(tab, changes, run) : changes, run);
  }
  renameMessages(run);
  deriveAll(run);
  return run;
}

function groupByTab(
  requests: readonly RequestedChanges[],
): ReadonlyMap<TabId, readonly AskedChange[]> {
  const groups = new Map<TabId, AskedChange[]>();
  for (const { requestId, changes } of requests) {
    for (const change of changes) {
      const group = groups.get(change.tab) ?? [];
      groups.set(change.tab, group);
      group.push({ requestId, change });
    }
  }
  return groups;
}

function mergeTab(tab: TabId, asked: readonly AskedChange[], run: Run): void {
  if (asked.length === 0) return;
  const groups = groupByKey(asked);
  const sought = [...groups].map(([key, group]) => ({ key, createdAtMs: createdAtOf(group) }));
  const own = locateIn(tab, sought, run);
  const places = tab === 'contacts' ? absorbAliases(groups, own, run) : own;
  for (const [key, group] of groups)
    addWrites(run, tab, mergeKey(group, places.get(key) ?? { kind: 'unsearched' }, run));
}

/** The earliest that any of the changes tells. */
const createdAtOf = (group: readonly AskedChange[]): number | null =>
  birthOf(group).bornMs?.[0] ?? null;

function groupByKey(asked: readonly AskedChange[]): ReadonlyMap<string, readonly AskedChange[]> {
  const groups = new Map<string, AskedChange[]>();
  for (const item of asked) {
    const group = groups.get(item.change.key);
    if (group === undefined) groups.set(item.change.key, [item]);
    else group.push(item);
  }
  return groups;
}

function mergeKey(group: readonly AskedChange[], place: Place, run: Run): readonly RowWrite[] {
  const [first] = group;
  if (first === undefined) return [];
  if (place.kind === 'unsearched' || isOfNewerVersion(place)) {
    for (const { requestId } of group) run.unfinished.add(requestId);
    return [];
  }
  return first.change.kind === 'append'
    ? logRow(first.change, group, { place, run })
    : mergedRow(group, { place, run });
}

/** Such a row is left to the sweep, which runs the latest code. */
const isOfNewerVersion = (place: Place): boolean =>
  place.kind === 'row' && schemaOf(place.row.state) > stateSchema;

interface Placed {
  readonly place: Exclude<Place, { kind: 'unsearched' }>;
  readonly run: Run;
}

function logRow(
  change: Append,
  group: readonly AskedChange[],
  { place, run }: Placed,
): readonly RowWrite[] {
  const row = { key: change.key, content: change.content, state: '', birth: birthOf(group) };
  if (place.kind === 'row' && run.context.rewrites) return [{ ...row, existing: place.row }];
  if (place.kind === 'row') return [];
  const [first] = group;
  if (first !== undefined) run.news.add(first.requestId);
  return [{ ...row, existing: null }];
}

function mergedRow(group: readonly AskedChange[], { place, run }: Placed): readonly RowWrite[] {
  const [first, ...rest] = group.flatMap(({ change }) => (change.kind === 'merge' ? [change] : []));
  if (first === undefined) return [];
  const existing = place.kind === 'row' ? place.row : null;
  const joined = place.kind === 'row' ? place.also : undefined;
  const merged = mergeRow(stateAt(place, first.entity), [first, ...rest]);
  // What another row knew is news to this one, even when the event itself tells nothing new.
  const isNews = merged.isChanged || joined !== undefined;
  if (run.isLook) noteShown(run, first, stateAt(place, first.entity));
  // A row that learns nothing may have lost one that follows from it: the self-check asks for these.
  const source = { merge: first, state: merged.state, group };
  const { rewrites, only } = run.context;
  if (isNews || asksAgain(run)) noteDerived(run, source);
  if (!isNews && !rewrites) return [];
  if (joined !== undefined && joined !== existing && only === undefined)
    run.leaving.push({ tab: first.tab, row: joined.row });
  if (isNews) for (const { requestId } of group) run.news.add(requestId);
  const { content, state } = merged;
  return [{ key: first.key, existing, content, state: writeState(state), birth: birthOf(group) }];
}

/** True where rows that follow from others are looked at although those have learnt nothing. */
const asksAgain = ({ context: { rewrites, derivesAlways, only } }: Run): boolean =>
  rewrites || derivesAlways === true || only !== undefined;

/** What the row at a place knows, with what another row knows that is joined to it. */
function stateAt(place: Placed['place'], entity: EntityId): State {
  if (place.kind === 'new') return emptyState;
  const known = parseState(place.row.state);
  return place.also === undefined ? known : joinStates(entity, known, parseState(place.also.state));
}

function writeOptions({ nowMs, settings, workbook }: WriteContext): WriteOptions {
  let reference: string | null = null;
  const nowCell = (): string => {
    reference ??= findNowCell(workbook, settings);
    if (reference === null) throw new MissingTab('settings');
    return reference;
  };
  return { nowMs, offsetMinutes: settings.offsetMinutes, nowCell };
}
