import { openBook, readIsCounted } from './books';
import type { Services } from '../../platform/services';
import type { Ledger } from '../repair/ledger';
import { readFailures, type CountedFailure } from '../journal/failure-line';
import { failureChanges } from './failure-news';
import { causeKey, type FailureNews } from './failure-rows';
import { countsOf, healthCorrections } from './health-news';
import { addCounts, noCounts, subtractCounts, type HealthCount } from './health-rows';
import { journalStatuses, type Line, type StoredRequest } from '../journal/journal';
import { clearVisits, updateLine } from '../journal/journal-write';
import { isTestRequest } from '../journal/request';
import { workOff, type WorkedOff } from '../commit/work-off';
import { writeLeft } from '../commit/write-left';
import type { SweepRest } from '../../settings/sweep-state';

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
  upsertHealth(healthCorrections(services, ledger, byConnection(recounted.map(correctionOf))));
  return worked;
}

/**
 * Writes the rows that holds have left. Requests of which they cannot be written become open again, for the next sweep to work off
 * whole; an open line is counted as nothing, so those that the books have counted are taken out. Buffered until the flush.
 */
export function writeLeftAndRecount(
  services: Services,
  stored: readonly StoredRequest[],
  ledger: Ledger,
): SweepRest {
  if (stored.length === 0) return { openAbove: null, nextTryMs: null };
  const undone = writeLeft(services, stored, ledger);
  if (undone.length > 0) takeOut(services, undone, ledger);
  clearVisits(
    ledger.journal,
    stored.map(({ line }) => line),
  );
  for (const { line } of undone)
    updateLine(ledger.journal, line, { status: journalStatuses.waiting });
  return openAbove(undone);
}

function takeOut(services: Services, stored: readonly StoredRequest[], ledger: Ledger): void {
  const isCounted = readIsCounted(services, ledger);
  const counted = stored.filter(({ line }) => isCounted(line) && !isTestRequest(line.requestId));
  const upsertHealth = openBook('health', services, ledger);
  const changes = counted.map(({ line }) => ({ line, change: countsAs(line, noCounts) }));
  upsertHealth(healthCorrections(services, ledger, byConnection(changes)));
}

/** They stay open for the next sweep. */
export const openAbove = (stored: readonly StoredRequest[]): SweepRest => ({
  openAbove: stored.length === 0 ? null : Math.min(...stored.map(({ line }) => line.number)) - 1,
  nextTryMs: null,
});

/** What the counts change by when a line is counted as something else than it was. */
const countsAs = (line: Line, now: HealthCount): HealthCount => subtractCounts(now, countsOf(line));

const correctionOf = ({ before: { line }, after }: WorkedOff): Correction => {
  const now = countsOf({ status: journalStatuses[after.status], rows: after.rows });
  return { line, change: countsAs(line, now) };
};

interface Correction {
  readonly line: Line;
  readonly change: HealthCount;
}

/** What each connection's counts change by. */
function byConnection(corrections: readonly Correction[]): ReadonlyMap<string, HealthCount> {
  const changes = new Map<string, HealthCount>();
  for (const { line, change } of corrections) {
    const { connectionId } = line;
    changes.set(connectionId, addCounts(changes.get(connectionId) ?? noCounts, change));
  }
  return changes;
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
