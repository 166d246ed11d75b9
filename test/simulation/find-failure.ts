import { listCrashPoints, runCrashPoint, victims } from './crash-points';
import { buildMutant, type Mutation } from './mutations';
import { runScenario } from './run';
import { makeScenario } from './scenario';
import { openWorld, type World } from './world';

/** How a mutation was caught: after how many runs, and by what. */
export interface Caught {
  readonly runs: number;
  readonly violation: string;
}

/** Builds the mutant and runs it until a promise breaks, at most so many times; null when none did. */
export async function catchMutation(mutation: Mutation, maxRuns: number): Promise<Caught | null> {
  const world = await openWorld(await buildMutant(mutation));
  try {
    const { shows } = mutation;
    return typeof shows === 'string'
      ? await catchInRuns(world, shows, maxRuns)
      : await catchAtCrashPoints(world, shows, maxRuns);
  } finally {
    await world.close();
  }
}

async function catchInRuns(
  world: World,
  shows: 'runs' | 'long runs',
  maxRuns: number,
): Promise<Caught | null> {
  for (let runs = 1; runs <= maxRuns; runs += 1) {
    const drawn = makeScenario(`mutant.${runs}`);
    const scenario = shows === 'runs' ? drawn : ({ ...drawn, start: 'long' } as const);
    const { violations } = await runScenario(world, scenario);
    const [violation] = violations;
    if (violation !== undefined) return { runs, violation };
  }
  return null;
}

async function catchAtCrashPoints(
  world: World,
  shows: { readonly victim: string; readonly company: string },
  maxRuns: number,
): Promise<Caught | null> {
  const victim = victims.find(({ name }) => name === shows.victim);
  if (victim === undefined) throw new Error(`There is no victim ${shows.victim}.`);
  const points = await listCrashPoints(world, victim, shows.company);
  // The calls that matter are the later ones, under the lock.
  const fromTheEnd = [...points.slice(0, 1), ...points.slice(1).toReversed()].slice(0, maxRuns);
  for (const [index, point] of fromTheEnd.entries()) {
    const [violation] = (await runCrashPoint(world, point)).violations;
    if (violation !== undefined) return { runs: index + 1, violation };
  }
  return null;
}
