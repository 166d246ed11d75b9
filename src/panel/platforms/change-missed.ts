import type { Services } from '../../platform/services';
import { configFrom } from '../../settings/config';
import { runJob } from '../../sync/jobs/run-jobs';
import { openApis } from '../../sync/reconcile/apis';
import { countConversations } from '../../sync/reconcile/known-rows';
import { reconcileJob } from '../../sync/reconcile/reconcile-job';
import { findWalk } from '../../sync/reconcile/walks';
import {
  reconcileSettingsFrom,
  saveReconcileSettings,
  type ReconcileSettings,
} from '../../settings/missed';
import { listOrders } from '../../vendors/kit/api';
import { whileLocked } from '../change';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';
import { findConnection, isListed } from './find-connection';
import { missedDays, sayMissed } from './missed';
import { readPlatformsPage, type PlatformsPage } from './page';

type Page = Outcome<PlatformsPage>;

const dayMs = 86_400_000;
/** Conversations of a page of any platform's list, and questions that come before the first. */
const conversationsAPage = 20;
const firstQuestions = 5;

/** Whether it is looked for every night, and how the platform's lists are paged; what does not fit of that is the safe way. */
export const keepMissed = (
  services: Services,
  id: string,
  { order, ...wanted }: Pick<ReconcileSettings, 'isDaily' | 'firstPage'> & { order: string },
): Page =>
  change(services, id, (known) => ({
    ...known,
    ...wanted,
    order: listOrders.find((one) => one === order) ?? 'days',
  }));

/** About how many calls a search of so many days would make. Nothing is asked for it. */
export function countMissed(services: Services, id: string, days: number): Outcome {
  const speak = speaker(services);
  const found = findConnection(services, id);
  if (found.kind !== 'done') return found;
  const { connection } = found.value;
  if (!isListed(connection) || !missedDays.includes(days)) return refused(speak('badRequest'));
  const config = configFrom(services.properties.getAll());
  const fromMs = services.clock.now() - days * dayMs;
  const count = countConversations({ services, config, connection }, fromMs);
  const each = findWalk(connection.vendor)?.isListOnly === true ? 0 : count;
  const calls = each + Math.ceil(count / conversationsAPage) + firstQuestions;
  return done(null, speak('missedCost', { count: String(count), calls: String(calls) }));
}

/** Begins a search, and goes on with it as long as a click may run; the trigger does the rest. */
export function fetchMissed(services: Services, id: string, days: number): Page {
  const speak = speaker(services);
  if (!missedDays.includes(days)) return refused(speak('badRequest'));
  const begun = change(services, id, (known) => ({ ...known, days, wish: known.wish + 1 }));
  if (begun.kind !== 'done') return begun;
  const isRun = runJob(services, reconcileJob, 'click');
  const all = services.properties.getAll();
  const connection = configFrom(all).connections.find((one) => one.id === id);
  const isTold = isRun && connection !== undefined;
  const sentence = isTold ? sayMissed(services, all, connection) : speak('missedBegins');
  return done(readPlatformsPage(services), sentence);
}

/** Only where there is an access. */
function change(
  services: Services,
  id: string,
  make: (known: ReconcileSettings) => ReconcileSettings,
): Page {
  return whileLocked(services, () => {
    const speak = speaker(services);
    const found = findConnection(services, id);
    if (found.kind !== 'done') return found;
    const all = services.properties.getAll();
    const { connection } = found.value;
    if (!isListed(connection)) return refused(speak('badRequest'));
    if (openApis(all, connection).size === 0) return refused(speak('accessIncomplete'));
    saveReconcileSettings(services.properties, id, make(reconcileSettingsFrom(all, id)));
    return done(readPlatformsPage(services), speak('missedSaved'));
  });
}
