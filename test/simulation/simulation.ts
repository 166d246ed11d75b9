import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readJob, readReport, runJob, type Job, type Report, type SeedJob } from './jobs';
import { reaches, type Reach } from './reached';
import { starts } from './scenario';
import { victims } from './crash-points';
import { openWorld } from './world';

const childMark = 'child';

/** What the command line asks for. */
interface Wish {
  readonly jobs: readonly Job[];
  readonly processes: number;
}

/** Crash points of one victim are shared out in so many parts. */
const parts = 4;

function readWish(args: string[]): Wish {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' },
      runs: { type: 'string' },
      start: { type: 'string' },
      'crash-points': { type: 'boolean', default: false },
      processes: { type: 'string', default: String(availableParallelism()) },
    },
  });
  const processes = Number(values.processes);
  if (values['crash-points']) {
    const jobs = victims.flatMap(({ name }) =>
      Array.from(
        { length: parts },
        (_unused, part) => ({ kind: 'crash', victim: name, part, parts }) as const,
      ),
    );
    return { jobs, processes };
  }
  const runs = Number(values.runs ?? (values.seed === undefined ? 200 : 1));
  const start = starts.find((one) => one === values.start);
  return { jobs: listSeeds(values.seed ?? '1', runs).map((job) => ({ ...job, start })), processes };
}

/** One seed as it was given; several count up from a number, or are numbered below a word. */
function listSeeds(first: string, runs: number): readonly SeedJob[] {
  const isNumber = /^\d+$/.test(first);
  return Array.from({ length: runs }, (_unused, index) => {
    const later = isNumber ? String(Number(first) + index) : `${first}.${index}`;
    return { kind: 'seed', seed: runs === 1 ? first : later };
  });
}

/** A child's life: a world of its own, one job after the other. */
async function serve(): Promise<void> {
  const world = await openWorld();
  process.on('message', (message) => {
    void runJob(world, readJob(message)).then((report) => process.send?.(report));
  });
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
}

/**
 * Each process keeps a core busy by itself: threads that help to collect garbage would only take turns with it (15 % of its time), and
 * with more room for what is young, less of it is copied (12 %).
 */
const execArgv = [...process.execArgv, '--single-threaded-gc', '--max-semi-space-size=64'];

/** Shares the jobs out over child processes; gives the number of failures. */
async function coordinate({ jobs, processes }: Wish): Promise<number> {
  const left = [...jobs];
  const progress = makeProgress(jobs.length);
  const children = Array.from({ length: Math.min(processes, jobs.length) }, () =>
    fork(fileURLToPath(import.meta.url), [childMark], { execArgv }),
  );
  await Promise.all(children.map((child) => work(child, left, progress.add)));
  for (const child of children) child.disconnect();
  return progress.close();
}

function work(child: ChildProcess, left: Job[], add: (report: Report) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`A process of the simulation ended (${code}).`)));
    child.on('message', (message) => {
      if (message !== 'ready') add(readReport(message));
      const job = left.shift();
      if (job === undefined) {
        child.removeAllListeners('exit');
        resolve();
      } else child.send(job);
    });
  });
}

const shareOf = (came: ReadonlyMap<string, number>, name: Reach, runs: number): string =>
  `${((100 * (came.get(name) ?? 0)) / runs).toFixed(0)} %`;

/** In how many runs each thing came about; of crash points nothing is told. */
function describeReach(came: ReadonlyMap<string, number>, runs: number): readonly string[] {
  if (came.size === 0) return [];
  const shares = reaches.map((name) => `${name} ${shareOf(came, name, runs)}`);
  return [`Came about, in how many of the runs: ${shares.join(', ')}.`];
}

/** A log wants fewer lines than somebody who waits. */
const progressEveryMs = process.stdout.isTTY ? 5000 : 60_000;

function makeProgress(jobCount: number) {
  const startedAt = performance.now();
  const sum = { jobs: 0, runs: 0, failures: 0 };
  const came = new Map<string, number>();
  let saidAt = startedAt;
  const say = (end: string): void => {
    const seconds = (performance.now() - startedAt) / 1000;
    const speed = (sum.runs / seconds).toFixed(1);
    const jobs = sum.jobs === sum.runs ? '' : ` (${sum.jobs} of ${jobCount} parts)`;
    console.log(
      `${sum.runs} runs${jobs}, ${sum.failures} failed, ${seconds.toFixed(0)} s, ${speed} a second${end}`,
    );
  };
  return {
    add: ({ runs, failures, reached }: Report): void => {
      sum.jobs += 1;
      sum.runs += runs;
      sum.failures += failures.length;
      for (const name of reached) came.set(name, (came.get(name) ?? 0) + 1);
      for (const text of failures) console.log(`\n${text}\n`);
      if (performance.now() - saidAt < progressEveryMs) return;
      saidAt = performance.now();
      say(' …');
    },
    close: (): number => {
      for (const line of describeReach(came, sum.runs)) console.log(line);
      const faults =
        came.size === 0 ? '' : `, a fault in ${shareOf(came, 'a fault fires', sum.runs)}`;
      const verdict = sum.failures === 0 ? ' Nothing lost, nothing doubled, newer wins.' : '';
      say(`${faults}.${verdict}`);
      return sum.failures;
    },
  };
}

if (process.argv[2] === childMark) await serve();
else process.exitCode = (await coordinate(readWish(process.argv.slice(2)))) === 0 ? 0 : 1;
