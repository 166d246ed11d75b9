import type { BenchEvent } from './bodies';
import { eventRowsOf, nameOf } from './rows';
import { percentile, round } from './statistics';
import type { Subject } from './subject';

/** How soon rows can be seen: from the answer to the end of the flush that wrote the row; 0 where that came before the answer. */
export interface Freshness {
  readonly freshP50Ms: number;
  readonly freshP95Ms: number;
  readonly freshP99Ms: number;
  readonly freshP999Ms: number;
  readonly freshMaxMs: number;
  /** Share of the rows that came more than five seconds after the answer. */
  readonly freshOver5s: number;
  /** From the last answer to the last row. */
  readonly lastRowAfterS: number;
}

/** Notes when answers came and when rows were there. */
export interface RowWatch {
  answered(event: BenchEvent, atMs: number): void;
  measure(): Freshness;
}

/** Watches the rows that a subject writes from now on. */
export function watchRows({ name: subject, twin, seam }: Subject): RowWatch {
  const seenAtMs = new Map<string, number>();
  const answeredAtMs = new Map<string, number>();
  const watched = eventRowsOf(twin, subject === 'ours').map((rows) => ({
    ...rows,
    last: rows.sheet.lastRow,
  }));
  seam.onWritten((atMs) => {
    for (const one of watched) {
      for (; one.last < one.sheet.lastRow; one.last += 1) {
        const name = one.nameAt(one.last + 1);
        if (!seenAtMs.has(name)) seenAtMs.set(name, atMs);
      }
    }
  });
  return {
    answered: (event, atMs) => void answeredAtMs.set(nameOf(event), atMs),
    measure: () => measure(answeredAtMs, seenAtMs),
  };
}

const slowMs = 5000;

function measure(
  answeredAtMs: ReadonlyMap<string, number>,
  seenAtMs: ReadonlyMap<string, number>,
): Freshness {
  const waits = [...answeredAtMs].flatMap(([name, atMs]) => {
    const seen = seenAtMs.get(name);
    return seen === undefined ? [] : [Math.max(0, seen - atMs)];
  });
  const at = (share: number): number => round(percentile(waits, share));
  const lastAnswerMs = latest(answeredAtMs.values());
  const seen = [...answeredAtMs.keys()].map((name) => seenAtMs.get(name) ?? 0);
  return {
    freshP50Ms: at(0.5),
    freshP95Ms: at(0.95),
    freshP99Ms: at(0.99),
    freshP999Ms: at(0.999),
    freshMaxMs: at(1),
    freshOver5s: round(waits.filter((ms) => ms > slowMs).length / Math.max(1, waits.length), 4),
    lastRowAfterS: round(Math.max(0, latest(seen) - lastAnswerMs) / 1000, 1),
  };
}

const latest = (instants: Iterable<number>): number => {
  let last = 0;
  for (const instant of instants) last = Math.max(last, instant);
  return last;
};
