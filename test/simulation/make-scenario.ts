import { createRandom, type SeededRandom } from '../../src/twin/runtime/random';
import { drawChapter, type Chapter } from './chapters';
import { drawOldNews, makeTask, pick, type Setting } from './draw-tasks';
import { planCommonFault, planFault, type PlannedFault } from './faults';
import {
  disturbedQuietSweeps,
  firstQuietNumber,
  startMs,
  type Delivery,
  type Part,
  type PlannedExecution,
  type Scenario,
  type Start,
  type Task,
} from './scenario';

const minuteMs = 60_000;

/** Makes the scenario that belongs to a seed. */
export function makeScenario(seed: string): Scenario {
  const random = createRandom(`simulation/${seed}`);
  const drawn = drawStart(random);
  const chapter = drawChapter(random);
  // A line that was held for a week and is let in now may be trimmed at once: nobody can say what became of it.
  const known = drawn === 'old' && chapter?.name === 'strangers' ? 'fresh' : drawn;
  const start = chapter?.isOfHands === true ? 'checked' : known;
  const parts = drawParts(random, chapter);
  const executions = drawExecutions(random, { start, chapter, parts });
  return {
    seed,
    executions,
    faults: drawFaults(random, executions),
    orderSeed: seed,
    stickiness: pick(random, [0, 0.5, 0.8, 0.9, 0.97]),
    paceMs: pick(random, [4, 20, 80]),
    start,
    parts,
  };
}

function drawStart(random: SeededRandom): Start {
  const dice = random.next();
  if (dice < 0.08) return 'full';
  if (dice < 0.36) return 'settled';
  if (dice < 0.42) return 'old';
  return dice > 0.93 ? 'long' : 'fresh';
}

/** A chapter has two parts at least: what it changes holds from one to the next. */
function drawParts(random: SeededRandom, chapter: Chapter | null): readonly Part[] {
  const count = chapter === null ? (random.next() < 0.2 ? 2 : 1) : 2 + random.below(2);
  return Array.from({ length: count }, (_unused, index) => ({
    gapMs: index === 0 ? 0 : pick(random, [2000, minuteMs, 6 * minuteMs, 21 * minuteMs]),
    refusesProperties: index === 1 && chapter?.refusesProperties === true,
  }));
}

interface Plan {
  readonly start: Start;
  readonly chapter: Chapter | null;
  readonly parts: readonly Part[];
}

/** What everybody does, part by part; in the midst of it what the chapter is about. */
function drawExecutions(random: SeededRandom, plan: Plan): readonly PlannedExecution[] {
  const { start, chapter, parts } = plan;
  const count = 5 + Math.floor(24 * random.next() ** 4);
  const past: Delivery[] = [];
  const executions: PlannedExecution[] = [];
  let nowMs = startMs;
  for (const [part, { gapMs }] of parts.entries()) {
    nowMs += gapMs;
    const setting: Setting = {
      start,
      nowMs,
      past,
      flavour: chapter?.flavours[part] ?? null,
      keepsHeaders: chapter?.isOfLanguage === true,
      isFree: chapter?.isOfHands === true,
    };
    const old = start === 'long' && part === 0 ? [drawOldNews(random)] : [];
    const own = [...old, ...(chapter?.acts[part] ?? [])];
    const share = Math.max(2, Math.round(count / parts.length));
    const common = Array.from({ length: share }, (): Task => makeTask(random, setting));
    const tasks: Task[] = common.toSpliced(random.below(share), 0, ...own);
    for (const task of tasks) executions.push({ number: executions.length + 1, task, part });
  }
  return executions;
}

/** A few troubles in nearly every run, in the sweeps after it too. */
function drawFaults(
  random: SeededRandom,
  executions: readonly PlannedExecution[],
): readonly PlannedFault[] {
  const faultable = executions.filter(({ task }) => task.kind !== 'user').map((one) => one.number);
  const count = random.next() < 0.05 || faultable.length === 0 ? 0 : 1 + random.below(7);
  return Array.from({ length: count }, (_unused, index) => {
    if (index === 0) return planCommonFault(random, pick(random, faultable));
    const isLast = random.next() < 0.12;
    const quiet = firstQuietNumber + random.below(disturbedQuietSweeps);
    return planFault(random, isLast ? quiet : pick(random, faultable));
  });
}
