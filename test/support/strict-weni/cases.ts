import { readFixture } from '../fixtures';

/** A call, of which only what matters is said. */
export interface Ask {
  readonly method?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A case of the list, and what Weni answers. */
export interface Case extends Ask {
  readonly name: string;
  readonly endpoint: string;
  readonly status: number;
  /** What the answer's body holds at least; `*` stands for anything. */
  readonly answer: unknown;
}

export function readCases(): readonly Case[] {
  const cases = readFixture('weni-api/cases.json');
  if (!areCases(cases)) throw new Error('There are no cases.');
  return cases;
}

const areCases = (value: unknown): value is readonly Case[] => Array.isArray(value);
