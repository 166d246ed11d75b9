import type { Services } from '../../platform/services';
import type { Config, Connection } from '../../settings/config';
import type {
  ApiAnswer,
  ApiQuestion,
  ApiWalk,
  Ask,
  Paging,
  WalkOn,
  WalkStep,
} from '../../vendors/kit/api';
import { fetchAll } from '../fetch/fetch';
import type { FetchCause } from '../fetch/fetch-texts';
import type { FetchFailure } from '../fetch/read-fetched';
import { backOffMs } from '../jobs/back-off';
import type { Turn } from '../jobs/job';
import type { Apis } from './apis';
import { enterRecords } from './enter';
import { knownAttendances, knownContacts } from './known-rows';
import { findMissing } from './missing';
import { saveReconcileState, type ReconcileState } from './reconcile-state';
import { tellHealth } from './tell-health';

/** One connection's walk in one run. */
export interface Walking {
  readonly services: Services;
  readonly turn: Turn;
  readonly config: Config;
  readonly connection: Connection;
  readonly apis: Apis;
  readonly walk: ApiWalk;
  readonly paging: Paging;
  readonly isSending: boolean;
  state: ReconcileState;
}

/** A step takes about as long: questions, rows looked at, records taken in. */
const stepMs = 20_000;
/** Things that a step looks at; fewer after runs that got no step further. */
const mostOf = (stalls: number): number => [10, 4, 2][stalls] ?? 1;
/** After so many runs without a step further a person has to look. */
const mostStalls = 8;

/** What may pass by itself; after anything else nothing is asked before a person has looked, or another night has come. */
const passing: ReadonlySet<FetchCause> = new Set<FetchCause>([
  'unreachable',
  'tooSlow',
  'quota',
  'throttled',
  'serverFault',
]);

/** Remembers what changed. Whoever has lost their turn remembers nothing. */
export function remember(walking: Walking, changes: Partial<ReconcileState>): boolean {
  const { services, turn, connection } = walking;
  if (!turn.note(0)) return false;
  walking.state = { ...walking.state, ...changes };
  saveReconcileState(services.properties, connection.id, walking.state);
  return true;
}

/** What a run has asked, and why it could ask no more. */
interface Asking {
  asked: number;
  /** Those of them that the state has counted. */
  counted: number;
  failure: FetchFailure | null;
}

/** Step by step until the walk is done or the run's time is: each is stored after what it brought was taken in. */
export function walkOn(walking: Walking): void {
  const asking: Asking = { asked: 0, counted: 0, failure: null };
  const { walk, config } = walking;
  const { fromMs, untilMs, stalls } = walking.state;
  const { offsetMinutes } = config.settings;
  const step = walk.open({
    fromMs,
    untilMs,
    offsetMinutes,
    known: () => knownAttendances(walking),
    knownContacts: (ids) => knownContacts(walking, ids),
    apis: [...walking.apis.keys()],
    paging: walking.paging,
    isSending: walking.isSending,
    most: mostOf(stalls),
    ask: askerOf(walking, asking),
  });
  const steps = step === null ? 0 : takeSteps(walking, step, asking);
  if (steps === 0 && walking.state.position !== '') noteStall(walking, asking);
  else if (asking.failure !== null) hinder(walking, asking.failure, 0);
}

/** How many steps the run had time for. */
function takeSteps(walking: Walking, step: WalkOn, asking: Asking): number {
  const { walk, turn } = walking;
  for (let steps = 0; ; steps += 1) {
    const isOut = asking.asked >= walk.perMinute || turn.isThrifty();
    const mayGo = !isOut && (steps === 0 || turn.allows({ ms: stepMs, calls: 1 }));
    const { position } = walking.state;
    const brought = mayGo && position !== '' ? step(position) : null;
    if (brought === null || !takeIn(walking, brought, asking)) return steps;
  }
}

/** Questions of this platform; null as soon as one of them has to wait. */
function askerOf({ services, apis, turn }: Walking, asking: Asking): Ask {
  return (questions) => {
    const asked = questions.flatMap((question) => {
      const api = apis.get(question.of ?? 'own');
      return api === undefined ? [] : [{ api, question }];
    });
    const fetched = fetchAll(services, asked, turn);
    asking.asked += fetched.length;
    const answers: ApiAnswer[] = [];
    for (const [index, one] of fetched.entries()) {
      if (one.ok && questions[index]?.isFit?.(one.value) === false) asking.failure ??= notExpected;
      else if (one.ok) answers.push({ kind: 'value', value: one.value });
      else if (isClosed(questions[index], one.failure))
        answers.push({ kind: 'unreadable', status: one.failure.status });
      else asking.failure ??= one.failure;
    }
    return answers.length === questions.length ? answers : null;
  };
}

const notExpected: FetchFailure = { cause: 'notExpected', status: 200, waitMs: null, words: '' };

const isClosed = (question: ApiQuestion | undefined, { status }: FetchFailure): boolean =>
  question?.closed?.includes(status) === true;

/** False when the turn was lost: then somebody else goes on. */
function takeIn(walking: Walking, brought: WalkStep, asking: Asking): boolean {
  const { services, config, connection, state } = walking;
  const { records, next, unreadable } = brought;
  const missing = findMissing({ services, config, connection }, records);
  enterRecords(services, connection, missing);
  const totals = {
    position: next ?? '',
    found: state.found + records.length,
    missing: state.missing + missing.length,
    unreadable: state.unreadable + unreadable,
    calls: state.calls + asking.asked - asking.counted,
    stalls: 0,
    notBeforeMs: 0,
    cause: '',
    words: '',
  };
  asking.counted = asking.asked;
  const isDone = next === null;
  const isStored = remember(walking, isDone ? { ...totals, ...endOf(totals, state) } : totals);
  if (isStored && isDone) tellHealth(walking);
  return isStored;
}

type Totals = Pick<ReconcileState, 'found' | 'missing' | 'unreadable'>;

const endOf = (
  { found, missing, unreadable }: Totals,
  { fromMs, untilMs }: ReconcileState,
): Partial<ReconcileState> => ({
  doneMs: untilMs,
  doneFromMs: fromMs,
  doneFound: found,
  doneMissing: missing,
  doneUnreadable: unreadable,
});

/** A run without a step: of a fault, or because a step takes longer than a run has. */
function noteStall(walking: Walking, { failure }: Asking): void {
  const stalls = walking.state.stalls + 1;
  if (failure !== null) hinder(walking, failure, stalls);
  else remember(walking, { stalls });
}

function hinder(walking: Walking, failure: FetchFailure, stalls: number): void {
  const { cause, words, waitMs } = failure;
  const isStopped = !passing.has(cause) || stalls > mostStalls;
  const nowMs = walking.services.clock.now();
  const notBeforeMs = nowMs + (waitMs ?? backOffMs(Math.max(1, stalls)));
  const isStored = remember(walking, { cause, words, isStopped, stalls, notBeforeMs });
  if (isStored && isStopped) tellHealth(walking);
}
