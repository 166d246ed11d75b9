import type { Services } from '../platform/services';

/** What executions used that no hold writes down: of strangers, handshakes, the panel, the end of a sweep, jobs. Ever more. */
export interface StrayUse {
  readonly operations: number;
  readonly triggerMs: number;
}

export const noStrayUse: StrayUse = { operations: 0, triggerMs: 0 };

const key = 'budget.stray';
/** The longest that Google allows; each use begins it anew. */
const lifetimeSeconds = 21_600;

/** What the cache still knows of it: it may forget, and two who add at the same moment count as one. */
export function readStrayUse({ cache }: Pick<Services, 'cache'>): StrayUse {
  const [operations = 0, triggerMs = 0] = (cache.get(key) ?? '').split(' ').map(Number);
  return { operations: operations || 0, triggerMs: triggerMs || 0 };
}

/**
 * Tells what is left to tell when an execution ends. Nearly every request has been told by a hold then, and this asks nothing of
 * Google.
 */
export function leaveStrayUse({ cache, meter }: Services, triggerMs = 0): void {
  const operations = meter.tell();
  if (operations <= 0 && triggerMs === 0) return;
  const known = readStrayUse({ cache });
  const sum = [known.operations + operations, known.triggerMs + triggerMs];
  cache.put(key, sum.join(' '), lifetimeSeconds);
}
