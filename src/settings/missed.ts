import { decodeRecord } from '../events/decode-record';
import type { Properties } from '../platform/services';
import { listOrders, type Paging } from '../vendors/kit/api';

type All = Readonly<Record<string, string>>;

/** What a person wants of a connection: written by the page alone, as the state is by the job alone. */
export interface ReconcileSettings extends Paging {
  /** Whether what was missed is looked for every night. */
  readonly isDaily: boolean;
  /** Days back that a walk by hand looks. */
  readonly days: number;
  /** Rises with each wish for a walk by hand. */
  readonly wish: number;
}

const initial: ReconcileSettings = {
  isDaily: false,
  days: 7,
  wish: 0,
  firstPage: 0,
  order: 'days',
};

const prefix = 'reconcile.wish.';

/** What does not fit is as it was before anybody set it. */
export function reconcileSettingsFrom(all: All, connectionId: string): ReconcileSettings {
  const stored = decodeRecord(all[prefix + connectionId], initial);
  const order = listOrders.find((one) => one === stored.order) ?? initial.order;
  return { ...stored, order, firstPage: stored.firstPage === 1 ? 1 : 0 };
}

export function saveReconcileSettings(
  { set }: Pick<Properties, 'set'>,
  connectionId: string,
  settings: ReconcileSettings,
): void {
  set(prefix + connectionId, JSON.stringify(settings));
}
