// What the library exports, for those who have only the built files: this text becomes dist-lib/index.d.ts, so it imports nothing.

/** A platform's account. Rows are keyed by its id. */
export interface Connection {
  readonly id: string;
  readonly vendor: 'huggy' | 'evolvy' | 'treble' | 'plug' | 'weni' | 'generic';
  /** What the column Conta says. */
  readonly account: string;
}

export interface TablesOptions {
  readonly connections: readonly Connection[];
  /** Of our own words in cells; Portuguese unless told. */
  readonly language?: 'pt' | 'es' | 'en';
  /** Names for platforms' status codes: vendor → code → name. */
  readonly statusNames?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A webhook as it came. */
export interface Delivery {
  readonly connectionId: string;
  /** The `w` of its address; blank unless told. */
  readonly webhook?: string;
  /** The raw body. */
  readonly body: string;
  /** Epoch ms. */
  readonly receivedAtMs: number;
}

/** What became of a delivery. */
export interface Received {
  readonly status: 'written' | 'failed' | 'unknown';
  /** Names of the platform's events in it. */
  readonly events: readonly string[];
  readonly failures: readonly {
    readonly event: string;
    readonly code: string;
    readonly path: string;
    readonly expected: string;
    readonly received: string;
  }[];
}

export type TableName =
  | 'agentsNow'
  | 'agentStatus'
  | 'conversations'
  | 'attendances'
  | 'messages'
  | 'contacts'
  | 'templates'
  | 'outages';

/** A column as the spreadsheet has it. Times and durations are milliseconds, of the epoch or in all; days are times. */
export interface Column {
  readonly id: string;
  readonly title: string;
  readonly kind: 'text' | 'flag' | 'number' | 'time' | 'day' | 'duration';
}

export interface Row {
  readonly key: string;
  /** By the column's id; null is blank. */
  readonly cells: Readonly<Record<string, string | number | boolean | null>>;
}

/** Rows in memory, merged from deliveries in any order and any number. */
export interface Tables {
  /** Never throws, whatever the body. */
  receive(delivery: Delivery): Received;
  columns(table: TableName): readonly Column[];
  /** Rows as they read at that moment (durations go on); epoch ms. */
  rows(table: TableName, nowMs: number): Iterable<Row>;
}

export type CreateTables = (options: TablesOptions) => Tables;
