/** What the server gives the page: see `../failures/`. */
export interface Cause {
  readonly key: string;
  readonly state: 'waiting' | 'retrying' | 'solved' | 'ignored';
  readonly situation: string;
  readonly cause: string;
  readonly code: string;
  readonly advice: string;
  readonly reason: string;
  readonly vendor: string;
  readonly account: string;
  readonly event: string;
  readonly stopped: number;
  readonly count: number;
  readonly first: string;
  readonly last: string;
  readonly nextTry: string;
}

export interface Token {
  readonly connectionId: string;
  readonly digest: string;
  readonly ending: string;
  readonly known: readonly string[];
  readonly platform: string;
  readonly account: string;
  readonly count: number;
  readonly since: string;
}

export interface Gap {
  readonly tab: string;
  readonly sentence: string;
}

export interface FailuresPage {
  readonly causes: readonly Cause[];
  readonly tokens: readonly Token[];
  readonly gaps: readonly Gap[];
}

export interface FailedEvent {
  readonly index: number;
  readonly count: number;
  readonly request: string;
  readonly account: string;
  readonly received: string;
  readonly path: readonly string[];
  readonly fault: string;
  readonly body: readonly { readonly text: string; readonly isFaulty: boolean }[];
}

export interface DryRun {
  readonly taken: number;
  readonly failing: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly tabs: readonly DryTab[];
}

export interface DryTab {
  readonly tab: string;
  readonly title: string;
  readonly added: number;
  readonly changed: number;
  readonly rows: readonly DryRow[];
  readonly more: number;
}

export interface DryRow {
  readonly name: string;
  readonly isNew: boolean;
  readonly row: number;
  readonly changes: readonly {
    readonly column: string;
    readonly before: string;
    readonly after: string;
  }[];
}

export interface Report {
  readonly taken: number;
  readonly failing: number;
  readonly lastNumber: number;
}

/** What is replayed: the server's kind of selection and its value. */
export interface Choice {
  readonly kind: 'cause' | 'request' | 'all';
  readonly value: string;
}
