import { openBook, readIsCounted } from './books';
import type { Services } from '../../platform/services';
import type { Ledger } from '../repair/ledger';
import { readFailures, type CountedFailure } from '../journal/failure-line';
import { failureChanges } from './failure-news';
import { causeKey, type FailureNews } from './failure-rows';
import { countsOf, healthCorrections } from './health-news';
import { addCounts, noCounts, subtractCounts, type HealthCount } from './health-rows';
import { journalStatuses, type StoredRequest } from '../journal/journal';
import { isTestRequest } from '../journal/request';
import { workOff, type WorkedOff } from '../commit/work-off';

/**
 * Works requests off and tells Falhas and Saúde in the same flush what became of those that they had counted already.
 * The others are counted in their final state, when the books reach them; test events never are.
 */
export function workOffAndRecount(
  services: Services,
  stored: readonly StoredRequest[],
  ledger: Ledger,
): readonly WorkedOff[] {
  if (stored.length === 0) return [];
  const isCountedLine = readIsCounted(services, ledger);
  const isCounted = ({ line }: StoredRequest): boolean =>
    isCountedLine(line) && !isTestRequest(line.requestId);
  if (!stored.some(isCounted)) return workOff(services, stored, ledger);
  const upsertFailures = openBook('failures', services, ledger);
  const upsertHealth = openBook('health', services, ledger);
  const worked = workOff(services, stored, ledger);
  const recounted = worked.filter(({ before }) => isCounted(before));
  upsertFailures(failureChanges(recounted.flatMap(newsOf), ledger));
  upsertHealth(healthCorrections(services, ledger, correctionsOf(recounted)));
  return worked;
}

/** What each connection's counts change by. */
function correctionsOf(worked: readonly WorkedOff[]): ReadonlyMap<string, HealthCount> {
  const byConnection = new Map<string, HealthCount>();
  for (const { before, after } of worked) {
    const now = countsOf({ status: journalStatuses[after.status], rows: after.rows });
    const change = subtractCounts(now, countsOf(before.line));
    const { connectionId } = before.request;
    byConnection.set(connectionId, addCounts(byConnection.get(connectionId) ?? noCounts, change));
  }
  return byConnection;
}

/**
 * How many failures of each cause the request has less or more than before: less is solved, more counts as new. A cause that
 * it has as often as before learns the next try.
 */
function newsOf({ before, after }: WorkedOff): readonly FailureNews[] {
  const old = byCause(before, before.line.error);
  const now = byCause(before, after.error);
  const { receivedAtMs } = before.request;
  return [...new Map([...old, ...now])].map(([key, failure]) => {
    const more = (now.get(key)?.times ?? 0) - (old.get(key)?.times ?? 0);
    return {
      vendorName: before.line.vendorName,
      failure,
      count: Math.max(0, more),
      solved: Math.max(0, -more),
      firstMs: receivedAtMs,
      lastMs: receivedAtMs,
      nextTryMs: after.nextTryMs,
    };
  });
}

function byCause({ line }: StoredRequest, error: string): ReadonlyMap<string, CountedFailure> {
  return new Map(
    readFailures(error).map((failure) => [causeKey(line.vendorName, failure), failure] as const),
  );
}
