import { readChoices } from '../../choices/choices';
import { findVendor } from '../../vendors/registry';
import type { Services } from '../../platform/services';
import type { Ledger } from '../repair/ledger';
import type { Connection } from '../../settings/config';
import { oneAt } from './by-hour';
import { readCount } from './counters';
import { throughOf } from './failure-news';
import { addCounts, addHealth, noCounts, type HealthCount, type HealthNews } from './health-rows';
import { isFetchedRequest } from '../journal/request';
import { journalStatuses, type JournalStatus, type Line } from '../journal/journal';
import type { UpsertedRow, UpsertRows } from '../write/upsert';

const countedAs: Readonly<Partial<Record<JournalStatus, keyof HealthCount>>> = {
  written: 'written',
  repeated: 'repeated',
  unknown: 'unknown',
  failed: 'failed',
  quarantined: 'quarantined',
};

/**
 * What a line adds beyond being received; one that is still open adds nothing. A request of which a part failed or is unknown was
 * written all the same, as far as it brought rows.
 */
export function countsOf({ status, rows }: Pick<Line, 'status' | 'rows'>): HealthCount {
  const [name] = Object.entries(journalStatuses).find(([, word]) => word === status) ?? [];
  const field = Object.entries(countedAs).find(([key]) => key === name)?.[1];
  if (field === undefined) return noCounts;
  const written = rows > 0 && status !== journalStatuses.repeated ? 1 : 0;
  return { ...noCounts, written, [field]: 1 };
}

/** What we fetched is no proof that the platform still sends. */
function countOf(line: Line): HealthCount {
  const counts = { ...countsOf(line), received: 1 };
  if (isFetchedRequest(line.requestId)) return counts;
  const { receivedAtMs } = line;
  return { ...counts, lastMs: receivedAtMs, byHour: oneAt(receivedAtMs) };
}

type Changes = Parameters<UpsertRows>[0];

/** What Saúde and Falhas are told of the journal; test events are not among the lines. */
export interface Tidings {
  /** Lines that are counted now. */
  readonly news: readonly Line[];
  /** Those of them that were given up for missing, and are there: rows that have counted further know nothing of them. */
  readonly late: readonly Line[];
  /** From the first open line on. */
  readonly waiting: readonly Line[];
  /** How many lines are missing. */
  readonly missing: number;
  /** Number up to which everything is counted then. */
  readonly reached: number;
}

/** What the settled and the waiting lines change in Saúde, by connection. */
export function healthChanges(services: Services, ledger: Ledger, tidings: Tidings): Changes {
  const isLate = new Set(tidings.late.map(({ number }) => number));
  const changes = ledger.config.connections.map((connection) => {
    const own = (line: Line): boolean => line.connectionId === connection.id;
    const lines = tidings.news.filter(own);
    const tallyAfter = (through: number): Tally => ({
      counts: lines
        .filter(({ number }) => number > through || isLate.has(number))
        .map(countOf)
        .reduce(addCounts, noCounts),
      waiting: tidings.waiting.filter(own).length,
      missing: tidings.missing,
      through: tidings.reached,
    });
    return healthChange(connection, tallyAfter, { services, ledger });
  });
  return new Map(changes);
}

/** Changes of lines that are counted already: by connection, what its counts change by. */
export function healthCorrections(
  services: Services,
  ledger: Ledger,
  corrections: ReadonlyMap<string, HealthCount>,
): Changes {
  const changes = ledger.config.connections.flatMap((connection) => {
    const counts = corrections.get(connection.id);
    const tallyAfter = (through: number): Tally => ({
      counts: counts ?? noCounts,
      waiting: null,
      missing: null,
      through,
    });
    return counts === undefined ? [] : [healthChange(connection, tallyAfter, { services, ledger })];
  });
  return new Map(changes);
}

type Tally = Pick<HealthNews, 'counts' | 'waiting' | 'missing' | 'through'>;

interface Books {
  readonly services: Services;
  readonly ledger: Ledger;
}

function healthChange(
  connection: Connection,
  tallyAfter: (through: number) => Tally,
  { services, ledger }: Books,
): readonly [string, (state: string) => UpsertedRow] {
  const { settings } = ledger.config;
  const base = {
    vendorName: findVendor(connection.vendor).name,
    account: connection.account,
    refused: readCount(services.cache, 'refused', connection.id),
    mended: ledger.mended,
    trouble: ledger.troubles.get(connection.id) ?? null,
    isPaused: settings.isPaused,
    isHeld: readChoices(connection.choices).isPaused,
    nowMs: services.clock.now(),
    offsetMinutes: settings.offsetMinutes,
    hours: settings.hours,
    hasUnreadableTab: settings.unreadableTabs.length > 0,
  };
  return [
    connection.id,
    (state) => addHealth(state, { ...base, ...tallyAfter(throughOf(state)) }, settings.language),
  ];
}
