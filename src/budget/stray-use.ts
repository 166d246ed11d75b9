import type { Services } from '../platform/services';

/** What executions used that no hold writes down. Each count only grows, until the cache forgets it. */
export interface StrayUse {
  /** Of strangers, handshakes, the panel, looks for requests that found none. */
  readonly operations: number;
  /** Of the trigger's runs after their note: the end of a sweep, jobs. */
  readonly triggerOperations: number;
  readonly triggerMs: number;
}

export const noStrayUse: StrayUse = { operations: 0, triggerOperations: 0, triggerMs: 0 };

const key = 'budget.stray';
/** The trigger's have a place of their own, since two who add at the same moment count as one. */
const triggerKey = 'budget.trigger';
/** The longest that Google allows; each use begins it anew. */
const lifetimeSeconds = 21_600;

/** What the cache still knows of it: it may forget. */
export function readStrayUse({ cache }: Pick<Services, 'cache'>): StrayUse {
  const known = cache.getMany([key, triggerKey]);
  const [operations = 0] = readNumbers(known[key]);
  const [triggerOperations = 0, triggerMs = 0] = readNumbers(known[triggerKey]);
  return { operations, triggerOperations, triggerMs };
}

const readNumbers = (text: string | null | undefined): readonly number[] =>
  (text ?? '').split(' ').map((word) => Number(word) || 0);

/**
 * Tells what is left to tell when an execution ends. Nearly every request has been told by a hold then, and this asks nothing of
 * Google.
 */
export function leaveStrayUse({ cache, meter }: Services): void {
  const operations = meter.tell();
  if (operations !== 0) add(cache, key, [operations]);
}

/** The same at the end of a trigger's run, with its time that is left to tell. */
export function leaveTriggerUse({ cache, meter }: Services, triggerMs: number): void {
  const operations = meter.tell();
  if (operations !== 0 || triggerMs > 0) add(cache, triggerKey, [operations, triggerMs]);
}

function add(cache: Services['cache'], place: string, more: readonly number[]): void {
  const known = readNumbers(cache.get(place));
  cache.put(place, more.map((one, index) => one + (known[index] ?? 0)).join(' '), lifetimeSeconds);
}
