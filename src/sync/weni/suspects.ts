import { shortHash } from '../../events/short-hash';
import type { Reading } from './read-answer';
import type { Session } from './session';

/** A contact at which Weni fails each time must not hold up all others. So many are told apart. */
const mostSuspects = 40;

/** Weni failed at it before. */
export const isSuspect = ({ state }: Session, key: string): boolean =>
  state.suspects.includes(shortHash(key));

/** Notes at whom Weni has failed, and whether it has taken anybody in this run. */
export function noteReading(session: Session, key: string, reading: Reading | undefined): void {
  if (reading?.kind === 'done') session.hasSent = true;
  if (isFault(reading)) setSuspect(session, key, true);
}

/**
 * What is to be made of the answer to a suspect's own call: when Weni fails at it once more although it took others, it is as good as
 * refused for now; the next pass over all contacts tries again.
 */
export function judgeSuspect(
  session: Session,
  key: string,
  reading: Reading | undefined,
): Reading | undefined {
  if (reading?.kind === 'done' || reading?.kind === 'refused') {
    setSuspect(session, key, false);
    if (reading.kind === 'done') session.hasSent = true;
    return reading;
  }
  if (!isFault(reading) || !session.hasSent) return reading;
  setSuspect(session, key, false);
  const words = reading.words === '' ? reading.cause : reading.words;
  return { kind: 'refused', status: 500, words };
}

type Later = Extract<Reading, { readonly kind: 'later' }>;

const faults: ReadonlySet<string> = new Set(['serverFault', 'tooSlow', 'notJson']);

const isFault = (reading: Reading | undefined): reading is Later =>
  reading?.kind === 'later' && faults.has(reading.cause);

function setSuspect(session: Session, key: string, isOne: boolean): void {
  const hash = shortHash(key);
  const others = session.state.suspects.filter((one) => one !== hash);
  const suspects = isOne ? [...others, hash].slice(-mostSuspects) : others;
  session.state = { ...session.state, suspects };
}
