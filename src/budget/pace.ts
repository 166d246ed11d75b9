const minuteMs = 60_000;

/** How the sweep goes about while so much of the day's quota is used. */
export interface Pace {
  /** From which share on. */
  readonly from: number;
  /** How often it sweeps. Its trigger runs every minute; what is too early returns at once. */
  readonly everyMs: number;
  /** Whether it also does what nothing is lost without: the self-check, rows rendered again. */
  readonly hasExtras: boolean;
}

const usual: Pace = { from: 0, everyMs: minuteMs, hasExtras: true };

/** The fifth that is left from 80 % on belongs to the requests that come. */
const paces: readonly Pace[] = [
  usual,
  { from: 0.6, everyMs: 2 * minuteMs, hasExtras: true },
  { from: 0.7, everyMs: 5 * minuteMs, hasExtras: false },
  { from: 0.8, everyMs: 10 * minuteMs, hasExtras: false },
  { from: 0.95, everyMs: 20 * minuteMs, hasExtras: false },
];

/** The pace at that share of the day's quota. */
export const paceAt = (share: number): Pace =>
  paces.reduce((pace, next) => (share >= next.from ? next : pace), usual);
