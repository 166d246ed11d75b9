import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeFailure } from '../simulation/describe';
import { runScenario } from '../simulation/run';
import { makeScenario } from '../simulation/make-scenario';
import { shrink } from '../simulation/shrink';
import { runStory, stories } from '../simulation/stories';
import { openWorld, type World } from '../simulation/world';

/**
 * P1, P2, P3: nothing is lost, nothing stands twice, what is newer wins; whatever happens at whatever moment.
 * `npm run simulate -- --seed S` replays a seed; `--runs N` tries more.
 */
const seedsPerTest = 15;
const firstSeeds = Array.from({ length: 2 }, (_unused, index) => 1 + index * seedsPerTest);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** What broke, with the shortest trace; null when nothing did. */
async function failureOf(seed: string): Promise<string | null> {
  const scenario = makeScenario(seed);
  const { violations } = await runScenario(world, scenario);
  if (violations.length === 0) return null;
  const shrunk = await shrink(world, scenario, 60);
  return describeFailure(shrunk.scenario, shrunk.result);
}

describe('random runs of the built bundle', () => {
  it.each(firstSeeds)('keep every promise, seeds from %i', async (first) => {
    for (let seed = first; seed < first + seedsPerTest; seed += 1)
      expect(await failureOf(String(seed))).toBeNull();
  });

  it.each(stories.map((story) => [story.name, story] as const))(
    'told step by step: %s',
    async (_name, story) => {
      expect((await runStory(world, story)).violations).toEqual([]);
    },
  );

  it('are the same again for the same seed', async () => {
    const scenario = makeScenario('again');
    const names = async (): Promise<readonly string[]> => {
      const { steps } = await runScenario(world, scenario);
      return steps.map(({ execution, name, atMs }) => `${execution.number} ${name} ${atMs}`);
    };
    const first = await names();
    expect(first.length).toBeGreaterThan(50);
    expect(await names()).toEqual(first);
  });
});
