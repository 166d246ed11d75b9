import { parseObject } from '../../src/events/decode-record';
import type { Twin } from '../../src/twin/runtime/twin';

/** Of Google's daily quotas. */
export interface Used {
  readonly operations: number;
  readonly triggerMs: number;
}

const objectIn = (value: unknown): Readonly<Record<string, unknown>> =>
  parseObject(JSON.stringify(value));

/** What the app itself has counted since the first use: what its sweep has noted, and what the cache keeps for its next note. */
export function countedBy({ services: { properties, cache } }: Twin): Used {
  const budget = objectIn(parseObject(properties.entries('script').get('sweep'))['budget']);
  const noted = objectIn(objectIn(budget['usage'])['fromFirst']);
  const known = objectIn(budget['stray']);
  const kept = (place: string): readonly number[] =>
    (cache.items('script').get(place)?.value ?? '0').split(' ').map(Number);
  const [strays = 0] = kept('budget.stray');
  const [triggerOperations = 0, triggerMs = 0] = kept('budget.trigger');
  const earlier = Number(known['operations']) + Number(known['triggerOperations']);
  return {
    operations: Number(noted['operations']) + strays + triggerOperations - earlier,
    triggerMs: Number(noted['triggerMs']) + triggerMs - Number(known['triggerMs']),
  };
}

export const usedSince = (before: Used, now: Used): Used => ({
  operations: now.operations - before.operations,
  triggerMs: now.triggerMs - before.triggerMs,
});

/** By which share the one is more or less than the other. */
export const differenceOf = (counted: number, really: number): number =>
  Math.abs(counted / really - 1);
