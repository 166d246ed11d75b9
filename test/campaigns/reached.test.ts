import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeScenario } from '../simulation/make-scenario';
import { reaches, type Reach } from '../simulation/reached';
import { runScenario } from '../simulation/run';
import { openWorld, type World } from '../simulation/world';

/** A promise is only held where a run comes to what may break it. */
const runs = 240;
/** Troubles that nobody meets tell nothing. */
const leastShareOfFaults = 0.9;

describe('Random runs', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it(`come to everything that may come about, ${runs} of them`, async () => {
    const came = new Map<Reach, number>();
    for (let run = 0; run < runs; run += 1) {
      const { reached, violations } = await runScenario(world, makeScenario(`reach.${run}`));
      expect(violations).toEqual([]);
      for (const name of reached) came.set(name, (came.get(name) ?? 0) + 1);
    }
    expect(reaches.filter((name) => !came.has(name))).toEqual([]);
    expect(came.get('a fault fires')).toBeGreaterThanOrEqual(leastShareOfFaults * runs);
  });
});
