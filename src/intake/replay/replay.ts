import type { FailureCode } from '../../events/failure';
import type { Services } from '../../platform/services';
import { updateBooks } from '../books/books';
import { workOffAndRecount } from '../books/recount';
import type { Ledger } from '../repair/ledger';
import { causeKey } from '../books/failure-rows';
import { readFailures } from '../journal/failure-line';
import { journalStatuses, type Line, type StoredRequest } from '../journal/journal';
import { allLines, readRequests } from '../journal/journal-lines';
import { isTestRequest } from '../journal/request';
import { judge } from '../judge/judge';
import { restOf } from './sweep-rest';
import type { SweepRest } from '../../settings/sweep-state';
import { previewChanges, type PlannedRow } from '../write/write-changes';
import type { RequestedChanges, WriteContext } from '../write/write-run';

/** Which journaled requests: one by its id, all of a cause of Falhas by its key, all that are quarantined, or everything. */
export type Selection =
  | { readonly kind: 'request'; readonly id: string }
  | { readonly kind: 'cause'; readonly key: string }
  | { readonly kind: 'quarantined'; readonly connectionId: string }
  | { readonly kind: 'due'; readonly nowMs: number }
  /** What a connection sent, with a journal number above that one. */
  | { readonly kind: 'connection'; readonly id: string; readonly afterNumber: number }
  /** Everything with a journal number above that one. */
  | { readonly kind: 'all'; readonly afterNumber: number };

/** Requests one replay takes at most, so that it ends within the time limit; press again for the rest. */
const maxRequests = 1000;

/** Finds the selected requests in the journal, in the order of their numbers. */
export function selectEntries(selection: Selection, { journal }: Ledger): readonly StoredRequest[] {
  const selected = allLines(journal).filter((line) => matches(selection, line));
  return readRequests(journal, selected.slice(0, maxRequests));
}

/** Failures of requests whose body the journal does not have: there is nothing to work off. */
const bodiless: ReadonlySet<FailureCode> = new Set(['bodyTooLarge', 'incompleteSpill']);

/** False when the journal keeps only what became of the request. */
export const hasBody = (line: Line): boolean =>
  !readFailures(line.error).some(({ failure }) => bodiless.has(failure.code));

function matches(selection: Selection, line: Line): boolean {
  if (!hasBody(line)) return false;
  const isFailed = line.status === journalStatuses.failed;
  const isQuarantined = line.status === journalStatuses.quarantined;
  if (selection.kind === 'request') return line.requestId === selection.id;
  if (selection.kind === 'cause')
    return (isFailed || isQuarantined) && causesOf(line).includes(selection.key);
  if (selection.kind === 'quarantined')
    return isQuarantined && line.connectionId === selection.connectionId;
  if (isTestRequest(line.requestId)) return false;
  if (selection.kind === 'connection')
    return line.connectionId === selection.id && line.number > selection.afterNumber;
  if (selection.kind === 'all') return line.number > selection.afterNumber;
  return isFailed && line.nextTryMs !== null && line.nextTryMs <= selection.nowMs;
}

/** Keys of the causes in Falhas that the line's failures belong to. */
export const causesOf = (line: Line): readonly string[] =>
  readFailures(line.error).map((failure) => causeKey(line.vendorName, failure));

/** Lines of requests that failed of a cause and whose body is there, in the order of their numbers. */
export const linesOfCause = (key: string, { journal }: Ledger): readonly Line[] =>
  allLines(journal).filter((line) => matches({ kind: 'cause', key }, line));

/** What a replay would do. */
export interface ReplayPreview {
  readonly rows: readonly PlannedRow[];
  /** Requests that were looked at, and those that would fail again. */
  readonly taken: number;
  readonly failing: number;
}

/** The rows that a replay would touch, without touching any. */
export function previewReplay(
  services: Services,
  selection: Selection,
  ledger: Ledger,
): ReplayPreview {
  const requested = judgeAgain(services, selectEntries(selection, ledger), ledger);
  return {
    rows: previewChanges(requested, replayContext(services, ledger)),
    taken: requested.length,
    failing: requested.filter(({ hasFailed }) => hasFailed).length,
  };
}

/** What a request asks for now, and whether a part of it fails. */
interface JudgedAgain extends RequestedChanges {
  readonly hasFailed: boolean;
}

/** The rows that these requests would touch now. */
export const previewRows = (
  services: Services,
  stored: readonly StoredRequest[],
  ledger: Ledger,
): readonly PlannedRow[] =>
  previewChanges(judgeAgain(services, stored, ledger), replayContext(services, ledger));

/** The changes that journaled requests ask for now. */
export function judgeAgain(
  { codec }: Services,
  stored: readonly StoredRequest[],
  { config: { settings, connections, privacy } }: Ledger,
): readonly JudgedAgain[] {
  return stored.map(({ request }) => {
    const connection = connections.find(({ id }) => id === request.connectionId) ?? null;
    const judged = judge(request, { codec, settings, connection, privacy });
    return {
      requestId: request.id,
      changes: judged.changes,
      hasFailed: judged.failures.length > 0,
    };
  });
}

/** Rows are looked for with patience, and written although they know everything. */
export const replayContext = (services: Services, { config }: Ledger): WriteContext => ({
  workbook: services.workbook,
  cache: services.cache,
  settings: config.settings,
  nowMs: services.clock.now(),
  lookupMs: 10_000,
  rewrites: true,
});

/**
 * Works the selected requests off again; harmless to repeat, since merging tells a row nothing twice. Falhas and Saúde learn what
 * was solved in the same flush. Buffered; callers hold the lock and flush.
 */
export function replay(services: Services, selection: Selection, ledger: Ledger): Replayed {
  updateBooks(services, ledger);
  const selected = selectEntries(selection, ledger);
  const worked = workOffAndRecount(services, selected, ledger);
  const failing = worked.filter(
    ({ after }) => after.status === 'failed' || after.status === 'quarantined',
  );
  const lastNumber = selected[selected.length - 1]?.line.number ?? 0;
  const report = { taken: worked.length, failing: failing.length, lastNumber };
  return { report, rest: restOf(worked) };
}

/** What a person is told of a replay, and what it leaves to the sweep. */
export interface Replayed {
  readonly report: ReplayReport;
  readonly rest: SweepRest;
}

export interface ReplayReport {
  readonly taken: number;
  readonly failing: number;
  /** Journal number of the last one taken: where the next run of a long replay goes on. */
  readonly lastNumber: number;
}
