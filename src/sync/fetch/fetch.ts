import { mostAtOnce, type Http, type HttpAnswer } from '../../platform/http';
import type { Services } from '../../platform/services';
import type { Turn } from '../jobs/job';
import { requestsOf, type Api, type Question } from './api';
import { readFetched, type Fetched } from './read-fetched';

/** A question and whom it is for. */
export interface Asked {
  readonly api: Api;
  readonly question: Question;
}

/** What a run may take of the day. */
export type Allowance = Pick<Turn, 'allows' | 'note'>;

/** What asking needs of the services. */
export interface Caller {
  readonly http: Pick<Http, 'sendAll'>;
  readonly clock: Pick<Services['clock'], 'now'>;
}

/** For a person's click. */
export const unlimited: Allowance = { allows: () => true, note: () => true };

/** One call waits at most that long. */
const longestCallMs = 15_000;

/**
 * Asks, up to 20 at once, and gives the answers in the same order; the list is shorter where time or calls of the day came to an end, or
 * the turn is somebody else's. Every call is counted before it is made. Never throws for what a platform does.
 */
export function fetchAll(
  services: Caller,
  asked: readonly Asked[],
  allowance: Allowance,
): readonly Fetched[] {
  const run: Run = { services, allowance };
  const fetched: Fetched[] = [];
  for (let from = 0; from < asked.length; from += mostAtOnce) {
    const batch = asked.slice(from, from + mostAtOnce);
    const answers = askTogether(run, batch);
    fetched.push(...answers);
    if (answers.length < batch.length) break;
  }
  return fetched;
}

interface Run {
  readonly services: Caller;
  readonly allowance: Allowance;
}

/** When one of several gets no answer Google tells of none: then each is asked by itself. */
function askTogether(run: Run, batch: readonly Asked[]): readonly Fetched[] {
  const answers = call(run, batch, 0);
  if (answers === null) return [];
  const [first] = answers;
  const isUntold = batch.length > 1 && first !== undefined && isSilent(first);
  if (!isUntold) return batch.map((one, index) => settle(run, one, answers[index]));
  const fetched: Fetched[] = [];
  for (const one of batch) {
    const alone = call(run, [one], 0);
    if (alone === null) break;
    fetched.push(settle(run, one, alone[0]));
  }
  return fetched;
}

const isSilent = ({ fault }: HttpAnswer): boolean => fault !== null && fault !== 'quota';

/** Null when nothing more may be called. */
function call(
  { services, allowance }: Run,
  batch: readonly Asked[],
  form: number,
): readonly HttpAnswer[] | null {
  const requests = batch.flatMap(({ api, question }) => requestsOf(api, question)[form] ?? []);
  const needed = { ms: longestCallMs, calls: requests.length };
  if (!allowance.allows(needed) || !allowance.note(requests.length)) return null;
  return services.http.sendAll(requests);
}

const noAnswer: HttpAnswer = { status: 0, text: '', headers: {}, fault: 'unreachable' };

/** Reads an answer; a refused token is tried once in its other form. */
function settle(run: Run, one: Asked, answer: HttpAnswer = noAnswer): Fetched {
  const { api, question } = one;
  const hasOther = requestsOf(api, question).length > 1;
  const again = answer.status === 401 && hasOther ? call(run, [one], 1)?.[0] : undefined;
  return readFetched(again ?? answer, api.token, run.services.clock.now());
}
