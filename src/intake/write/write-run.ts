import type { Cache, Workbook } from '../../platform/services';
import type { Person } from '../../rows/alias';
import type { Change, Merge } from '../../rows/plan';
import type { State } from '../../projections/state';
import { findSheet } from '../../sheets/find-sheet';
import {
  locateAll,
  type LookupMeans,
  type Place,
  type RowHints,
  type Sought,
} from '../../sheets/locate';
import type { RowContent } from '../../sheets/definition';
import { isAsLeft, type KeptTab } from '../../sheets/kept-tab';
import { isLong, openTab, type OpenTab } from '../../sheets/open-tab';
import { tabs, type TabId } from '../../tabs/tabs';
import type { Birth, RowWrite } from '../../sheets/write-rows';
import type { Settings } from '../../settings/config';
import { tabOf } from '../../settings/tab-of';
import { readSeenTops, type SeenTops } from '../../settings/seen-tops';
import { MissingTab } from '../../tabs/missing-tab';
import { rowHints } from './row-hints';

export interface WriteContext {
  readonly workbook: Workbook;
  readonly cache: Cache;
  readonly settings: Settings;
  readonly nowMs: number;
  /** How long this run may look for old rows. */
  readonly lookupMs: number;
  /** True: rows are written although they know everything, since an earlier try may have been cut short. */
  readonly rewrites: boolean;
  /** Which of the rows are written; absent: all. Then no row leaves either. */
  readonly only?: (tab: TabId, write: RowWrite) => boolean;
  /** Where rows are known to stand; absent: what the cache remembers. */
  readonly hints?: RowHints;
  /** The first rows of the tabs, seen under this lock before anything was written; absent: they are read once. */
  readonly tops?: SeenTops;
  /** Tabs as an earlier round under this lock left them; filled with those that this one leaves. */
  readonly kept?: Map<TabId, KeptTab>;
  /** Requests whose rows may be left for later in tabs that tell nothing of the moment; absent: none. */
  readonly mayLeave?: (requestId: string) => boolean;
  /** True: they are left wherever the tab is; else only where it is long. */
  readonly isHurried?: boolean;
  /** True: rows that follow from others are looked at although those have learnt nothing now. */
  readonly derivesAlways?: boolean;
  /** True: an earlier try at these rows may have been cut short in the middle of a flush. */
  readonly isAgain?: boolean;
}

/** One pass over the changes of many requests: what was opened, what is to be written, what became of each request. */
export interface Run {
  readonly context: WriteContext;
  /** Nothing will be written, so a missing tab is no hindrance. */
  readonly isLook: boolean;
  readonly means: LookupMeans;
  readonly opened: Map<TabId, OpenTab>;
  /** Null until a tab is opened. */
  tops: SeenTops | null;
  /** Rows to write, by tab: each tab is written once, after everything is merged. */
  readonly writes: Map<TabId, RowWrite[]>;
  readonly unfinished: Set<string>;
  readonly blocked: Map<string, Set<string>>;
  /** Requests of which rows were left for later. */
  readonly left: Set<string>;
  /** Requests that told something new. */
  readonly news: Set<string>;
  /** Persons of whom a row stood under an alias until now: see `aliases.ts`. */
  readonly renamed: Renamed[];
  /** Merged rows from which rows of other registers follow: see `derive.ts`. */
  readonly sources: DerivationSource[];
  /** What rows show now, by tab and key, where nothing will be written. */
  readonly shown: Map<string, RowContent>;
  /** Rows that were joined to others and leave once all is written. */
  readonly leaving: { readonly tab: TabId; readonly row: number }[];
}

/** Changes asked for by one request. */
export interface RequestedChanges {
  readonly requestId: string;
  readonly changes: readonly Change[];
}

/** A change, and the request that asks for it. */
export interface AskedChange {
  readonly requestId: string;
  readonly change: Change;
}

/** A row after its merge, and the changes that asked for it. */
export interface DerivationSource {
  readonly merge: Merge;
  readonly state: State;
  readonly group: readonly AskedChange[];
}

/** A person whose alias has just been told, and the merge that told it. */
export interface Renamed {
  readonly alias: string;
  readonly person: Person;
  readonly merge: Merge;
}

/** A run in which nothing has been looked at yet. `isLook`: nothing will be written. */
export function beginRun(context: WriteContext, isLook: boolean): Run {
  return {
    context,
    isLook,
    means: {
      budget: { leftMs: context.lookupMs },
      hints: context.hints ?? rowHints(context.cache),
    },
    opened: new Map(),
    tops: context.tops ?? null,
    writes: new Map(),
    unfinished: new Set(),
    blocked: new Map(),
    left: new Set(),
    news: new Set(),
    renamed: [],
    sources: [],
    shown: new Map(),
    leaving: [],
  };
}

/** True for a tab whose rows cannot be told apart: the user took it apart. */
export const isUnreadable = (tab: TabId, { context }: Run): boolean =>
  context.settings.unreadableTabs.includes(tab);

/** Nothing is written to a tab whose rows cannot be told apart: every row would come a second time. */
export function block(
  tab: TabId,
  asked: readonly Pick<AskedChange, 'requestId'>[],
  run: Run,
): void {
  const title = tabs[tab].title[run.context.settings.language];
  for (const { requestId } of asked)
    run.blocked.set(requestId, (run.blocked.get(requestId) ?? new Set()).add(title));
}

/** Without those whose rows are left for later, which is noted: the tab tells nothing of the moment. */
export function leaveLater<T extends Pick<AskedChange, 'requestId'>>(
  tab: TabId,
  asked: readonly T[],
  run: Run,
): readonly T[] {
  const { mayLeave, isHurried } = run.context;
  if (mayLeave === undefined) return asked;
  if (isHurried !== true && !isLongTab(tab, run)) return asked;
  const left = asked.filter(({ requestId }) => mayLeave(requestId));
  for (const { requestId } of left) run.left.add(requestId);
  return asked.filter(({ requestId }) => !mayLeave(requestId));
}

function isLongTab(tab: TabId, run: Run): boolean {
  run.tops ??= readSeenTops(run.context.workbook, run.context.settings);
  const top = run.tops.get(tab);
  return top !== undefined && isLong(top.rows, top.header.length);
}

/** Notes rows to write, in their order. */
export function addWrites(run: Run, tab: TabId, writes: readonly RowWrite[]): void {
  const { only } = run.context;
  const known = run.writes.get(tab) ?? [];
  run.writes.set(tab, known);
  known.push(...(only === undefined ? writes : writes.filter((write) => only(tab, write))));
}

/** Where keys stand in a tab; a look finds all of a missing tab to be new. */
export function locateIn(
  tab: TabId,
  sought: readonly Sought[],
  run: Run,
): ReadonlyMap<string, Place> {
  const open = run.isLook ? findOpen(tab, run) : openOnce(tab, run);
  if (open !== null) return locateAll(open, sought, run.means);
  return new Map(sought.map(({ key }) => [key, { kind: 'new' }]));
}

/** The tab, read once in a run; a missing one ends the run. */
export function openOnce(tab: TabId, run: Run): OpenTab {
  const open = findOpen(tab, run);
  if (open === null) throw new MissingTab(tab);
  return open;
}

/** The tab, read once in a run; null when it is gone or taken apart. */
export function findOpen(tab: TabId, run: Run): OpenTab | null {
  const known = run.opened.get(tab);
  if (known !== undefined) return known;
  const { workbook, settings } = run.context;
  const sheet = findSheet(workbook, tabs[tab], settings.sheetIds[tab]);
  run.tops ??= readSeenTops(workbook, settings);
  const seen = run.tops.get(tab);
  const kept = run.context.kept?.get(tab);
  const isKept = kept !== undefined && isAsLeft(kept, seen);
  const open = isKept
    ? kept
    : sheet === null
      ? null
      : openTab(tabOf(tab, settings), sheet, { seen });
  if (open?.isWhole !== true) return null;
  run.opened.set(tab, open);
  return open;
}

/** What the changes tell of when the entity came into being. */
export function birthOf(group: readonly AskedChange[]): Birth {
  const births = group.flatMap(({ change }) => change.createdAtMs ?? []);
  const told = group.map(({ change }) =>
    change.kind === 'merge' ? change.saying.atMs : (change.createdAtMs ?? 0),
  );
  return {
    bornMs: births.length === 0 ? null : [Math.min(...births), Math.max(...births)],
    toldMs: Math.max(...told),
  };
}
