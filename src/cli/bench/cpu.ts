import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script, type Context } from 'node:vm';
import { build } from 'esbuild';
import { projectRoot } from '../../twin/runtime/project-root';
import { measureRooms } from '../late/sizes';
import { readTimedBodies, type TimedBody } from './cpu-bodies';
import { median, round } from './statistics';

/** Real time of this computer's processor, in milliseconds. */
export interface CpuResult {
  /** Compiled by every run, and what stays text until it is needed, by room. */
  readonly earlyBytes: number;
  readonly lateBytes: Readonly<Record<string, number>>;
  /** Compiling and evaluating the bundle in a fresh context, as every execution does: usually, and at the least. */
  readonly evaluationMs: number;
  readonly leastEvaluationMs: number;
  readonly bodies: readonly BodyCost[];
}

interface BodyCost {
  readonly vendor: string;
  readonly title: string;
  readonly characters: number;
  readonly rows: number;
  /** Decoding, merging and rendering in a fresh context, as an execution's first event. */
  readonly firstMs: number;
  /** The same once the code has run some times, as in a hold with many events. */
  readonly laterMs: number;
}

/** Evaluates the bundle and works off a body of every platform, many times each. */
export async function measureCpu(times: number): Promise<CpuResult> {
  const bundle = join(projectRoot, 'dist', 'Code.js');
  const source = readFileSync(bundle, 'utf8');
  const probe = await bundleProbe();
  const { early, late } = measureRooms(source);
  const evaluations = repeat(times, (index) => timeEvaluation(source, index));
  return {
    earlyBytes: early,
    lateBytes: Object.fromEntries(late),
    evaluationMs: round(median(evaluations), 1),
    leastEvaluationMs: round(Math.min(...evaluations), 1),
    bodies: readTimedBodies().map((body) => measureBody(probe, body, times)),
  };
}

const repeat = (times: number, measure: (index: number) => number): readonly number[] =>
  Array.from({ length: times }, (_run, index) => measure(index));

/** A comment that differs keeps the engine from using what it compiled before. */
function timeEvaluation(source: string, index: number): number {
  const context = createContext({});
  const startedAt = performance.now();
  new Script(`${source}\n// ${index}`, { filename: 'Code' }).runInContext(context);
  return performance.now() - startedAt;
}

/** What an event costs between the reading and the writing of cells: the app's own code, built as the app is. */
const probeSource = `
  import { judge } from './intake/judge/judge';
  import { defaultSettings } from './settings/config';
  import { mergeRow } from './rows/merge-row';
  import { emptyState } from './projections/state';
  import { writeState } from './projections/state-text';

globalThis.workOff = (sha256, { vendor, webhook, body }) => {
  const connection = { id: vendor, vendor, account: '', secrets: [], tokens: [], handshakeAtMs: null };
  const request = { id: 'id', connectionId: vendor, webhook, receivedAtMs: 1790000000000, body };
  const codec = { sha256 };
  const { changes } = judge(request, { codec, settings: defaultSettings, connection });
  const rows = changes.map((change) => {
    if (change.kind === 'append') return change.content;
    const { content, state } = mergeRow(emptyState, [change]);
    return [content, writeState(state)];
  });
  return rows.length;
};
`;

async function bundleProbe(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: probeSource, resolveDir: join(projectRoot, 'src'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'neutral',
    target: 'es2020',
    charset: 'utf8',
    logLevel: 'warning',
  });
  return outputFiles.map(({ text }) => text).join('\n');
}

type WorkOff = (sha256: (text: string) => string, body: TimedBody) => number;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function openProbe(probe: string): WorkOff {
  const context: Context = createContext({});
  new Script(probe, { filename: 'probe' }).runInContext(context);
  const workOff: unknown = Reflect.get(context, 'workOff');
  if (typeof workOff !== 'function') throw new Error('The probe has no workOff.');
  return (...args) => Number(Reflect.apply(workOff, undefined, args));
}

const warmUps = 5;
const freshContexts = 7;

function measureBody(probe: string, body: TimedBody, times: number): BodyCost {
  const first = repeat(freshContexts, () => timeWork(openProbe(probe), body).ms);
  const warm = openProbe(probe);
  const isLong = body.body.length > 100_000;
  const runs = repeat(isLong ? warmUps : times, () => timeWork(warm, body).ms);
  return {
    vendor: body.vendor,
    title: body.title,
    characters: body.body.length,
    rows: timeWork(warm, body).rows,
    firstMs: round(median(first), 2),
    laterMs: round(median(runs.slice(Math.floor(runs.length / 2))), 2),
  };
}

function timeWork(
  workOff: WorkOff,
  body: TimedBody,
): { readonly ms: number; readonly rows: number } {
  const startedAt = performance.now();
  const rows = workOff(sha256, body);
  return { ms: performance.now() - startedAt, rows };
}
