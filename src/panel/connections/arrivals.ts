import { unlearnt, type Rhythm } from '../../alarms/rhythm';
import type { ByHour } from '../../intake/books/by-hour';
import { byHourOf, standingOf } from '../../intake/books/health-rows';
import type { Services } from '../../platform/services';
import { findSheet } from '../../sheets/find-sheet';
import { readRows } from '../../sheets/read-rows';
import { tabs } from '../../tabs/tabs';
import { findLedger, type Ledger } from '../../intake/repair/ledger';
import type { Line } from '../../intake/journal/journal';
import { linesAt } from '../../intake/journal/journal-lines';
import { isTestRequest } from '../../intake/journal/request';

/** Of the journal only its end is read: a look costs the same however long it is. */
const lookedAt = 400;

/** What the end of the journal and Saúde tell of a connection. */
export interface Arrival {
  /** Its requests at the end of the journal, the oldest first; test events apart. */
  readonly lines: readonly Line[];
  /** Whether all that it ever sent is among them. */
  readonly isAll: boolean;
  /** Accepted and not in the tabs until somebody acts. */
  readonly atRisk: number;
  /** Ever accepted, as the sweep has counted. */
  readonly received: number;
  /** When its last event came, epoch ms, as the sweep has counted; 0: never. */
  readonly lastMs: number;
  /** How it usually speaks. */
  readonly rhythm: Rhythm;
  /** What came in the hours of the last day, as the sweep has counted. */
  readonly byHour: ByHour;
}

/** What a look at the journal found. */
export interface Look {
  readonly ledger: Ledger | null;
  /** Lines at the journal's end, test events too, in the order of their numbers. */
  readonly lines: readonly Line[];
  arrivalOf(connectionId: string): Arrival;
}

/** Looks at the journal's end and at Saúde: three reads. Writes nothing; without the lock. */
export function lookAtArrivals(services: Services, all: Readonly<Record<string, string>>): Look {
  const ledger = findLedger(services, all);
  const last = ledger?.journal.sheet.lastRow() ?? 0;
  const first = Math.max(1, last - lookedAt + 1);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_none, at) => first + at);
  const lines = ledger === null || rows.length === 0 ? [] : linesAt(ledger.journal, rows);
  const counts = readCounts(services, ledger);
  return {
    ledger,
    lines,
    arrivalOf: (connectionId) => {
      const own = lines.filter(
        (line) => line.connectionId === connectionId && !isTestRequest(line.requestId),
      );
      const counted = counts.get(connectionId) ?? uncounted;
      const { received } = counted;
      const isAll = first === 1 || (received > 0 && received <= own.length);
      return { lines: own, isAll, ...counted };
    },
  };
}

type Counts = Omit<Arrival, 'lines' | 'isAll'>;

const uncounted: Counts = { atRisk: 0, received: 0, lastMs: 0, rhythm: unlearnt, byHour: {} };

function readCounts(services: Services, ledger: Ledger | null): ReadonlyMap<string, Counts> {
  const remembered = ledger?.config.settings.sheetIds['health'];
  const sheet = findSheet(services.workbook, tabs.health, remembered);
  const rows = ledger === null || sheet === null ? [] : readRows(tabs.health, sheet);
  return new Map(
    rows.map(({ key, state, cells }) => {
      const { lastMs, rhythm } = standingOf(key, state);
      const [atRisk, received] = [Number(cells['atRisk']) || 0, Number(cells['received']) || 0];
      return [key, { atRisk, received, lastMs, rhythm, byHour: byHourOf(state) }];
    }),
  );
}
