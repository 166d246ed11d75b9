import type { Services } from '../../platform/services';
import { codesOf, describeFailures } from '../journal/failure-line';
import { isTestRequest } from '../journal/request';
import { leftMark, type JournalEntry } from '../journal/journal';
import type { JournalPlace } from '../journal/journal-write';
import type { Judgement } from '../judge/judge';
import { nextVisit } from '../judge/retry-plan';
import type { Ledger } from '../repair/ledger';
import { withWholeTabs } from '../repair/whole-tabs';
import { writeChanges, type WriteReport } from '../write/write-changes';
import type { Memory } from './memory';

/** How long one hold may look for old rows; the sweep has more time. */
const lookupMsPerHold = 1500;

/** What a round works with. */
export interface Round {
  readonly ledger: Ledger;
  readonly place: JournalPlace;
  readonly memory: Memory;
  /** Others wait, too. */
  readonly isHurried: boolean;
}

/** While writing is halted, what asks for rows waits; the rest is settled as ever. */
export const pauseEntry = ({ entry, changes }: Judgement): JournalEntry =>
  changes.length === 0 ? entry : { ...entry, status: 'received', attempts: 0, rows: 0 };

/** Writes the rows that were asked for, and says of each entry what became of it. Buffered. */
export function settleEntries(
  services: Services,
  judgements: readonly Judgement[],
  round: Round,
): readonly JournalEntry[] {
  const report = writeOrRepair(services, judgements, round);
  const nowMs = services.clock.now();
  return judgements.map(({ entry }) => {
    const settled = settleEntry(entry, report);
    const visitMs = nextVisit(settled, codesOf(settled.error), nowMs);
    const isLeft = report.left.has(settled.request.id) && settled.status !== 'waiting';
    return { ...settled, nextTryMs: isLeft ? (visitMs ?? leftMark) : visitMs };
  });
}

/** What the writing made of an entry that was fit to be written. */
export function settleEntry(entry: JournalEntry, report: WriteReport): JournalEntry {
  const { id } = entry.request;
  if (report.unfinished.has(id)) return { ...entry, status: 'waiting', rows: 0 };
  const titles = report.blocked.get(id);
  if (titles !== undefined)
    return { ...entry, status: 'failed', error: addBlocked(entry, titles), rows: 0 };
  if (!report.repeated.has(id)) return entry;
  // It may tell something new where nobody has looked yet.
  if (report.left.has(id)) return { ...entry, status: 'waiting', rows: 0 };
  return { ...entry, status: entry.status === 'written' ? 'repeated' : entry.status, rows: 0 };
}

/** The failure names the tab alone: one thing to do, whatever the event. */
function addBlocked({ error }: JournalEntry, titles: ReadonlySet<string>): string {
  const told = { code: 'unreadableTab', expected: 'row keys', received: 'nothing' } as const;
  const failures = [...titles].map((path) => ({ event: '', failure: { ...told, path } }));
  return [...(error === '' ? [] : [error]), describeFailures(failures)].join('\n');
}

/**
 * A deleted tab is made again and the writing repeated; what was written before is written again, to the same effect.
 * When Google refuses a write, everything is journaled, and the sweep finds out which request it was.
 */
function writeOrRepair(
  services: Services,
  judgements: readonly Judgement[],
  { ledger: { config, view }, memory: { kept }, isHurried }: Round,
): WriteReport {
  const { settings } = config;
  const requested = judgements.map(({ entry, changes }) => ({
    requestId: entry.request.id,
    changes,
  }));
  const { workbook, cache } = services;
  const nowMs = services.clock.now();
  const context = {
    workbook,
    cache,
    settings,
    nowMs,
    lookupMs: lookupMsPerHold,
    rewrites: false,
    mayLeave: (id: string) => !isTestRequest(id),
    isHurried,
  };
  try {
    return withWholeTabs(services, (mended) =>
      writeChanges(
        requested,
        // What was mended stands elsewhere now.
        mended === null
          ? { ...context, tops: view.tops, kept }
          : { ...context, settings: mended.settings },
      ),
    );
  } catch {
    kept.clear();
    return leaveAll(judgements);
  }
}

function leaveAll(judgements: readonly Judgement[]): WriteReport {
  const asking = judgements.filter(({ changes }) => changes.length > 0);
  const unfinished = new Set(asking.map(({ entry }) => entry.request.id));
  return { unfinished, repeated: new Set(), blocked: new Map(), left: new Set() };
}
