import { asksForLater } from '../../rows/derivations';
import type { Services } from '../../platform/services';
import { MissingTab } from '../../tabs/missing-tab';
import type { StoredRequest } from '../journal/journal';
import type { Ledger } from '../repair/ledger';
import type { Judgement } from '../judge/judge';
import { writeChanges, type WriteReport } from '../write/write-changes';
import { rejudge } from './work-off';

/** How long one sweep may look for old rows. */
const lookupMs = 10_000;

/** How long what could not be judged is tried again: Google's refusals pass within that time, a fault of our own does not. */
const patienceMs = 3_600_000;

interface Left {
  readonly one: StoredRequest;
  readonly judgement: Judgement;
}

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
  const left = stored.map((one) => ({ one, judgement: rejudge(services, one, ledger) }));
  const report = writeOrNull(services, left, ledger);
  const nowMs = services.clock.now();
  const isDone = ({ one: { request }, judgement }: Left): boolean =>
    report !== null &&
    !report.unfinished.has(request.id) &&
    !report.blocked.has(request.id) &&
    // They were left because they had been judged well: a fault now may be Google's.
    (!isFaulty(judgement) || nowMs - request.receivedAtMs > patienceMs);
  return left.filter((each) => !isDone(each)).map(({ one }) => one);
}

const isFaulty = ({ failures }: Judgement): boolean =>
  failures.some(({ failure }) => failure.code === 'decoderFault');

/** Null when Google refuses any of it. */
function writeOrNull(
  services: Services,
  left: readonly Left[],
  ledger: Ledger,
): WriteReport | null {
  const { workbook, cache, clock } = services;
  const requested = left.map(({ one, judgement }) => ({
    requestId: one.request.id,
    changes: judgement.changes.filter(asksForLater),
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
