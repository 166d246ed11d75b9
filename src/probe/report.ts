/** What was seen, in a form that two answers can be compared by. */
export type Answer = string | number | boolean | null;

/** What a call cost. `samples`: how many times it was measured. */
export interface Price {
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly samples: number;
}

/** The JSON that a probe prints. */
export interface ProbeReport {
  /** Number of this form; another one has another meaning. */
  readonly probe: 1;
  /** When it was made, ISO 8601. */
  readonly at: string;
  readonly durationMs: number;
  /** Of the spreadsheet it was made in. */
  readonly locale: string;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly prices: Readonly<Record<string, Price>>;
  /** Parts that have no answers, and why. */
  readonly missing: Readonly<Record<string, string>>;
}

/** How a probe is run; all have a default. */
export interface ProbeOptions {
  /** The web app's address, `…/exec`. */
  readonly url: string;
  /** Only these parts; absent: all. */
  readonly only?: readonly string[];
  /** Bodies that are posted, smallest first, in megabytes. */
  readonly bodyMegabytes?: readonly number[];
  /** Web calls made at once, and how long each of them stays. */
  readonly atOnce?: number;
  readonly holdMs?: number;
}
