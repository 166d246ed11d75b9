import type { Subject } from '../../src/cli/bench/subject';
import { costTable } from '../../src/twin/runtime/cost-table';

/** Calls that cost time at Google's, or leave something to be written. */
export function pricedCalls({ seam }: Subject, named = /./): number {
  let calls = 0;
  for (const [name, count] of seam.counts) if (isPriced(name) && named.test(name)) calls += count;
  return calls;
}

function isPriced(name: string): boolean {
  const cost = costTable.get(name);
  if (cost === undefined || cost.isMinor === true) return false;
  return cost.medianMs > 0 || cost.flushes === true || cost.buffers !== undefined;
}
