import type { Sheet } from '../../platform/services';
import type { Request } from './request';

/**
 * What became of a journaled request. The words stand in the journal's column Situação.
 * `received`: kept, not yet in the tabs (writing is paused). `waiting`: the sweep goes on with it. `quarantined`: its token is unknown.
 * `held`: its connection is paused. `filtered`: the user wants no rows of such events.
 */
export const journalStatuses = {
  received: 'recebido',
  written: 'escrito',
  repeated: 'repetido',
  waiting: 'pendente',
  unknown: 'não tratado',
  failed: 'falhou',
  quarantined: 'retido',
  held: 'pausado',
  filtered: 'filtrado',
} as const;

export type JournalStatus = keyof typeof journalStatuses;

/** Statuses that ask for more work without a person. */
export const openStatuses: ReadonlySet<string> = new Set([
  journalStatuses.received,
  journalStatuses.waiting,
]);

/** A request with what the journal says of it. */
export interface JournalEntry {
  readonly request: Request;
  readonly vendorName: string;
  readonly account: string;
  /** Names of its events, in order. */
  readonly events: readonly string[];
  readonly eventKeys: readonly string[];
  readonly status: JournalStatus;
  readonly attempts: number;
  /** One line per cause of failure, as `describeFailures` writes it; blank when nothing failed. */
  readonly error: string;
  /** When the sweep comes back to it, epoch ms, or `leftMark`; null when it does not. */
  readonly nextTryMs: number | null;
  /** How many changes of rows it brought; 0 when it brought nothing new, or nothing yet. */
  readonly rows: number;
}

/** The journal as it stands now, wherever the user put its columns and whatever they sorted or inserted. */
export interface Journal {
  readonly sheet: Sheet;
  /** Row of the titles; 0 when the user deleted it, so that a line stands in the first row. */
  readonly headerRow: number;
  /** 1-based columns by id; one that the user deleted is missing. */
  readonly columns: ReadonlyMap<string, number>;
  /** The highest number given, as the header says; null when it does not say. */
  readonly saidNumber: number | null;
}

/** A journal line without its body: the rows that one request takes. */
export interface Line {
  /** Given once and never again, in the order of arrival in the journal. */
  readonly number: number;
  /** Its rows, in the order of the body's parts; the user may have sorted them anywhere. */
  readonly sheetRows: readonly number[];
  readonly requestId: string;
  readonly connectionId: string;
  readonly webhook: string;
  readonly receivedAtMs: number;
  readonly vendorName: string;
  readonly account: string;
  readonly status: string;
  readonly attempts: number;
  readonly error: string;
  readonly nextTryMs: number | null;
  /** Rows of it were left to the next sweep. */
  readonly isLeft: boolean;
  readonly rows: number;
}

/** Stands in the place of a time where a hold has left rows to the next sweep. */
export const leftMark = -1;

/** A request as it stands in the journal. */
export interface StoredRequest {
  readonly line: Line;
  readonly request: Request;
}
