import { readFailures } from './failure-line';
import { causeKey, type FailureNews } from './failure-rows';
import { noCounts, subtractCounts, type HealthCount } from './health-rows';
import { countsOf, healthCorrections, openAccount, readCountedNumber } from './accounts';
import { failureChanges } from './failure-news';
import type { Services } from '../platform/services';
import type { Ledger } from './commit';
import { journalStatuses, type StoredRequest } from './journal';
import { addCounts } from './health-rows';
import { workOff, type WorkedOff } from './work-off';

/**
 * Works requests off and tells Falhas and Saúde in the same flush what became of those that they had counted already.
 * The others are counted in their final state, when the accounts reach them.
 */
export function workOffAndBook(
  services: Services,
  stored: readonly StoredRequest[],
  ledger: Ledger,
): readonly WorkedOff[] {
  const countedNumber = readCountedNumber(services, ledger);
  const isCounted = ({ number }: StoredRequest): boolean => number <= countedNumber;
  if (!stored.some(isCounted)) return workOff(services, stored, ledger);
  const upsertFailures = openAccount('failures', services, ledger);
  const upsertHealth = openAccount('health', services, ledger);
  const worked = workOff(services, stored, ledger);
  const booked = worked.filter(({ before }) => isCounted(before));
  upsertFailures(failureChanges(booked.flatMap(newsOf), ledger));
  upsertHealth(healthCorrections(services, ledger, correctionsOf(booked)));
  return worked;
}

/** What each connection's counts change by. */
function correctionsOf(worked: readonly WorkedOff[]): ReadonlyMap<string, HealthCount> {
  const byConnection = new Map<string, HealthCount>();
  for (const { before, after } of worked) {
    const status = journalStatuses[after.status];
    if (status === before.status) continue;
    const change = subtractCounts(countsOf(status), countsOf(before.status));
    const { connectionId } = before.request;
    byConnection.set(connectionId, addCounts(byConnection.get(connectionId) ?? noCounts, change));
  }
  return byConnection;
}

/** A cause that the request no longer has is solved; one that is new counts as new; the rest only learn the next try. */
function newsOf({ before, after }: WorkedOff): readonly FailureNews[] {
  const key = (failure: Parameters<typeof causeKey>[1]): string =>
    causeKey(before.vendorName, failure);
  const old = readFailures(before.error);
  const now = readFailures(after.error);
  const oldKeys = new Set(old.map(key));
  const nowKeys = new Set(now.map(key));
  const base = {
    vendorName: before.vendorName,
    firstMs: before.request.receivedAtMs,
    lastMs: before.request.receivedAtMs,
    nextTryMs: after.nextTryMs,
  };
  const solved = old.map((failure) => ({
    ...base,
    failure,
    count: 0,
    solved: nowKeys.has(key(failure)) ? 0 : 1,
  }));
  const added = now
    .filter((failure) => !oldKeys.has(key(failure)))
    .map((failure) => ({ ...base, failure, count: 1, solved: 0 }));
  return [...solved, ...added];
}
