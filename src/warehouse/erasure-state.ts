import { decodeRecord } from '../events/decode-record';
import type { Properties } from '../platform/services';
import { erasuresIn } from '../settings/privacy';

/** How far the warehouse is with people who were erased. It names nobody: that is told by what is stored for masking. */
export interface ErasureState {
  /** Erasures that it is done with. */
  readonly done: readonly string[];
  /** Those under way; none at rest. */
  readonly ids: readonly string[];
  /** Which of the tables, and from which row of it on. */
  readonly table: number;
  readonly row: number;
  /** Makes the ids of a pass's jobs its own; Google keeps their results for a day from `beganMs` on. */
  readonly pass: string;
  readonly beganMs: number;
  /** What this pass has found; the last one finds nothing. */
  readonly found: number;
  readonly passes: number;
  /** Rows that lost their person since it began. */
  readonly rows: number;
  readonly faults: number;
  readonly notBeforeMs: number;
  /** What Google said when it refused. */
  readonly problem: string;
}

const name = 'warehouse.erasure';

const atRest: ErasureState = {
  done: [],
  ids: [],
  table: 0,
  row: 0,
  pass: '',
  beganMs: 0,
  found: 0,
  passes: 0,
  rows: 0,
  faults: 0,
  notBeforeMs: 0,
  problem: '',
};

type All = Readonly<Record<string, string>>;

export const erasureFrom = (all: All): ErasureState => decodeRecord(all[name], atRest);

/** Erasures that the warehouse is not done with. */
export function erasuresLeft(all: All): readonly string[] {
  const done = new Set(erasureFrom(all).done);
  return erasuresIn(all).filter((id) => !done.has(id));
}

export function saveErasure({ set }: Pick<Properties, 'set'>, state: ErasureState): void {
  set(name, JSON.stringify(state));
}

/** At rest again, and done with these, too; those that nobody remembers any more are forgotten here as well. */
export function endOfErasure(all: All, { done, ids }: ErasureState): ErasureState {
  const known = new Set([...done, ...ids]);
  return { ...atRest, done: erasuresIn(all).filter((id) => known.has(id)) };
}
