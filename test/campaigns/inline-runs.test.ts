import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listCrashPoints, runCrashPoint, victims } from '../simulation/crash-points';
import { createScriptedOrder } from '../simulation/directors';
import { runOnThreads, runScenario, type RunResult } from '../simulation/run';
import { makeScenario } from '../simulation/make-scenario';
import { openWorld, type World } from '../simulation/world';

/** Scripted runs take place in one thread if they can: that must make no difference, kills least of all. */
const sampleEvery = 37;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const tell = ({ steps, violations }: RunResult): readonly string[] => [
  ...steps.map(
    ({ execution, name, atMs, trouble, call }) =>
      `${execution.number} ${name} ${atMs} ${trouble} ${call?.args.map(String).join()}`,
  ),
  ...violations,
];

describe('a run in this thread is the same as on threads', () => {
  const rich = victims.filter(({ companies }) => companies.length > 4);
  it.each(rich.slice(0, 2).map(({ name }) => name))('%s, harmed at its calls', async (name) => {
    const victim = rich.find((one) => one.name === name);
    const points = victim === undefined ? [] : await listCrashPoints(world, victim);
    const sample = points.filter((_point, index) => index % sampleEvery === 0);
    expect(sample.length).toBeGreaterThan(10);
    for (const point of sample) {
      const here = await runCrashPoint(world, point);
      const there = await runOnThreads(world, point.scenario, (numberOf) =>
        createScriptedOrder(point.script, numberOf),
      );
      expect(tell(here)).toEqual(tell(there));
    }
  });

  it.each(['a', 'b', 'c', 'd', 'e', 'f'])('in a drawn order, seed %s', async (seed) => {
    const scenario = makeScenario(`ground.${seed}`);
    const here = await runScenario(world, scenario);
    expect(tell(here)).toEqual(tell(await runOnThreads(world, scenario)));
  });
});
