import { decodeRecord } from '../../events/decode-record';
import type { Properties } from '../../platform/services';

type All = Readonly<Record<string, string>>;

/** How far a connection's walk has come. Stored after what it brought: a crash in between only makes it look twice. */
export interface ReconcileState {
  /** Where the walk goes on; blank: none is under way. */
  readonly position: string;
  /** What it looks at: from then on, up to when it began. Epoch ms. */
  readonly fromMs: number;
  readonly untilMs: number;
  /** Records that it has found, those of them that were missing, and what it was not shown. */
  readonly found: number;
  readonly missing: number;
  readonly unreadable: number;
  readonly calls: number;
  /** The wish that was heard last. */
  readonly wish: number;
  /** Local day, counted from 1970, of the last walk that a night began. */
  readonly nightDay: number;
  /** Nothing is asked before, epoch ms. */
  readonly notBeforeMs: number;
  /** Runs in a row that got no step further. */
  readonly stalls: number;
  /** Why it does not go on, in words; blank: it does. */
  readonly cause: string;
  readonly words: string;
  /** True when only a person, or the next night, sets it going again. */
  readonly isStopped: boolean;
  /** The last walk that came to its end: when, since when it looked, and what it came to. */
  readonly doneMs: number;
  readonly doneFromMs: number;
  readonly doneFound: number;
  readonly doneMissing: number;
  readonly doneUnreadable: number;
}

const initial: ReconcileState = {
  position: '',
  fromMs: 0,
  untilMs: 0,
  found: 0,
  missing: 0,
  unreadable: 0,
  calls: 0,
  wish: 0,
  nightDay: 0,
  notBeforeMs: 0,
  stalls: 0,
  cause: '',
  words: '',
  isStopped: false,
  doneMs: 0,
  doneFromMs: 0,
  doneFound: 0,
  doneMissing: 0,
  doneUnreadable: 0,
};

const prefix = 'reconcile.state.';

export const reconcileStateFrom = (all: All, connectionId: string): ReconcileState =>
  decodeRecord(all[prefix + connectionId], initial);

export function saveReconcileState(
  { set }: Pick<Properties, 'set'>,
  connectionId: string,
  state: ReconcileState,
): void {
  set(prefix + connectionId, JSON.stringify(state));
}
