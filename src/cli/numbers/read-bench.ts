import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../twin/runtime/project-root';
import { isRecord } from '../clasp-project';

/** The figures of one load in docs/bench.json that the pages for users tell. */
export interface BenchLine {
  readonly subject: string;
  readonly load: string;
  readonly figures: Readonly<Record<string, number>>;
}

/** The cost of one event alone in a workbook of that size. */
interface SizeLine {
  readonly messages: number;
  readonly chats: number;
  readonly name: string;
  readonly answerMs: number;
}

export interface Bench {
  readonly lines: readonly BenchLine[];
  readonly sizes: readonly SizeLine[];
}

/** What the last `npm run bench` measured. */
export function readBench(): Bench {
  const parsed: unknown = JSON.parse(readFileSync(join(projectRoot, 'docs', 'bench.json'), 'utf8'));
  const report = isRecord(parsed) ? parsed : {};
  const loads = isRecord(report['loads']) ? Object.values(report['loads']).flatMap(toRecords) : [];
  return {
    lines: loads.map(({ subject, load, result }) => ({
      subject: String(subject),
      load: String(load),
      figures: numbersOf(result),
    })),
    sizes: toRecords(report['scale']).map((one) => ({
      messages: Number(one['messages']),
      chats: Number(one['chats']),
      name: String(one['case']),
      answerMs: Number(one['answerMs']),
    })),
  };
}

const toRecords = (value: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

function numbersOf(value: unknown): Readonly<Record<string, number>> {
  const entries = Object.entries(isRecord(value) ? value : {});
  return Object.fromEntries(entries.map(([name, figure]) => [name, Number(figure)]));
}

/**
 * The figure of a load.
 * @throws {Error} when the bench has no such figure
 */
export function figureOf(line: BenchLine, name: string): number {
  const figure = line.figures[name];
  if (figure === undefined) throw new Error(`docs/bench.json has no ${name} for ${line.load}.`);
  return figure;
}

/**
 * The load of that name, of our own code unless told.
 * @throws {Error} when the bench has none
 */
export function findLine({ lines }: Bench, load: string, subject = 'ours'): BenchLine {
  const found = lines.find((line) => line.load === load && line.subject === subject);
  if (found === undefined) throw new Error(`docs/bench.json has no load ${load} of ${subject}.`);
  return found;
}
