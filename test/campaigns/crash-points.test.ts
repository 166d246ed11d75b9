import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listCrashPoints, runCrashPoint, victims } from '../simulation/crash-points';
import { describeFailure } from '../simulation/describe';
import { openWorld, type World } from '../simulation/world';

/**
 * Every execution may die, and every call may fail, at any moment. Here a sample of the moments of each kind of event, and each
 * victim unharmed; `npm run simulate -- --crash-points` tries them all.
 */
const sampleEvery = 47;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('an execution that is harmed at one of its calls', () => {
  it.each(victims.map(({ name }, index) => [name, index] as const))(
    '%s: nothing is lost, doubled or half written',
    async (_name, index) => {
      const victim = victims[index];
      const points = victim === undefined ? [] : await listCrashPoints(world, victim);
      expect(points.length).toBeGreaterThan(100);
      const sample = points.filter((_point, place) => (place - index) % sampleEvery === 0);
      for (const point of sample) {
        const result = await runCrashPoint(world, point);
        const failure =
          result.violations.length > 0 ? describeFailure(point.scenario, result) : null;
        expect(failure).toBeNull();
      }
    },
  );
});
