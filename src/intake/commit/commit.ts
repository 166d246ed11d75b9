import type { Services } from '../../platform/services';
import {
  areNewer,
  isHalted,
  saveConnection,
  type Config,
  type Connection,
} from '../../settings/config';
import { forgetConfig } from '../../settings/config-cache';
import type { Journal } from '../journal/journal';
import { memoryOf, openLedger, type Ledger } from '../repair/ledger';
import { lastNumberOf } from '../journal/journal-number';
import {
  appendEntries,
  makeJournalRoom,
  nextJournalRow,
  type JournalPlace,
} from '../journal/journal-write';
import { judge, type Judgement } from '../judge/judge';
import type { Request } from '../journal/request';
import { keepSafe } from './keep-safe';
import { recentRows, type Memory } from './memory';
import { pauseEntry, settleEntries, type Round } from './settle';
import { takeForHold } from './take';
import {
  findDone,
  operationsOf,
  readDone,
  relieve,
  writeDone,
  type DoneIds,
  type DoneRequest,
} from '../waiting/done';
import { hasWaiting, headedIds, isDoubtful, readWaiting } from '../waiting/waiting-room';
import { recentRequestIds } from '../journal/journal-ids';
import { writeHiddenPair } from '../../settings/hidden-cells';

/** A property holds 9 KB: a longer token could not be kept, and no platform sends one. */
const maxTokenLength = 1000;

/** The request at hand. One that the waiting room refused may be in there all the same, or even in the journal by now. */
export interface OwnRequest {
  readonly request: Request;
  readonly mayBeStored: boolean;
}

/** What one round, or all rounds of a hold, have done with the waiting room. */
export interface Hold {
  /** The last knock before it was looked into. */
  readonly lastKnock: string | null;
  /** Requests that stand there and are known to be in the journal. */
  readonly known: ReadonlySet<string>;
  /** Those that were taken: their keys can be deleted. */
  readonly taken: readonly DoneRequest[];
  /** False when some were left there, because they were too many for one round. */
  readonly isAll: boolean;
}

/** What a round begins with. */
interface Start {
  readonly own: OwnRequest | null;
  readonly memory: Memory;
  /** The last knock before it looks into the waiting room. */
  readonly lastKnock: string | null;
}

/**
 * One round, unflushed: takes the request at hand and those that wait. Nothing was read from the workbook since the last flush:
 * another execution may have written since.
 */
export function commitRound(services: Services, { own, memory, lastKnock }: Start): Hold {
  const all = services.properties.getAll();
  if (own === null && !hasWaiting(all))
    return { lastKnock, known: new Set(), taken: [], isAll: true };
  const ledger = openLedger(services, all);
  const done = findDoneIds(ledger, all);
  relieve(services, all, done);
  const waiting = readWaiting(services, all, done);
  const taking = takeForHold(waiting, own?.request);
  const ids = taking.map(({ id }) => id);
  const isAll = taking.length === waiting.length;
  if (own === null && taking.length === 0) return { lastKnock, known: done, taken: [], isAll };
  const known = new Set([...done, ...ids, ...(own ? [own.request.id] : [])]);
  const taken = findDone(all, ids);
  const place = openPlace(services, ledger);
  const requests = addOwn(taking, own, ledger.journal);
  commitRequests(services, requests, { ledger, place, memory, isHurried: taking.length > 0 });
  const number = place.lastNumber + requests.length;
  const told = (ledger.view.told ?? 0) + operationsOf(all, taken);
  tellRound(services, place, { done: { number, ids: [...known] }, told });
  return { lastKnock, known, taken, isAll };
}

/** What a round tells in the flush of the journal's lines, so that neither is there without the other. */
interface Told {
  readonly done: DoneIds;
  /** Operations on properties, but those of this execution since it last told them. */
  readonly told: number;
}

function tellRound({ meter }: Services, { memory }: JournalPlace, { done, told }: Told): void {
  if (memory !== null)
    writeHiddenPair(memory, ['done', writeDone(done)], ['told', told + meter.tell()]);
}

/** Of the requests that stand in the waiting room those that are in the journal. */
export function findDoneIds(
  { journal, view }: Ledger,
  all: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const ids = headedIds(all);
  if (ids.length === 0) return new Set();
  const told = readDone(view.done, journal.saidNumber);
  const isUnsure = told === null || ids.some((id) => !told.has(id) && isDoubtful(all, id));
  const found = isUnsure ? recentRequestIds(journal, recentRows) : new Set<string>();
  return new Set(ids.filter((id) => told?.has(id) === true || found.has(id)));
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

function commitRequests(services: Services, requests: readonly Request[], round: Round): void {
  const { ledger, place } = round;
  const { config, journal } = ledger;
  // Who has put it into the waiting room may have known an older configuration.
  const safe = requests.map((request) => keepSafe(services, request, config));
  const judgements = judgeAll(services, safe, config);
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
      privacy: config.privacy,
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
