import type { Services } from '../platform/services';
import { areOperationsShort, type Budget } from './budget';

const restKey = 'budget.rest';

/** Whether the sweep rests: asked first of all, and nothing else is asked of Google then. */
export const isResting = ({ cache, clock }: Services): boolean =>
  clock.now() < Number(cache.get(restKey) ?? 0);

/** Lets the next runs of the trigger return at once, until then as the budget's pace says; at the usual pace nothing is said. */
export function startRest({ cache, clock }: Services, untilMs: number): void {
  const nowMs = clock.now();
  if (untilMs > nowMs) cache.put(restKey, String(untilMs), Math.ceil((untilMs - nowMs) / 1000));
}

/** Cache key of the mark that operations on properties are short today. */
export const frugalKey = 'budget.frugal';
/** Longer than any pace, so that the sweep renews it in time. */
const frugalSeconds = 1800;

/** Tells requests while operations are short. What the cache forgets costs operations, and nothing else. */
export function tellFrugal({ cache }: Services, budget: Budget): void {
  if (areOperationsShort(budget)) cache.put(frugalKey, '1', frugalSeconds);
}
