import { derivations, derivedState } from '../../rows/derivations';
import type { DerivedRow } from '../../rows/merge-row';
import type { TabId } from '../../tabs/tabs';
import type { RowWrite } from '../../sheets/write-rows';
import {
  addWrites,
  birthOf,
  block,
  isUnreadable,
  leaveLater,
  locateIn,
  type AskedChange,
  type DerivationSource,
  type Run,
} from './write-run';

/** Remembers a merged row from which rows of other registers follow. */
export function noteDerived(run: Run, source: DerivationSource): void {
  if (derivations.some(({ from }) => from === source.merge.entity)) run.sources.push(source);
}

interface Wanted {
  readonly row: DerivedRow;
  readonly group: readonly AskedChange[];
}

/** Locates all rows that follow from the merged ones, each tab in one batch, and notes for writing those that show something else now. */
export function deriveAll(run: Run): void {
  for (const { from, tab, derive } of derivations) {
    const wanted = run.sources
      .filter(({ merge }) => merge.entity === from)
      .flatMap(({ merge, state, group }) => derive(merge, state).map((row) => ({ row, group })));
    if (wanted.length > 0) writeDerived(tab, wanted, run);
  }
}

function writeDerived(tab: TabId, all: readonly Wanted[], run: Run): void {
  const asked = all.flatMap(({ group }) => group);
  if (isUnreadable(tab, run)) return block(tab, asked, run);
  // Who waits for one of a row's requests gets the row now.
  const due = new Set(leaveLater(tab, asked, run));
  const wanted = all.filter(({ group }) => group.some((one) => due.has(one)));
  if (wanted.length === 0) return;
  const places = locateIn(
    tab,
    wanted.map(({ row }) => row),
    run,
  );
  for (const { row, group } of wanted) {
    const place = places.get(row.key);
    if (place === undefined || place.kind === 'unsearched')
      for (const { requestId } of group) run.unfinished.add(requestId);
    else {
      const existing = place.kind === 'row' ? place.row : null;
      const write = { ...toWrite(row, birthOf(group).toldMs), existing };
      if (existing?.state !== write.state || run.context.rewrites) addWrites(run, tab, [write]);
    }
  }
}

function toWrite(row: DerivedRow, toldMs: number): Omit<RowWrite, 'existing'> {
  const { key, content, createdAtMs } = row;
  const bornMs = createdAtMs === null ? null : ([createdAtMs, createdAtMs] as const);
  return { key, content, state: derivedState(row), birth: { bornMs, toldMs } };
}
