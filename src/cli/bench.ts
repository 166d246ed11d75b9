import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { projectRoot } from '../twin/runtime/project-root';
import { buildAll, readBuildInfo } from './build';
import { measureCpu } from './bench/cpu';
import { runLoad } from './bench/loads';
import {
  fullPlan,
  loadParts,
  partNames,
  plainParts,
  quickPlan,
  type BenchPlan,
  type LoadPart,
  type PartName,
  type PlannedLoad,
} from './bench/plans';
import { writeMarkdown, type BenchReport, type LoadLine, type ReportParts } from './bench/report';
import { measureFill, type ScaleResult } from './bench/scale';
import { openSubject, subjects, type SubjectName } from './bench/subject';
import { commands } from './commands';
import { runCommand } from './run-command';
import { StartFailure } from './start-failure';

/**
 * `npm run bench -- [--quick] [--seed S] [--part P]`: measures this bundle beside the usual ways and prints the tables; unless quick
 * it also writes docs/bench.md and docs/bench.json, in which the parts that were not measured stay as they are.
 */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.bench, args, async ({ quick, seed, part }) => {
    const wanted = partNames.filter((name) => name === part);
    if (part !== undefined && wanted.length === 0)
      throw new StartFailure('badValue', `--part ${part}`, partNames.join(', '));
    say('Building…');
    await buildAll();
    const plan = quick ? quickPlan : fullPlan;
    const measured = await measure(plan, wanted.length === 0 ? plainParts : wanted, seed);
    const report = { seed, version: readBuildInfo().version, ...measured };
    console.log(writeMarkdown(report));
    if (!quick) await saveReport(report);
    return Object.values(report.loads).flat().some(isBroken) ? 1 : 0;
  });
}

const say = (text: string): void => console.error(text);

/** Whatever was measured, an event that we lost or doubled is a failure. */
const isBroken = ({ subject, result }: LoadLine): boolean =>
  subject === 'ours' && result.lost + result.doubled > 0;

async function measure(
  plan: BenchPlan,
  parts: readonly PartName[],
  seed: string,
): Promise<ReportParts> {
  const loads: Partial<Record<LoadPart, readonly LoadLine[]>> = {};
  for (const part of loadParts)
    if (parts.includes(part)) loads[part] = await measureLoads(plan.loads[part], seed);
  const scale = parts.includes('size') ? await measureSizes(plan) : undefined;
  const cpu = parts.includes('processor') ? await measureCpu(plan.cpuRuns) : undefined;
  return { loads, ...(scale && { scale }), ...(cpu && { cpu }) };
}

async function measureLoads(
  planned: readonly PlannedLoad[],
  seed: string,
): Promise<readonly LoadLine[]> {
  const lines: LoadLine[] = [];
  for (const one of planned)
    for (const subject of one.subjects) lines.push(await measureLoad(one, subject, seed));
  return lines;
}

async function measureLoad(
  { title, load, subjects: _compared, ...account }: PlannedLoad,
  name: SubjectName,
  seed: string,
): Promise<LoadLine> {
  const startedAt = performance.now();
  const subject = await openSubject(name, { seed, ...account });
  try {
    const result = await runLoad(subject, load, seed);
    const tookS = ((performance.now() - startedAt) / 1000).toFixed(1);
    say(`${title}: ${subjects[name].title}: ${result.eventsPerS} events/s (${tookS} s)`);
    return { subject: name, load: title, result };
  } finally {
    await subject.stop();
  }
}

async function measureSizes({ fills, eventsPerCase }: BenchPlan): Promise<readonly ScaleResult[]> {
  const results: ScaleResult[] = [];
  for (const fill of fills) {
    const [messages, chats] = [fill.messages, fill.chats].map((count) =>
      count.toLocaleString('en'),
    );
    say(`One event at a time: ${messages} messages, ${chats} chats…`);
    results.push(...(await measureFill(fill, eventsPerCase)));
  }
  return results;
}

const fileOf = (name: string): string => join(projectRoot, 'docs', name);

/** The parts that were measured now take the place of those that stand there. */
async function saveReport(measured: BenchReport): Promise<void> {
  const known = readReport();
  const report = { ...known, ...measured, loads: { ...known?.loads, ...measured.loads } };
  writeFileSync(fileOf('bench.md'), await format(writeMarkdown(report), { parser: 'markdown' }));
  writeFileSync(fileOf('bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  say('Written: docs/bench.md, docs/bench.json');
}

function readReport(): BenchReport | null {
  const file = fileOf('bench.json');
  const known: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  return isReport(known) ? known : null;
}

const isReport = (value: unknown): value is BenchReport =>
  typeof value === 'object' && value !== null && 'loads' in value && !Array.isArray(value.loads);
