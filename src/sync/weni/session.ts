import { mostAtOnce, type HttpAnswer } from '../../platform/http';
import type { Services } from '../../platform/services';
import type { Config } from '../../settings/config';
import { backOffMs } from '../jobs/back-off';
import type { Turn } from '../jobs/job';
import type { CauseId } from './cause-texts';
import { requestOf, type Access, type WeniCall } from './calls';
import { paceAt } from './pace';
import { readAnswer, type Reading } from './read-answer';
import type { WeniSettings } from '../../settings/weni';
import { saveWeniState, type WeniState } from './weni-state';

/** One run of the sending: with what it works, and what it has come to. */
export interface Session {
  readonly services: Services;
  readonly turn: Turn;
  readonly settings: WeniSettings;
  readonly access: Access;
  readonly config: Config;
  state: WeniState;
  /** False once nothing more may be sent in this run. */
  isOpen: boolean;
  /** Weni has taken a contact in this run. */
  hasSent: boolean;
}

/** Remembers what changed. Whoever has lost their turn remembers nothing. */
export function remember(session: Session, changes: Partial<WeniState>): void {
  session.state = { ...session.state, ...changes };
  if (session.turn.note(0)) saveWeniState(session.services.properties, session.state);
}

/**
 * Sends calls, as many at once as Google and the pace allow, and reads their answers in the same order; the list is shorter where it
 * had to end. What may pass by itself, and what a person must mend, ends the run and is remembered.
 */
export function sendCalls(session: Session, calls: readonly WeniCall[]): readonly Reading[] {
  const readings: Reading[] = [];
  while (readings.length < calls.length && session.isOpen) {
    const next = calls.slice(readings.length, readings.length + widthOf(session));
    if (next.length === 0 || !takeCalls(session, next.length)) break;
    const answers = session.services.http.sendAll(
      next.map((call) => requestOf(call, session.access)),
    );
    readings.push(...readAll(session, answers));
  }
  return readings;
}

/** After a fault one at a time: of several Google tells nothing when one gets no answer. */
const widthOf = ({ state }: Session): number => (state.faults > 0 ? 1 : mostAtOnce);

/** False when the hour's or the day's calls are used up, or the turn is somebody else's. */
function takeCalls(session: Session, count: number): boolean {
  const { services, settings, turn } = session;
  const pace = paceAt(session.state, settings, services.clock.now());
  const mayGo = pace.credit >= count && turn.allows({ ms: 0, calls: count }) && turn.note(count);
  session.isOpen = mayGo;
  session.state = { ...session.state, ...pace, credit: pace.credit - (mayGo ? count : 0) };
  return mayGo;
}

function readAll(session: Session, answers: readonly HttpAnswer[]): readonly Reading[] {
  const readings = answers.map(readAnswer);
  const stop = readings.find((reading) => reading.kind === 'stop');
  const laters = readings.filter((reading) => reading.kind === 'later');
  if (stop !== undefined) halt(session, stop.cause, stop.words);
  else if (laters.length > 0) postpone(session, laters);
  else session.state = { ...session.state, faults: 0, cause: '', words: '' };
  return readings;
}

/** Nothing is sent before a person has looked at it. */
export function halt(session: Session, cause: CauseId, words: string): void {
  session.isOpen = false;
  const { edition } = session.settings;
  session.state = { ...session.state, cause, words, stoppedAt: edition };
}

type Later = Extract<Reading, { readonly kind: 'later' }>;

/** Who asks for the longest wait gets it. */
function postpone(session: Session, laters: readonly Later[]): void {
  session.isOpen = false;
  const isFaulty = laters.some(({ cause }) => cause !== 'throttled');
  const faults = session.state.faults + (isFaulty ? 1 : 0);
  const waitMs = Math.max(...laters.map((later) => later.waitMs ?? backOffMs(faults)));
  const [{ cause, words } = { cause: 'serverFault', words: '' } as const] = laters;
  const notBeforeMs = session.services.clock.now() + waitMs;
  session.state = { ...session.state, cause, words, faults, notBeforeMs };
}
