import { asksForLater } from '../../rows/derivations';
import type { Services } from '../../platform/services';
import { MissingTab } from '../../tabs/missing-tab';
import type { Line, StoredRequest } from '../journal/journal';
import { journalStatuses } from '../journal/journal';
import { updateLine } from '../journal/journal-write';
import { isTestRequest } from '../journal/request';
import type { SweepRest } from '../../settings/sweep-state';
import type { Ledger } from '../repair/ledger';
import { writeChanges, type WriteReport } from '../write/write-changes';
import { rejudge } from './work-off';

/** True for a line of which a hold has left rows to the sweep: it was written, and asks for a visit all the same. */
export const isLeft = ({ requestId, status, nextTryMs }: Line): boolean =>
  nextTryMs !== null &&
  (status === journalStatuses.written || status === journalStatuses.unknown) &&
  !isTestRequest(requestId);

/** How long one sweep may look for old rows. */
const lookupMs = 10_000;

/**
 * Writes the rows that holds have left: contacts, and rows that follow from others. What cannot be written becomes open again, for
 * the next sweep to work off whole. Buffered until the flush.
 */
export function writeLeft(
  services: Services,
  stored: readonly StoredRequest[],
  ledger: Ledger,
): SweepRest {
  if (stored.length === 0) return { openAbove: null, nextTryMs: null };
  const report = writeOrNull(services, stored, ledger);
  const isDone = ({ request: { id } }: StoredRequest): boolean =>
    report !== null && !report.unfinished.has(id) && !report.blocked.has(id);
  for (const one of stored) {
    const status = isDone(one) ? one.line.status : journalStatuses.waiting;
    updateLine(ledger.journal, one.line, { status, nextTryMs: null });
  }
  const open = stored.filter((one) => !isDone(one)).map(({ line }) => line.number);
  return { openAbove: open.length === 0 ? null : Math.min(...open) - 1, nextTryMs: null };
}

/** Null when Google refuses any of it. */
function writeOrNull(
  services: Services,
  stored: readonly StoredRequest[],
  ledger: Ledger,
): WriteReport | null {
  const { workbook, cache, clock } = services;
  const requested = stored.map((one) => ({
    requestId: one.request.id,
    changes: rejudge(services, one, ledger).changes.filter(asksForLater),
  }));
  const { settings } = ledger.config;
  const means = { workbook, cache, settings, nowMs: clock.now(), lookupMs };
  try {
    return writeChanges(requested, { ...means, rewrites: false, derivesAlways: true });
  } catch (error) {
    if (error instanceof MissingTab) throw error;
    return null;
  }
}
