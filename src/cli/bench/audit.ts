import type { BenchEvent } from './bodies';
import { eventRowsOf, nameOf } from './rows';
import type { Subject } from './subject';

/** What became of the events that were answered as usual. */
export interface Audit {
  /** Answered, and nowhere in the tabs. */
  readonly lost: number;
  /** Rows beyond the first of an event. */
  readonly doubled: number;
}

/** Looks for each accepted event in the tabs where it belongs. */
export function auditEvents(
  { name: subject, twin }: Subject,
  accepted: readonly BenchEvent[],
): Audit {
  const counts = new Map<string, number>();
  for (const { sheet, nameAt } of eventRowsOf(twin, subject === 'ours'))
    for (let row = 2; row <= sheet.lastRow; row += 1) {
      const name = nameAt(row);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  const rows = accepted.map((event) => counts.get(nameOf(event)) ?? 0);
  return {
    lost: rows.filter((count) => count === 0).length,
    doubled: rows.reduce((total, count) => total + Math.max(0, count - 1), 0),
  };
}
