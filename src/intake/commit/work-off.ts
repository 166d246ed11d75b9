import type { FailureCode } from '../../events/failure';
import type { Services } from '../../platform/services';
import { codesOf, describeFailures } from '../journal/failure-line';
import { settleEntry } from './settle';
import { type Ledger } from '../repair/ledger';
import { journalStatuses, type JournalEntry, type StoredRequest } from '../journal/journal';
import { updateEntry } from '../journal/journal-write';
import { judge, type Judgement } from '../judge/judge';
import { MissingTab } from '../../tabs/missing-tab';
import { nextVisit } from '../judge/retry-plan';
import { writeChanges, type WriteReport } from '../write/write-changes';

/** How long one run of the sweep or one replay may look for old rows. */
const lookupMsPerRun = 10_000;

/** A journaled request before and after it was worked off. */
export interface WorkedOff {
  readonly before: StoredRequest;
  readonly after: JournalEntry;
}

/** Judges journaled requests again, writes what they ask for and rewrites their journal lines. Buffered until the flush. */
export function workOff(
  services: Services,
  stored: readonly StoredRequest[],
  ledger: Ledger,
): readonly WorkedOff[] {
  const judged = stored.map((before) => ({ before, judgement: rejudge(services, before, ledger) }));
  const settled =
    settleTogether(services, judged, ledger) ??
    judged.map((one) => settleAlone(services, one, ledger));
  for (const { before, after } of settled) updateEntry(ledger.journal, before, after);
  return settled;
}

interface Judged {
  readonly before: StoredRequest;
  readonly judgement: Judgement;
}

/** A journaled request judged as the code and the configuration of now do. */
export function rejudge(
  services: Services,
  { request }: StoredRequest,
  { config }: Ledger,
): Judgement {
  const connection = config.connections.find(({ id }) => id === request.connectionId) ?? null;
  const { settings, privacy } = config;
  return judge(request, { codec: services.codec, settings, connection, privacy });
}

/** All in one pass; null when Google refuses any of it. */
function settleTogether(
  services: Services,
  judged: readonly Judged[],
  ledger: Ledger,
): readonly WorkedOff[] | null {
  try {
    const report = write(services, judged, ledger);
    return judged.map((one) => settle(services, one, report));
  } catch (error) {
    if (error instanceof MissingTab) throw error;
    ledger.kept?.clear();
    return null;
  }
}

/** One that cannot be written becomes a failure of its own and does not stop its neighbours. */
function settleAlone(services: Services, judged: Judged, ledger: Ledger): WorkedOff {
  try {
    return settle(services, judged, write(services, [judged], ledger));
  } catch (error) {
    const received = error instanceof Error ? error.message : 'unknown fault';
    const failure = { code: 'writeFault', path: '', expected: 'a written row', received } as const;
    const { entry } = judged.judgement;
    const failed = {
      ...entry,
      status: 'failed',
      error: describeFailures([{ event: entry.events[0] ?? '', failure }]),
      rows: judged.before.line.rows,
    } as const;
    return finish(judged, failed, { codes: ['writeFault'], nowMs: services.clock.now() });
  }
}

function write(
  services: Services,
  judged: readonly Judged[],
  { config, kept }: Ledger,
): WriteReport {
  const requested = judged.map(({ before, judgement }) => ({
    requestId: before.request.id,
    changes: judgement.changes,
  }));
  const { settings } = config;
  return writeChanges(requested, {
    workbook: services.workbook,
    cache: services.cache,
    settings,
    nowMs: services.clock.now(),
    lookupMs: lookupMsPerRun,
    rewrites: true,
    ...(kept === undefined ? {} : { kept }),
    isAgain: judged.some(({ before }) => before.line.status === journalStatuses.waiting),
  });
}

function settle(services: Services, judged: Judged, report: WriteReport): WorkedOff {
  const entry = settleEntry(judged.judgement.entry, report);
  const codes = codesOf(entry.error);
  const { line } = judged.before;
  // What was written before told its rows nothing new: that makes it no repeated delivery.
  const wasWritten = line.rows > 0 || line.status === journalStatuses.written;
  const isOld = entry.status === 'repeated' && wasWritten;
  const kept = { ...entry, rows: Math.max(entry.rows, line.rows) };
  const after = isOld ? ({ ...kept, status: 'written' } as const) : kept;
  return finish(judged, after, { codes, nowMs: services.clock.now() });
}

interface Visit {
  readonly codes: readonly FailureCode[];
  readonly nowMs: number;
}

function finish({ before }: Judged, after: JournalEntry, { codes, nowMs }: Visit): WorkedOff {
  const tried = { ...after, attempts: before.line.attempts + 1 };
  return { before, after: { ...tried, nextTryMs: nextVisit(tried, codes, nowMs) } };
}
