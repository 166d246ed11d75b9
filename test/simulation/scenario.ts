import type { VendorId } from '../../src/vendors/registry';
import type { PlannedFault } from './faults';

/** One delivery of a webhook. */
export interface Delivery {
  readonly kind: 'delivery';
  readonly name: string;
  readonly vendor: VendorId;
  /** The connection that it is sent to; that of its platform's first account unless told. */
  readonly account?: string;
  /** Which of the connection's secrets its address has: the first one unless told. */
  readonly secret?: 'newest' | 'wrong';
  readonly webhook: string;
  readonly body: string;
}

/** What an execution of a scenario does. */
export type Task =
  | Delivery
  | { readonly kind: 'sweep' }
  /** A person at the spreadsheet, between two writers. */
  | { readonly kind: 'user'; readonly functionName: string; readonly args: readonly unknown[] }
  /** The owner in the menu or a page of it: the app's own code, which may fail or die as any other. */
  | { readonly kind: 'owner'; readonly functionName: string; readonly args: readonly unknown[] };

/** One execution of a scenario; its number stays with it when others are taken out. */
export interface PlannedExecution {
  readonly number: number;
  readonly task: Task;
  /** Index of the part in which it starts; 0 unless told. */
  readonly part?: number;
}

/** A stretch of a run: what belongs to it starts together, when all that came before has ended. */
export interface Part {
  /** Virtual time that passes before it. */
  readonly gapMs: number;
  /** Google refuses to write any property while it goes on: their daily limit. */
  readonly refusesProperties: boolean;
}

/** A whole run as data: the same scenario gives the same run. */
export interface Scenario {
  readonly seed: string;
  readonly executions: readonly PlannedExecution[];
  readonly faults: readonly PlannedFault[];
  /** Who goes on is drawn from this seed; with this probability the one that just went. */
  readonly orderSeed: string;
  readonly stickiness: number;
  /** A call takes up to so many virtual milliseconds. */
  readonly paceMs: number;
  readonly start: Start;
  /** One after the other; a single one unless told. */
  readonly parts?: readonly Part[];
}

/**
 * What a run begins on: new tabs; `settled`: the same when the sweep has nothing left to do; `checked`: the same after a self-check; `full`: grids that are nearly full, so that they grow in the middle of it; `long`: tabs of more rows
 * than a hold looks at, the rows of the run's own entities above them; `old`: a journal whose first lines become a week old in it.
 */
export const starts = ['fresh', 'settled', 'checked', 'full', 'long', 'old'] as const;
export type Start = (typeof starts)[number];

/** The virtual clock's first instant. */
export const startMs = Date.UTC(2026, 10, 20, 12);

/** The connection that a delivery is sent to. */
export const accountOf = ({ account, vendor }: Pick<Delivery, 'account' | 'vendor'>): string =>
  account ?? vendor;

/** The sweeps in the quiet time after a run have numbers of their own, so that something may go wrong with the first of them. */
export const firstQuietNumber = 1001;
export const disturbedQuietSweeps = 3;
