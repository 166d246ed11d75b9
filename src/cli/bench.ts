import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { projectRoot } from '../twin/runtime/project-root';
import { buildAll, readBuildInfo } from './build';
import { measureCpu } from './bench/cpu';
import { runLoad, type Load } from './bench/loads';
import { writeMarkdown, type BenchReport, type LoadLine } from './bench/report';
import type { Fill } from './bench/filled-workbook';
import { measureFill, type ScaleResult } from './bench/scale';
import { openSubject, subjects, type SubjectName } from './bench/subject';
import { commands } from './commands';
import { runCommand } from './run-command';

interface BenchPlan {
  readonly loads: readonly PlannedLoad[];
  readonly fills: readonly Fill[];
  /** Events of each case in a workbook. */
  readonly eventsPerCase: number;
  readonly cpuRuns: number;
}

interface PlannedLoad {
  readonly title: string;
  readonly load: Load;
  readonly subjects: readonly SubjectName[];
}

const everybody: readonly SubjectName[] = ['ours', 'unlocked', 'locked'];

const idle = (events: number): PlannedLoad => ({
  title: 'one sender, idle',
  load: { kind: 'idle', events },
  subjects: everybody,
});

const closedLoop = (
  senders: number,
  durationS: number,
  compared: readonly SubjectName[] = everybody,
): PlannedLoad => ({
  title: `${senders} senders and the sweep, ${durationS} s`,
  load: { kind: 'closedLoop', senders, durationS },
  subjects: compared,
});

const burst = (overS: number): PlannedLoad => ({
  title: overS === 0 ? '300 events at once' : `300 events within ${overS} s`,
  load: { kind: 'burst', events: 300, overS },
  subjects: everybody,
});

/** Chats in a workbook where only Mensagens grow. */
const steadyChats = 100;

/** Each size twice: Mensagens alone, and with a chat, a contact and a change of status for every ten messages. */
const fillsOf = (sizes: readonly number[]): readonly Fill[] => [
  ...sizes.map((messages) => ({ messages, chats: Math.min(messages, steadyChats) })),
  ...sizes
    .filter((messages) => messages > 1000)
    .map((messages) => ({ messages, chats: messages / 10 })),
];

const fullPlan: BenchPlan = {
  loads: [
    idle(60),
    closedLoop(25, 120),
    closedLoop(30, 120),
    closedLoop(25, 600, ['ours']),
    burst(0),
    burst(10),
  ],
  fills: fillsOf([0, 1000, 100_000, 400_000]),
  eventsPerCase: 15,
  cpuRuns: 50,
};

const quickPlan: BenchPlan = {
  loads: [idle(15), closedLoop(25, 20), burst(0)],
  fills: fillsOf([0, 1000, 20_000]),
  eventsPerCase: 5,
  cpuRuns: 15,
};

/**
 * `npm run bench -- [--quick] [--seed S]`: measures this bundle beside the usual ways and prints the tables; the full run also
 * writes docs/bench.md and docs/bench.json.
 */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.bench, args, async ({ quick, seed }) => {
    say('Building…');
    await buildAll();
    const report = await measure(quick ? quickPlan : fullPlan, seed);
    console.log(writeMarkdown(report));
    if (!quick) await saveReport(report);
    return report.loads.some(isBroken) ? 1 : 0;
  });
}

const say = (text: string): void => console.error(text);

/** Whatever was measured, an event that we lost or doubled is a failure. */
const isBroken = ({ subject, result }: LoadLine): boolean =>
  subject === 'ours' && result.lost + result.doubled > 0;

async function measure(plan: BenchPlan, seed: string): Promise<BenchReport> {
  const loads: LoadLine[] = [];
  for (const planned of plan.loads)
    for (const subject of planned.subjects) loads.push(await measureLoad(planned, subject, seed));
  const scale: ScaleResult[] = [];
  for (const fill of plan.fills) {
    const [messages, chats] = [fill.messages, fill.chats].map((count) =>
      count.toLocaleString('en'),
    );
    say(`One event at a time: ${messages} messages, ${chats} chats…`);
    scale.push(...(await measureFill(fill, plan.eventsPerCase)));
  }
  say('Processor time…');
  const cpu = await measureCpu(plan.cpuRuns);
  return { seed, version: readBuildInfo().version, loads, scale, cpu };
}

async function measureLoad(
  { title, load }: PlannedLoad,
  name: SubjectName,
  seed: string,
): Promise<LoadLine> {
  const startedAt = performance.now();
  const subject = await openSubject(name, { seed });
  try {
    const result = await runLoad(subject, load, seed);
    const tookS = ((performance.now() - startedAt) / 1000).toFixed(1);
    say(`${title}: ${subjects[name].title}: ${result.eventsPerS} events/s (${tookS} s)`);
    return { subject: name, load: title, result };
  } finally {
    await subject.stop();
  }
}

async function saveReport(report: BenchReport): Promise<void> {
  const file = (name: string): string => join(projectRoot, 'docs', name);
  writeFileSync(file('bench.md'), await format(writeMarkdown(report), { parser: 'markdown' }));
  writeFileSync(file('bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  say('Written: docs/bench.md, docs/bench.json');
}
