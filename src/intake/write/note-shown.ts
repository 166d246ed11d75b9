import type { State } from '../../projections/state';
import { derivations } from '../../rows/derivations';
import { renderRow } from '../../rows/merge-row';
import type { Merge } from '../../rows/plan';
import type { Run } from './write-run';

/** What a row shows now, and those that follow from it: for whoever only looks. */
export function noteShown(run: Run, merge: Merge, known: State): void {
  run.shown.set(`${merge.tab} ${merge.key}`, renderRow(merge, known));
  for (const { from, tab, derive } of derivations)
    if (from === merge.entity)
      for (const { key, content } of derive(merge, known)) run.shown.set(`${tab} ${key}`, content);
}
