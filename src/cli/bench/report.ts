import type { CpuResult } from './cpu';
import type { Fill } from './filled-workbook';
import type { LoadResult } from './loads';
import { scaleCases, type ScaleCase, type ScaleResult } from './scale';
import { round } from './statistics';
import { subjects, type SubjectName } from './subject';

/** One line of the comparison. */
export interface LoadLine {
  readonly subject: SubjectName;
  readonly load: string;
  readonly result: LoadResult;
}

/** Everything that a run of the bench measured. */
export interface BenchReport {
  readonly seed: string;
  readonly version: string;
  readonly loads: readonly LoadLine[];
  readonly scale: readonly ScaleResult[];
  readonly cpu: CpuResult;
}

type Cell = string | number;

function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

const seconds = (ms: number): string => `${round(ms / 1000, 2).toFixed(2)} s`;

const loadHeader = [
  'Load',
  'Way',
  'events/s',
  'lost',
  'doubled',
  'failed',
  'refused (30 slots)',
  'answer p50',
  'answer p95',
  'with start p50',
  'with start p95',
  'calls/event',
  'with sweeps',
];

const loadRow = ({ subject, load, result }: LoadLine): readonly Cell[] => [
  load,
  subjects[subject].title,
  result.eventsPerS,
  `${result.lost} of ${result.accepted}`,
  result.doubled,
  result.failed,
  result.refused,
  seconds(result.answerP50Ms),
  seconds(result.answerP95Ms),
  seconds(result.wholeP50Ms),
  seconds(result.wholeP95Ms),
  result.callsPerEvent,
  result.callsPerEventWithSweeps,
];

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
  return `# Bench

Written by \`npm run bench\` (version ${version}, seed \`${seed}\`; the same seed gives the same figures, processor times apart).
All figures are **modelled**: the built bundle runs in the local twin on a virtual clock, in real threads, and every call to Google
takes a time drawn from the published and estimated costs in [platform-facts.md](platform-facts.md) (log-normal through median and 95th percentile, 3 % cold starts,
at most 30 executions at once). Nobody has measured this on Google's own machines yet.

## Beside the usual ways

${table(loadHeader, loads.map(loadRow))}

${ratios(loads)}

- _Answer_: from the entry of the code to its return; _with start_ adds the execution's start (cold ones too); the client's redirect hop is in neither.
- _Lost_: answered as usual, and in no tab once everything had settled. _Failed_: answered with an error, whose status is 200 as well, so senders take it for success.
- _Refused_: Google runs 30 executions at once; what is beyond gets a page with status 200. No code can change that.
- _Calls_: those with a price; buffered writes count; getters, kept values, \`Utilities\`, outputs and flushes of nothing do not. _With sweeps_ adds the sweep's.
- Senders send changes of an agent's status (two tabs) and messages (three tabs) 3 : 7, every event with an id of its own.

## What size costs

One event at a time, each call at its median, in workbooks of so many messages / chats (rows of Conversas, of Contatos and of the log of statuses).

${scaleTable(scale)}

In brackets: calls and time as multiples of those at 1,000 messages. Rows of Mensagens cost nothing: only the newest 2,000 are read. A tab of few cells is read in one
call, a long one in three (header, last row, newest rows), whatever its length; a chat that is not among the newest 2,000 is looked for once, and remembered for some hours.

## Real processor time

On the computer that ran the bench. The bundle has ${(cpu.bundleBytes / 1000).toFixed(0)} kB; compiling and evaluating it in a fresh context takes ${cpu.evaluationMs} ms.

${cpuTable(cpu)}
`;
}
