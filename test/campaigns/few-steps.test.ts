import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checks } from '../simulation/checks/checks';
import { runCheck } from '../simulation/checks/stage';
import { openWorld, type World } from '../simulation/world';

/** What random runs hardly meet. The campaign of planted faults shows that each of these can fail. */
describe('In a few deliberate steps', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it.each(checks.map((check) => [check.name, check] as const))('%s', async (_name, check) => {
    expect(await runCheck(world, check)).toEqual([]);
  });
});
