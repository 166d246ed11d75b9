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
import { hasHeir, hasKnock, markBusy } from '../../settings/busy-mark';
import { holdLock } from '../../platform/hold';
import type { Journal, JournalEntry } from '../journal/journal';
import { memoryOf, openLedger, type Ledger } from '../repair/ledger';
import { lastNumberOf } from '../journal/journal-number';
import {
  appendEntries,
  makeJournalRoom,
  nextJournalRow,
  type JournalPlace,
} from '../journal/journal-write';
import { judge, type Judgement } from '../judge/judge';
import { isTestRequest, type Request } from '../journal/request';
import { nextVisit } from '../judge/retry-plan';
import { emptyMemory, recentRows, refresh, type Memory } from './memory';
import { takeForHold } from './take';
import {
  findDone,
  operationsOf,
  readDone,
  relieve,
  writeDone,
  type DoneRequest,
} from '../waiting/done';
import { hasWaiting, headedIds, readWaiting } from '../waiting/waiting-room';
import { recentRequestIds } from '../journal/journal-lines';
import { writeHiddenPair } from '../../settings/hidden-cells';
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

/** What a hold has done with the waiting room. */
export interface Hold {
  /** Requests that stand there and are known to be in the journal. */
  readonly known: ReadonlySet<string>;
  /** Those that it took: their keys can be deleted. */
  readonly taken: readonly DoneRequest[];
}

/**
 * One hold of the lock, already acquired: takes the request at hand and all that wait, judges and merges them, writes journal
 * and tabs, and flushes; and again, in further rounds, while others have come and its time is not over. What it takes stays in the
 * waiting room, and is told as done in the same flush: so a crash at any point leaves each answered request either to be taken or in
 * the journal. The own request is answered only after the flush.
 */
export const commitTogether = (services: Services, own: OwnRequest | null, untilMs = 0): Hold =>
  holdLock(services, () => writeRounds(services, own, untilMs));

/** The same for all that wait, within a hold that goes on. */
export function commitWaiting(services: Services): Hold {
  services.workbook.flush();
  const hold = writeTogether(services, null, emptyMemory(services));
  services.workbook.flush();
  return hold;
}

/** The last round is left unflushed. */
function writeRounds(services: Services, own: OwnRequest | null, untilMs: number): Hold {
  const memory = emptyMemory(services);
  let hold = writeTogether(services, own, memory);
  if (hold.taken.length === 0 && !hasKnock(services.cache)) return hold;
  services.workbook.flush();
  // Those who come from now on need not ask for the lock.
  markBusy(services.cache, untilMs);
  while (mayGoOn(services, untilMs)) {
    refresh(memory, services);
    const next = writeTogether(services, null, memory);
    hold = { known: next.known, taken: [...hold.taken, ...next.taken] };
    if (next.taken.length === 0) return hold;
    services.workbook.flush();
  }
  return hold;
}

/** Once its time is over a holder leaves the rest to an heir; while there is none it goes on, since nobody else would. */
const mayGoOn = ({ clock, cache }: Services, untilMs: number): boolean =>
  clock.now() < untilMs || !hasHeir(cache);

const nothingDone: Hold = { known: new Set(), taken: [] };

/** One round, unflushed. Nothing was read from the workbook since the last flush: another execution may have written since. */
function writeTogether(services: Services, own: OwnRequest | null, memory: Memory): Hold {
  const all = services.properties.getAll();
  if (own === null && !hasWaiting(all)) return nothingDone;
  const ledger = openLedger(services, all);
  const done = findDoneIds(ledger, all);
  relieve(services, all, done);
  const waiting = takeForHold(readWaiting(services, all, done), own?.request);
  if (own === null && waiting.length === 0) return { known: done, taken: [] };
  const place = openPlace(services, ledger);
  const requests = addOwn(waiting, own, ledger.journal);
  commitRequests(services, requests, { ledger, place, memory, isHurried: waiting.length > 0 });
  const known = new Set([
    ...done,
    ...waiting.map(({ id }) => id),
    ...(own ? [own.request.id] : []),
  ]);
  const taken = findDone(
    all,
    waiting.map(({ id }) => id),
  );
  if (place.memory !== null)
    writeHiddenPair(
      place.memory,
      ['done', writeDone({ number: place.lastNumber + requests.length, ids: [...known] })],
      ['told', tellOperations(services, ledger, taken)],
    );
  return { known, taken };
}

/** What all holds have told, with this one's own operations, the look that follows its release, and those of what it took. */
const tellOperations = (
  { meter }: Services,
  { view }: Ledger,
  taken: readonly DoneRequest[],
): number => (view.told ?? 0) + meter.tell(1) + operationsOf(taken);

/** Of the requests that stand in the waiting room those that are in the journal. */
export function findDoneIds(
  { journal, view }: Ledger,
  all: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const ids = headedIds(all);
  if (ids.length === 0) return new Set();
  const told = readDone(view.done, journal.saidNumber) ?? recentRequestIds(journal, recentRows);
  return new Set(ids.filter((id) => told.has(id)));
}

/** Where the next entries go, and their numbers. All reading happens here. */
function openPlace(services: Services, ledger: Ledger): JournalPlace {
  const { journal, doneNumber } = ledger;
  const { offsetMinutes } = ledger.config.settings;
  const memory = memoryOf(services, ledger);
  const lastNumber = lastNumberOf(journal, { memory, doneNumber });
  return { firstRow: nextJournalRow(journal), lastNumber, offsetMinutes, memory };
}

/** The request at hand comes last; not at all when it is in the journal already. */
function addOwn(
  waiting: readonly Request[],
  own: OwnRequest | null,
  journal: Journal,
): readonly Request[] {
  if (own === null) return waiting;
  const { request, mayBeStored } = own;
  const others = waiting.filter(({ id }) => id !== request.id);
  const isJournaled = mayBeStored && recentRequestIds(journal, recentRows).has(request.id);
  return isJournaled ? others : [...others, request];
}

/** What a round works with. */
interface Round {
  readonly ledger: Ledger;
  readonly place: JournalPlace;
  readonly memory: Memory;
  /** Others wait, too. */
  readonly isHurried: boolean;
}

function commitRequests(services: Services, requests: readonly Request[], round: Round): void {
  const { ledger, place } = round;
  const { config, journal } = ledger;
  const judgements = judgeAll(services, requests, config);
  makeJournalRoom(
    journal,
    judgements.map(({ entry }) => entry),
    place,
  );
  const entries = isHalted(config.settings)
    ? judgements.map(pauseEntry)
    : settleEntries(services, judgements, round);
  appendEntries(journal, entries, { ...place, memory: null });
}

/** While writing is halted, what asks for rows waits; the rest is settled as ever. */
const pauseEntry = ({ entry, changes }: Judgement): JournalEntry =>
  changes.length === 0 ? entry : { ...entry, status: 'received', attempts: 0, rows: 0 };

function settleEntries(
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
    return { ...settled, nextTryMs: isLeft ? (visitMs ?? nowMs) : visitMs };
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
