import { listCrashPoints, runCrashPoint, victims } from './crash-points';
import { buildMutant } from './build-mutant';
import { checks } from './checks/checks';
import { runCheck } from './checks/stage';
import type { Mutation } from './mutation';
import { runScenario } from './run';
import { makeScenario } from './make-scenario';
import { runStory, stories } from './stories';
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
    if (shows === 'runs') return await catchInRuns(world, maxRuns);
    if ('story' in shows) return await catchInStory(world, shows.story);
    if ('check' in shows) return await catchInCheck(world, shows.check);
    return await catchAtCrashPoints(world, shows, maxRuns);
  } finally {
    await world.close();
  }
}

async function catchInRuns(world: World, maxRuns: number): Promise<Caught | null> {
  for (let runs = 1; runs <= maxRuns; runs += 1) {
    const { violations } = await runScenario(world, makeScenario(`mutant.${runs}`));
    const [violation] = violations;
    if (violation !== undefined) return { runs, violation };
  }
  return null;
}

async function catchInStory(world: World, name: string): Promise<Caught | null> {
  const story = stories.find((one) => one.name === name);
  if (story === undefined) throw new Error(`There is no story "${name}".`);
  const [violation] = (await runStory(world, story)).violations;
  return violation === undefined ? null : { runs: 1, violation };
}

async function catchInCheck(world: World, name: string): Promise<Caught | null> {
  const check = checks.find((one) => one.name === name);
  if (check === undefined) throw new Error(`There is no check "${name}".`);
  const [violation] = await runCheck(world, check);
  return violation === undefined ? null : { runs: 1, violation };
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
