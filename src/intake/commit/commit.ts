import type { Services } from '../../platform/services';
import { codesOf, describeFailures } from '../journal/failure-line';
import {
  areNewer,
  isHalted,
  saveConnection,
  type Config,
  type Connection,
} from '../../settings/config';
import { forgetConfig } from '../../settings/config-cache';
import { holdLock } from '../../platform/hold';
import type { Journal, JournalEntry } from '../journal/journal';
import { memoryOf, openLedger, type Ledger } from '../repair/ledger';
import { recentRequestIds } from '../journal/journal-lines';
import { lastNumberOf } from '../journal/journal-number';
import {
  appendEntries,
  makeJournalRoom,
  nextJournalRow,
  type JournalPlace,
} from '../journal/journal-write';
import { judge, type Judgement } from '../judge/judge';
import type { Request } from '../journal/request';
import { nextVisit } from '../judge/retry-plan';
import { recentRows, takeForHold } from './take';
import { emptyHeads, readWaiting } from '../waiting/waiting-room';
import { withWholeTabs } from '../repair/whole-tabs';
import { writeChanges, type WriteReport } from '../write/write-changes';

/** How long one hold may look for old rows; the sweep has more time. */
const lookupMsPerHold = 1500;
/** A property holds 9 KB: a longer token could not be kept, and no platform sends one. */
const maxTokenLength = 1000;

/** The request at hand. One that the waiting room refused may be in there all the same, or even in the journal by now. */
export interface OwnRequest {
  readonly request: Request;
  readonly mayBeStored: boolean;
}

/**
 * One hold of the lock, already acquired: takes the request at hand and all that wait, judges and merges them, writes journal
 * and tabs, and flushes once. Only after that flush is anything taken out of the waiting room, so a crash at any point leaves
 * each answered request either there or in the journal. The own request is answered only after the flush.
 */
export function commitTogether(services: Services, own: OwnRequest | null): void {
  holdLock(
    services,
    () => writeTogether(services, own),
    (ids) => emptyHeads(services, ids),
  );
}

/** The same for all that wait, within a hold that goes on. */
export function commitWaiting(services: Services): void {
  const ids = writeTogether(services, null);
  services.workbook.flush();
  emptyHeads(services, ids);
}

/** Writes, unflushed; gives the ids of the requests that may leave the waiting room after the flush. */
function writeTogether(services: Services, own: OwnRequest | null): readonly string[] {
  // Forget what an earlier read left behind: another execution may have written since.
  services.workbook.flush();
  const all = services.properties.getAll();
  const waiting = takeForHold(readWaiting(services, all), own?.request);
  if (own === null && waiting.length === 0) return [];
  const ledger = openLedger(services, all);
  commitRequests(services, chooseRequests(waiting, own, ledger.journal), ledger);
  return waiting.map(({ id }) => id);
}

/** Where the next entries go, and their numbers. All reading happens here. */
function openPlace(services: Services, ledger: Ledger): JournalPlace {
  const { journal, doneNumber } = ledger;
  const { offsetMinutes } = ledger.config.settings;
  const memory = memoryOf(services, ledger);
  const lastNumber = lastNumberOf(journal, { memory, doneNumber });
  return { firstRow: nextJournalRow(journal), lastNumber, offsetMinutes, memory };
}

/** Each request once: those that wait and the own one, without what the journal has already. */
function chooseRequests(
  waiting: readonly Request[],
  own: OwnRequest | null,
  journal: Journal,
): readonly Request[] {
  if (own === null) return dropJournaled(waiting, journal);
  const { request, mayBeStored } = own;
  if (!mayBeStored) return [...dropJournaled(waiting, journal), request];
  const others = waiting.filter(({ id }) => id !== request.id);
  return dropJournaled([...others, request], journal);
}

function dropJournaled(waiting: readonly Request[], journal: Journal): readonly Request[] {
  if (waiting.length === 0) return waiting;
  const journaled = recentRequestIds(journal, recentRows);
  return waiting.filter(({ id }) => !journaled.has(id));
}

function commitRequests(services: Services, requests: readonly Request[], ledger: Ledger): void {
  const { config, journal } = ledger;
  const place = openPlace(services, ledger);
  const judgements = judgeAll(services, requests, config);
  makeJournalRoom(
    journal,
    judgements.map(({ entry }) => entry),
    place,
  );
  const entries = isHalted(config.settings)
    ? judgements.map(pauseEntry)
    : settleEntries(services, judgements, config);
  appendEntries(journal, entries, place);
}

/** While writing is halted, what asks for rows waits; the rest is settled as ever. */
const pauseEntry = ({ entry, changes }: Judgement): JournalEntry =>
  changes.length === 0 ? entry : { ...entry, status: 'received', attempts: 0, rows: 0 };

function settleEntries(
  services: Services,
  judgements: readonly Judgement[],
  config: Config,
): readonly JournalEntry[] {
  const report = writeOrRepair(services, judgements, config);
  const nowMs = services.clock.now();
  return judgements.map(({ entry }) => {
    const settled = settleEntry(entry, report);
    return { ...settled, nextTryMs: nextVisit(settled, codesOf(settled.error), nowMs) };
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
  return { ...entry, status: entry.status === 'written' ? 'repeated' : entry.status, rows: 0 };
}

/** The failure names the tab alone: one thing to do, whatever the event. */
function addBlocked({ error }: JournalEntry, titles: ReadonlySet<string>): string {
  const told = { code: 'unreadableTab', expected: 'row keys', received: 'nothing' } as const;
  const failures = [...titles].map((path) => ({ event: '', failure: { ...told, path } }));
  return [...(error === '' ? [] : [error]), describeFailures(failures)].join('\n');
}

/** A connection without a token yet takes the first one that comes, and keeps it for the requests that follow. */
function judgeAll(
  services: Services,
  requests: readonly Request[],
  config: Config,
): readonly Judgement[] {
  const connections = new Map(
    config.connections.map((connection) => [connection.id, connection] as const),
  );
  return requests.map((request) => {
    const connection = connections.get(request.connectionId) ?? null;
    const judgement = judge(request, {
      codec: services.codec,
      settings: config.settings,
      connection,
    });
    const { token } = judgement;
    const isFresh = connection?.tokens.length === 0 && !areNewer(config.settings);
    if (isFresh && token !== null && token.length <= maxTokenLength)
      connections.set(connection.id, pinToken(services, connection, token));
    return judgement;
  });
}

function pinToken(services: Services, connection: Connection, token: string): Connection {
  const pinned = { ...connection, tokens: [token] };
  saveConnection(services.properties, pinned);
  forgetConfig(services);
  return pinned;
}

/**
 * A deleted tab is made again and the writing repeated; what was written before is written again, to the same effect.
 * When Google refuses a write, everything is journaled, and the sweep finds out which request it was.
 */
function writeOrRepair(
  services: Services,
  judgements: readonly Judgement[],
  { settings }: Config,
): WriteReport {
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
  };
  try {
    return withWholeTabs(services, (mended) =>
      writeChanges(requested, { ...context, settings: mended?.settings ?? settings }),
    );
  } catch {
    return leaveAll(judgements);
  }
}

function leaveAll(judgements: readonly Judgement[]): WriteReport {
  const asking = judgements.filter(({ changes }) => changes.length > 0);
  const unfinished = new Set(asking.map(({ entry }) => entry.request.id));
  return { unfinished, repeated: new Set(), blocked: new Map() };
}
