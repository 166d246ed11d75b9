import { runClasp } from '../clasp';
import { isRecord, type ProjectPlace } from '../clasp-project';
import { fail, type Outcome } from '../problems';
import type { Deployment } from './deployments';

/** Most versions of a script: https://developers.google.com/apps-script/guides/services/quotas */
const mostVersions = 200;
/** From so many on the deployment names those that may go. */
const manyVersions = 180;

/** How many versions a project has, and those that may be deleted when they are many: numbers, oldest first. */
export interface Versions {
  readonly count: number;
  readonly deletable: readonly number[];
}

/**
 * The project's versions; a problem when there is no room for one more. Those that a deployment answers with cannot be deleted, the newest
 * should not: it is the way back.
 */
export async function listVersions(
  place: ProjectPlace,
  scriptId: string,
  deployments: readonly Deployment[],
): Promise<Outcome<Versions>> {
  const answer = await runClasp(place, ['list-versions', scriptId], '.clasp.json');
  if (!answer.ok) return answer;
  if (!Array.isArray(answer.value)) return fail('unexpectedAnswer', JSON.stringify(answer.value));
  const numbers = answer.value.map(readNumber).toSorted((a, b) => a - b);
  const used = new Set(deployments.map(({ versionNumber }) => versionNumber));
  const unused = numbers.slice(0, -1).filter((number) => !used.has(number));
  if (numbers.length >= mostVersions) return fail('tooManyVersions', spell(unused));
  return {
    ok: true,
    value: { count: numbers.length, deletable: numbers.length >= manyVersions ? unused : [] },
  };
}

const readNumber = (value: unknown): number =>
  isRecord(value) && typeof value['versionNumber'] === 'number' ? value['versionNumber'] : 0;

/** `1–4, 6, 9–12`. */
export function spell(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs
    .map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`))
    .join(', ');
}
