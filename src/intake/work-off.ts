import type { Services } from '../platform/services';
import { describeFailures } from './failure-line';
import { settleEntry, type Ledger } from './commit';
import { journalStatuses, updateEntry, type JournalEntry, type StoredRequest } from './journal';
import { judge, type Judgement } from './judge';
import { nextTry } from './retry-plan';
import { MissingTab, writeChanges, type WriteReport } from './write-changes';

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

function rejudge(services: Services, { request }: StoredRequest, { config }: Ledger): Judgement {
  const connection = config.connections.find(({ id }) => id === request.connectionId) ?? null;
  return judge(request, { codec: services.codec, settings: config.settings, connection });
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
    } as const;
    return finish(
      judged,
      failed,
      nextTry(['writeFault'], judged.before.attempts + 1, services.clock.now()),
    );
  }
}

function write(services: Services, judged: readonly Judged[], { config }: Ledger): WriteReport {
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
  });
}

function settle(services: Services, judged: Judged, report: WriteReport): WorkedOff {
  const codes = judged.judgement.failures.map(({ failure }) => failure.code);
  const nextTryMs = nextTry(codes, judged.before.attempts + 1, services.clock.now());
  const entry = settleEntry(judged.judgement.entry, report);
  // What was written before told its rows nothing new: that makes it no repeated delivery.
  const isOld = entry.status === 'repeated' && judged.before.status === journalStatuses.written;
  return finish(judged, isOld ? { ...entry, status: 'written' } : entry, nextTryMs);
}

function finish({ before }: Judged, after: JournalEntry, nextTryMs: number | null): WorkedOff {
  return { before, after: { ...after, attempts: before.attempts + 1, nextTryMs } };
}
