import { listCrashPoints, runCrashPoint, victims } from './crash-points';
import { describeFailure } from './describe';
import { runScenario } from './run';
import { makeScenario } from './make-scenario';
import { starts, type Start } from './scenario';
import { shrink } from './shrink';
import type { World } from './world';

/** A piece of work for one process. */
export type Job =
  | { readonly kind: 'seed'; readonly seed: string; readonly start?: Start | undefined }
  /** Every `parts`-th crash point of a victim. */
  | {
      readonly kind: 'crash';
      readonly victim: string;
      readonly part: number;
      readonly parts: number;
    };

/** What came of it: how many runs, and each failure as text. */
export interface Report {
  readonly runs: number;
  readonly failures: readonly string[];
  /** What came about, a name for each run in which it did. */
  readonly reached: readonly string[];
}

export function runJob(world: World, job: Job): Promise<Report> {
  return job.kind === 'seed' ? runSeed(world, job) : runPart(world, job);
}

export type SeedJob = Extract<Job, { readonly kind: 'seed' }>;

async function runSeed(world: World, { seed, start }: SeedJob): Promise<Report> {
  const drawn = makeScenario(seed);
  const scenario = { ...drawn, start: start ?? drawn.start };
  const { violations, reached } = await runScenario(world, scenario);
  if (violations.length === 0) return { runs: 1, failures: [], reached };
  const shrunk = await shrink(world, scenario);
  const wanted = start === undefined ? '' : ` --start ${start}`;
  const again = `Again: npm run simulate -- --seed ${seed}${wanted}`;
  const found = violations.map((violation) => `  ${violation}`).join('\n');
  const text = `${describeFailure(shrunk.scenario, shrunk.result)}\nbefore shrinking:\n${found}\n${again}`;
  return { runs: 1, failures: [text], reached };
}

async function runPart(
  world: World,
  { victim, part, parts }: Extract<Job, { readonly kind: 'crash' }>,
): Promise<Report> {
  const found = victims.find(({ name }) => name === victim);
  const points = found === undefined ? [] : await listCrashPoints(world, found);
  const own = points.filter((_point, index) => index % parts === part);
  const failures: string[] = [];
  for (const point of own) {
    const result = await runCrashPoint(world, point);
    if (result.violations.length > 0) failures.push(describeFailure(point.scenario, result));
  }
  return { runs: own.length, failures, reached: [] };
}

/** A job as another process sent it. */
export function readJob(message: unknown): Job {
  const field = (name: string): unknown =>
    typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined;
  if (field('kind') === 'seed') {
    const start = starts.find((one) => one === field('start'));
    return { kind: 'seed', seed: String(field('seed')), start };
  }
  const victim = String(field('victim'));
  return { kind: 'crash', victim, part: Number(field('part')), parts: Number(field('parts')) };
}

/** A report as another process sent it. */
export function readReport(message: unknown): Report {
  const field = (name: string): unknown =>
    typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined;
  const texts = (name: string): readonly string[] => {
    const list = field(name);
    return Array.isArray(list) ? list.map(String) : [];
  };
  return { runs: Number(field('runs')), failures: texts('failures'), reached: texts('reached') };
}
