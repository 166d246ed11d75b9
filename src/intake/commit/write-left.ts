import { asksForLater } from '../../rows/derivations';
import type { Services } from '../../platform/services';
import { MissingTab } from '../../tabs/missing-tab';
import type { StoredRequest } from '../journal/journal';
import type { Ledger } from '../repair/ledger';
import { writeChanges, type WriteReport } from '../write/write-changes';
import { rejudge } from './work-off';

/** How long one sweep may look for old rows. */
const lookupMs = 10_000;

/**
 * Writes the rows that holds have left: contacts, and rows that follow from others. Returns the requests of which some could not be
 * written. Buffered until the flush.
 */
export function writeLeft(
  services: Services,
  stored: readonly StoredRequest[],
  ledger: Ledger,
): readonly StoredRequest[] {
  if (stored.length === 0) return [];
  const report = writeOrNull(services, stored, ledger);
  const isDone = ({ request: { id } }: StoredRequest): boolean =>
    report !== null && !report.unfinished.has(id) && !report.blocked.has(id);
  return stored.filter((one) => !isDone(one));
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
  const { config, kept, view } = ledger;
  const means = { workbook, cache, settings: config.settings, nowMs: clock.now(), lookupMs };
  try {
    return writeChanges(requested, {
      ...means,
      // Nothing was written since the ledger was opened.
      tops: view.tops,
      rewrites: false,
      derivesAlways: true,
      ...(kept === undefined ? {} : { kept }),
    });
  } catch (error) {
    if (error instanceof MissingTab) throw error;
    kept?.clear();
    return null;
  }
}
