import { shortHash } from '../events/short-hash';
import type { TabId } from '../tabs/tabs';
import { deriveAttendances, type DerivedRow } from './merge-row';
import type { RegisterEntity } from '../tabs/registers';
import type { Change, Merge } from './plan';
import type { State } from '../projections/state';

/** Rows of one register that follow from a row of another one, and are written with it. */
export interface Derivation {
  readonly from: RegisterEntity;
  readonly tab: TabId;
  /** The rows that follow; the same ones, with the same keys, whatever the order in which the state came to be. */
  derive(merge: Merge, state: State): readonly DerivedRow[];
}

const derives = (merge: Merge): boolean => merge.derives === 'chat' || merge.derives === 'numbered';

/** Of platforms without attendances of their own: one for each episode of a conversation. */
export const derivations: readonly Derivation[] = [
  {
    from: 'conversation',
    tab: 'attendances',
    derive: (merge, state) => (derives(merge) ? deriveAttendances(merge, state) : []),
  },
];

/**
 * Whether a change asks for rows that tell nothing of the moment, and may come a little later: contacts, and rows that follow from
 * others.
 */
export const asksForLater = (change: Change): boolean =>
  change.kind === 'merge' &&
  (change.entity === 'contact' || derivations.some(({ from }) => from === change.entity));

/** The `Estado` of a row that follows from another one: what its cells show, in short, so that it is written only when that changes. */
export const derivedState = ({ content }: DerivedRow): string =>
  JSON.stringify({ shows: shortHash(JSON.stringify(content)) });
