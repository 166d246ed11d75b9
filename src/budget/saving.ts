import type { Services } from '../platform/services';
import { areOperationsShort, type Budget } from './budget';

const restKey = 'budget.rest';
/** Cache key of the mark that operations on properties are short today: until when, epoch ms. */
export const frugalKey = 'budget.frugal';
/** Longer than any pace, so that the sweep renews it in time. */
const frugalMs = 30 * 60_000;
/** Of a thousand items the cache forgets those first that are nearest to their end: so marks carry their time, and live long. */
const lifetimeSeconds = 21_600;

/** Whether the sweep rests: asked first of all, and nothing else is asked of Google then. */
export const isResting = ({ cache, clock }: Services): boolean =>
  clock.now() < Number(cache.get(restKey) ?? 0);

/** Lets the next runs of the trigger return at once, until then as the budget's pace says; at the usual pace nothing is said. */
export function startRest({ cache, clock }: Services, untilMs: number): void {
  if (untilMs > clock.now()) cache.put(restKey, String(untilMs), lifetimeSeconds);
}

/** Tells requests while operations are short. What the cache forgets costs operations, and nothing else. */
export function tellFrugal({ cache, clock }: Services, budget: Budget): void {
  if (areOperationsShort(budget))
    cache.put(frugalKey, String(clock.now() + frugalMs), lifetimeSeconds);
}
