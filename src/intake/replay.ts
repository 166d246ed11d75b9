import type { Services } from '../platform/services';
import { failureChanges, openAccount, settleAccounts } from './accounts';
import type { Ledger } from './commit';
import { saveConnection, type Connection } from './config';
import { forgetConfig } from './config-cache';
import { causeKey, type FailureNews } from './failure-rows';
import { readFailures } from './failure-line';
import { journalStatuses, readEntries, type StoredRequest } from './journal';
import { judge } from './judge';
import { previewChanges, type PlannedRow } from './write-changes';
import { workOff, type WorkedOff } from './work-off';

/** Which journaled requests: one by its id, all of a cause of Falhas by its key, all that are held, or everything. */
export type Selection =
  | { readonly kind: 'request'; readonly id: string }
  | { readonly kind: 'cause'; readonly key: string }
  | { readonly kind: 'held'; readonly connectionId: string }
  | { readonly kind: 'due'; readonly nowMs: number }
  /** Everything with a journal number above that one. */
  | { readonly kind: 'all'; readonly afterNumber: number };

/** Requests one replay takes at most, so that it ends within the time limit; press again for the rest. */
const maxRequests = 1000;
const rowsPerRead = 2000;

/** Finds the selected requests in the journal. */
export function selectEntries(selection: Selection, { journal }: Ledger): readonly StoredRequest[] {
  const selected: StoredRequest[] = [];
  for (let row = 2; row <= journal.lastRow() && selected.length < maxRequests; row += rowsPerRead) {
    const rows = Math.min(rowsPerRead, journal.lastRow() - row + 1);
    selected.push(
      ...readEntries(journal, row, rows).filter((stored) => matches(selection, stored)),
    );
  }
  return selected.slice(0, maxRequests);
}

function matches(selection: Selection, stored: StoredRequest): boolean {
  const isFailed = stored.status === journalStatuses.failed;
  const isHeld = stored.status === journalStatuses.held;
  if (selection.kind === 'request') return stored.request.id === selection.id;
  if (selection.kind === 'cause')
    return (isFailed || isHeld) && causesOf(stored).includes(selection.key);
  if (selection.kind === 'held')
    return isHeld && stored.request.connectionId === selection.connectionId;
  if (selection.kind === 'all') return stored.number > selection.afterNumber;
  return isFailed && stored.nextTryMs !== null && stored.nextTryMs <= selection.nowMs;
}

const causesOf = (stored: StoredRequest): readonly string[] =>
  readFailures(stored.error).map((failure) => causeKey(stored.vendorName, failure));

/** The rows that a replay would touch, without touching any. */
export function previewReplay(
  services: Services,
  selection: Selection,
  ledger: Ledger,
): readonly PlannedRow[] {
  const { config } = ledger;
  const requested = selectEntries(selection, ledger).map(({ request }) => {
    const connection = config.connections.find(({ id }) => id === request.connectionId) ?? null;
    const { changes } = judge(request, {
      codec: services.codec,
      settings: config.settings,
      connection,
    });
    return { requestId: request.id, changes };
  });
  const { settings } = config;
  return previewChanges(requested, {
    workbook: services.workbook,
    settings,
    nowMs: services.clock.now(),
    searches: 20,
  });
}

/**
 * Works the selected requests off again; harmless to repeat, since merging tells a row nothing twice. Falhas learns what was solved
 * in the same flush. Buffered; callers hold the lock and flush. Returns how many requests were taken and how many still fail.
 */
export function replay(services: Services, selection: Selection, ledger: Ledger): ReplayReport {
  settleAccounts(services, ledger);
  const selected = selectEntries(selection, ledger);
  const upsertFailures = openAccount('failures', services, ledger);
  const worked = workOff(services, selected, ledger);
  upsertFailures(failureChanges(worked.flatMap(newsOf), ledger));
  const failing = worked.filter(
    ({ after }) => after.status === 'failed' || after.status === 'held',
  );
  const lastNumber = selected[selected.length - 1]?.number ?? 0;
  return { taken: worked.length, failing: failing.length, lastNumber };
}

export interface ReplayReport {
  readonly taken: number;
  readonly failing: number;
  /** Journal number of the last one taken: where the next run of a long replay goes on. */
  readonly lastNumber: number;
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

/** Accepts the token that a held request carries, and replays what was held for it. */
export function acceptToken(services: Services, connection: Connection, token: string): Connection {
  const accepted = { ...connection, tokens: [...new Set([...connection.tokens, token])] };
  saveConnection(services.properties, accepted);
  forgetConfig(services);
  return accepted;
}
