import type { Services } from '../../platform/services';
import { configFrom, type Connection } from '../../settings/config';
import { reconcileSettingsFrom } from '../../settings/missed';
import { openApis } from '../../sync/reconcile/apis';
import { reconcileStateFrom, type ReconcileState } from '../../sync/reconcile/reconcile-state';
import { sayHindrance, sayResult } from '../../sync/reconcile/reconcile-texts';
import { findWalk } from '../../sync/reconcile/walks';
import { listOrders, type Paging } from '../../vendors/kit/api';
import { findVendor } from '../../vendors/registry';
import { languageOf } from '../language';
import { sayTime } from '../say-time';
import { speaker } from '../speak';

type All = Readonly<Record<string, string>>;

/** Days back that a person may choose. */
export const missedDays: readonly number[] = [1, 2, 7, 14, 30];

/** What the card shows of the search for what was missed. */
export function readMissed(services: Services, all: All, connection: Connection) {
  const speak = speaker(services);
  const settings = reconcileSettingsFrom(all, connection.id);
  const { isDaily, days } = settings;
  const isPagingAsked = findWalk(connection.vendor)?.isPagingAsked === true;
  return {
    isDaily,
    paging: isPagingAsked ? readPaging(settings, speak) : null,
    days: String(days),
    choices: missedDays.map((count) => ({
      id: String(count),
      name: speak(count === 1 ? 'missedOneDay' : 'missedManyDays', { days: String(count) }),
    })),
    state: sayMissed(services, all, connection),
  };
}

const orderTexts = { days: 'pagingDays', newest: 'pagingNewest', oldest: 'pagingOldest' } as const;

function readPaging({ firstPage, order }: Paging, speak: ReturnType<typeof speaker>) {
  return {
    firstPage: String(firstPage),
    pages: ['0', '1'].map((id) => ({ id, name: id })),
    order,
    orders: listOrders.map((id) => ({ id, name: speak(orderTexts[id]) })),
  };
}

/** How far the search is, or why it waits, and what the last one came to. */
export function sayMissed(services: Services, all: All, connection: Connection): string {
  const speak = speaker(services);
  if (openApis(all, connection).size === 0) return speak('accessIncomplete');
  const state = reconcileStateFrom(all, connection.id);
  const { offsetMinutes } = configFrom(all).settings;
  const last = sayResult(state, connection.vendor, {
    language: languageOf(services.host.locale()),
    offsetMinutes,
  });
  const now = sayProgress(services, state, { connection, offsetMinutes });
  return [now, last].filter(Boolean).join(' ') || speak('missedNever');
}

interface Place {
  readonly connection: Connection;
  readonly offsetMinutes: number;
}

function sayProgress(
  services: Services,
  state: ReconcileState,
  { connection, offsetMinutes }: Place,
): string {
  const speak = speaker(services);
  if (state.position === '') return '';
  const language = languageOf(services.host.locale());
  const trouble = sayHindrance(state, findVendor(connection.vendor).name, language);
  if (trouble !== null && state.isStopped) return trouble;
  if (trouble !== null)
    return speak('missedWaits', { trouble, time: sayTime(state.notBeforeMs, offsetMinutes) });
  const { found, missing } = state;
  return speak('missedUnderWay', { found: String(found), missing: String(missing) });
}
