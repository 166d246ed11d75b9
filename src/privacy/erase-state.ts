import { decodeRecord } from '../events/decode-record';
import type { Properties } from '../platform/services';

/** How far an erasure has come. It names nobody: whom it is about is told by the entries that are stored for masking. */
export interface EraseState {
  /** Of the person who is erased; blank: nobody is. */
  readonly id: string;
  readonly phase: string;
  /** Where in the tabs it goes on. */
  readonly register: number;
  readonly row: number;
  /** The journal is done up to this number. */
  readonly number: number;
  /** What this pass over everything has found; the last one finds nothing. */
  readonly found: number;
  /** Passes that have found something. */
  readonly passes: number;
  /** What left so far. */
  readonly rows: number;
  readonly requests: number;
  readonly untilMs: number;
}

const key = 'privacy.job';

const nobody: EraseState = {
  id: '',
  phase: '',
  register: 0,
  row: 0,
  number: 0,
  found: 0,
  passes: 0,
  rows: 0,
  requests: 0,
  untilMs: 0,
};

/** The erasure that is under way; null when none is. */
export function eraseStateFrom(all: Readonly<Record<string, string>>): EraseState | null {
  const state = decodeRecord(all[key], nobody);
  return state.id === '' ? null : state;
}

/** A person's erasure at its beginning. */
export const beginState = (id: string, untilMs: number): EraseState => ({
  ...nobody,
  id,
  untilMs,
  phase: 'room',
});

/** The property that says it, for whoever stores other things beside it. */
export const eraseProperty = (state: EraseState): Record<string, string> => ({
  [key]: JSON.stringify(state),
});

export const saveEraseState = ({ set }: Pick<Properties, 'set'>, state: EraseState): void =>
  set(key, JSON.stringify(state));

export const endErasure = ({ remove }: Pick<Properties, 'remove'>): void => remove(key);
