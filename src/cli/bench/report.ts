import { coldShares } from '../../twin/runtime/cost-table';
import type { CpuResult } from './cpu';
import type { Fill } from './filled-workbook';
import type { LoadResult } from './loads';
import type { LoadPart } from './plans';
import { scaleCases, type ScaleCase, type ScaleResult } from './scale';
import { round } from './statistics';
import { subjects, type SubjectName } from './subject';

/** One line of the comparison. */
export interface LoadLine {
  readonly subject: SubjectName;
  readonly load: string;
  readonly result: LoadResult;
}

/** What a run of the bench measured; a part that was left out is missing. */
export interface ReportParts {
  readonly loads: Partial<Readonly<Record<LoadPart, readonly LoadLine[]>>>;
  readonly scale?: readonly ScaleResult[];
  readonly cpu?: CpuResult;
}

export interface BenchReport extends ReportParts {
  readonly seed: string;
  readonly version: string;
}

type Cell = string | number;

function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

const seconds = (ms: number): string => `${round(ms / 1000, 2).toFixed(2)} s`;

type Columns = readonly (readonly [title: string, cell: (line: LoadLine) => Cell])[];

const percent = (share: number): string => `${round(share * 100, 1)} %`;

const loadColumns: Columns = [
  ['Load', ({ load }) => load],
  ['Way', ({ subject }) => subjects[subject].title],
  ['events/s', ({ result }) => result.eventsPerS],
  ['lost', ({ result }) => `${result.lost} of ${result.accepted}`],
  ['doubled', ({ result }) => result.doubled],
  ['failed', ({ result }) => result.failed],
  ['refused (30 slots)', ({ result }) => result.refused],
  ['answer p50', ({ result }) => seconds(result.answerP50Ms)],
  ['answer p95', ({ result }) => seconds(result.answerP95Ms)],
  ['over 5 s', ({ result }) => percent(result.answersOver5s)],
  ['with start p50', ({ result }) => seconds(result.wholeP50Ms)],
  ['with start p95', ({ result }) => seconds(result.wholeP95Ms)],
  ['calls/event', ({ result }) => result.callsPerEvent],
  ['with sweeps', ({ result }) => result.callsPerEventWithSweeps],
];

const freshColumns: Columns = [
  ['Load', ({ load }) => load],
  ['events', ({ result }) => result.accepted],
  ['p50', ({ result }) => seconds(result.freshP50Ms)],
  ['p95', ({ result }) => seconds(result.freshP95Ms)],
  ['p99', ({ result }) => seconds(result.freshP99Ms)],
  ['p99.9', ({ result }) => seconds(result.freshP999Ms)],
  ['latest', ({ result }) => seconds(result.freshMaxMs)],
  ['over 5 s', ({ result }) => percent(result.freshOver5s)],
  ['last row after last answer', ({ result }) => `${result.lastRowAfterS} s`],
  ['answers over 5 s', ({ result }) => percent(result.answersOver5s)],
  ['refused (30 slots)', ({ result }) => result.refused],
];

const frugalColumns: Columns = [
  ['Load', ({ load }) => load],
  ['events', ({ result }) => result.accepted],
  ['lost', ({ result }) => result.lost],
  ['refused (30 slots)', ({ result }) => result.refused],
  ['failed', ({ result }) => result.failed],
  ['operations/event', ({ result }) => result.operationsPerEvent],
  ['operations', ({ result }) => round(result.operationsPerEvent * Math.max(1, result.accepted))],
  ['store at most', ({ result }) => `${result.storePeakPercent} %`],
  ['sweeps', ({ result }) => result.sweeps],
  ['their minutes', ({ result }) => round(result.sweepS / 60, 1)],
  ['and their starts', ({ result }) => round(result.sweepStartS / 60, 1)],
];

const loadTable = (columns: Columns, lines: readonly LoadLine[]): string =>
  table(
    columns.map(([title]) => title),
    lines.map((line) => columns.map(([, cell]) => cell(line))),
  );

/** The rate of ours over the locked appendRow's, for each load of several senders. */
function ratios(lines: readonly LoadLine[]): string {
  const rateOf = (load: string, subject: SubjectName): number =>
    lines.find((line) => line.load === load && line.subject === subject)?.result.eventsPerS ?? 0;
  return [...new Set(lines.map(({ load }) => load))]
    .filter((load) => load.includes('senders') && rateOf(load, 'locked') > 0)
    .map((load) => {
      const times = round(rateOf(load, 'ours') / rateOf(load, 'locked'), 1);
      return `- ${load}: ${times} × the locked \`appendRow\`.`;
    })
    .join('\n');
}

/** Rows of Mensagens that other sizes are compared with. */
const baseSize = 1000;

/** A line for each case, a column for each workbook. */
function scaleTable(results: readonly ScaleResult[]): string {
  const fills = [...new Map(results.map((one) => [`${one.messages}/${one.chats}`, one])).values()];
  const cases = [...new Set(results.map((result) => result.case))];
  const base = (name: ScaleCase): ScaleResult | undefined =>
    results.find((result) => result.case === name && result.messages === baseSize);
  const cell = (name: ScaleCase, { messages, chats }: Fill): string => {
    const found = results.find(
      (one) => one.case === name && one.messages === messages && one.chats === chats,
    );
    const reference = base(name);
    if (found === undefined) return '–';
    const ratio =
      reference && messages > baseSize
        ? ` (× ${round(found.calls / reference.calls, 2)}, × ${round(found.answerMs / reference.answerMs, 2)})`
        : '';
    return `${found.calls} calls, ${seconds(found.answerMs)}${ratio}`;
  };
  const count = (value: number): string => value.toLocaleString('en');
  return table(
    ['One event alone', ...fills.map((fill) => `${count(fill.messages)} / ${count(fill.chats)}`)],
    cases.map((name) => [scaleCases[name].title, ...fills.map((fill) => cell(name, fill))]),
  );
}

function cpuTable({ bodies }: CpuResult): string {
  return table(
    ['Platform', 'Body', 'characters', 'rows', 'first in a context', 'later ones'],
    bodies.map(({ vendor, title, characters, rows, firstMs, laterMs }) => [
      vendor,
      title,
      characters.toLocaleString('en'),
      rows,
      `${firstMs} ms`,
      `${laterMs} ms`,
    ]),
  );
}

/** The report as a page of the documentation. */
export function writeMarkdown({ seed, version, loads, scale, cpu }: BenchReport): string {
  const { usual, fresh } = loads;
  const measured = Object.values(loads).flat();
  const sections = [
    writeHead(seed, version),
    usual && writeUsual(usual),
    fresh && writeFresh(fresh),
    measured.length > 0 && writeFrugal(measured.filter(({ subject }) => subject === 'ours')),
    scale && writeScale(scale),
    cpu && writeCpu(cpu),
  ];
  return sections.filter(Boolean).join('\n\n');
}

const writeHead = (seed: string, version: string): string => `# Bench

Written by \`npm run bench\` (version ${version}, seed \`${seed}\`; the same seed gives the same figures, processor times apart).
All figures are **modelled**: the built bundle runs in the local twin on a virtual clock, in real threads, and every call to Google
takes a time drawn from the published and estimated costs in [platform-facts.md](platform-facts.md) (log-normal through median and 95th percentile,
${coldShares.busy * 100} % cold starts, ${coldShares.idle * 100} % after an idle minute, at most 30 executions at once). Nobody has measured this on Google's own machines yet.
What changed in how it reckons: [bench-changes.md](bench-changes.md).`;

const writeUsual = (lines: readonly LoadLine[]): string => `## Beside the usual ways

${loadTable(loadColumns, lines)}

${ratios(lines)}

- _Answer_: from the entry of the code to its return; _with start_ adds the execution's start (cold ones too); the client's redirect hop is in neither.
- _Lost_: answered as usual, and in no tab once everything had settled. _Failed_: answered with an error, whose status is 200 as well, so senders take it for success.
- _Refused_: Google runs 30 executions at once; what is beyond gets a page with status 200. No code can change that.
- _Calls_: those with a price and a round trip; buffered writes count; getters of handles, kept values, \`Utilities\`, outputs and flushes of nothing do not. _With sweeps_ adds the sweep's.
- Senders send changes of an agent's status (two tabs) and messages (three tabs) 3 : 7, every event with an id of its own.`;

const writeFresh = (lines: readonly LoadLine[]): string => `## How soon rows can be seen

From the answer to the end of the flush that wrote the event's own row (a message's, a change of status); 0 where that came before the answer.

${loadTable(freshColumns, lines)}`;

const writeFrugal = (lines: readonly LoadLine[]): string => `## What it uses up

Operations on properties (a bulk write counts for each of its keys), the most that the 500 KB store held, and the run time of the sweeps from their entry, the starts beside it.

${loadTable(frugalColumns, lines)}`;

const writeScale = (results: readonly ScaleResult[]): string => `## What size costs

One event at a time, each call at its median, in workbooks of so many messages / chats (rows of Conversas, of Contatos and of the log of statuses).

${scaleTable(results)}

In brackets: calls and time as multiples of those at 1,000 messages. Rows of Mensagens cost nothing: only the newest 2,000 are read. A tab of few cells is read in one
call, a long one in three (header, last row, newest rows), whatever its length; a chat that is not among the newest 2,000 is looked for once, and remembered for some hours.`;

const inKb = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

const writeCpu = (cpu: CpuResult): string => `## Real processor time

On the computer that ran the bench. Compiling and evaluating the bundle in a fresh context takes ${cpu.evaluationMs} ms, ${cpu.leastEvaluationMs} ms at the least. Every run
compiles ${inKb(cpu.earlyBytes)} of it; the rest stays text until it is needed ([0018](decisions/0018-late-rooms.md)): ${Object.entries(
  cpu.lateBytes,
)
  .map(([room, bytes]) => `${room} ${inKb(bytes)}`)
  .join(', ')}.

${cpuTable(cpu)}
`;
