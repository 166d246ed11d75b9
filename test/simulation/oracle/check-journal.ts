import type { JournaledRequest } from '../read-tabs';
import { readBody } from './read-body';
import { journalWords } from './titles';

/** A delivery and what became of it, as its sender knows. */
export interface Sent {
  /** Names it in what is told. */
  readonly number: number;
  readonly connectionId: string;
  readonly body: string;
  /** Instants at which it was seen: the time of receipt is one of them, and nobody else's. */
  readonly seenAtMs: ReadonlySet<number>;
  /** `accepted`: the sender was told that the request is kept. `unknown`: it was told nothing, or of a fault. */
  readonly fate: 'accepted' | 'refused' | 'unknown';
  /** Whether its secret was the connection's: always, never, or no more at some moment of the run. */
  readonly secret: 'right' | 'wrong' | 'ended';
}

/** What is known of a journal at the end. */
export interface JournalCheck {
  readonly journal: readonly JournaledRequest[];
  /** Lines that stood there before the run and are gone. */
  readonly trimmed: readonly JournaledRequest[];
  readonly sent: readonly Sent[];
  /** Whether a request's token is an accepted one. */
  readonly accepts: (request: JournaledRequest) => boolean;
  readonly nowMs: number;
}

/** Names in platforms' bodies whose values are secrets of theirs: those are not kept. */
const secretValue = /("(?:pubsub_token|flowToken|apikey|authorization|x-api-key)"\s*:\s*)"[^"]+"/gi;

const asKept = (body: string): string => body.replace(secretValue, '$1"•••"');

const weekMs = 7 * 86_400_000;

/** What was accepted stands in the journal once; what is unknown at most once; nothing else does. */
export function checkJournal(check: JournalCheck): string[] {
  const { journal, trimmed, sent, accepts, nowMs } = check;
  const explained = new Set<JournaledRequest>();
  const faults = sent.flatMap((one) => {
    const own = journal.filter(
      ({ receivedAtMs, body }) => one.seenAtMs.has(receivedAtMs) && body === asKept(one.body),
    );
    for (const line of own) explained.add(line);
    return checkSent(one, own.length);
  });
  const firstMs = Math.min(...sent.flatMap(({ seenAtMs }) => [...seenAtMs]));
  const strangers = journal.filter((line) => line.receivedAtMs >= firstMs && !explained.has(line));
  return [
    ...faults,
    ...strangers.map(({ number }) => `journal line ${number}: nobody sent that`),
    ...checkDistinct(journal),
    ...journal.flatMap((line) => checkStatus(line, accepts(line))),
    ...trimmed
      .filter(({ status, receivedAtMs }) => !isSettled(status) || nowMs - receivedAtMs < weekMs)
      .map(({ number, status }) => `journal line ${number} is gone, and was ${status}`),
  ];
}

function checkSent({ number, fate, secret }: Sent, lines: number): readonly string[] {
  const name = `execution ${number}`;
  if (secret === 'wrong')
    return lines > 0 || fate === 'accepted' ? [`${name}: a wrong secret was let in`] : [];
  if (fate === 'refused' && secret === 'right') return [`${name}: a correct sender was refused`];
  if (lines > 1) return [`${name}: stands ${lines} times in the journal`];
  return lines === 0 && fate === 'accepted' ? [`${name}: accepted and not in the journal`] : [];
}

function checkDistinct(journal: readonly JournaledRequest[]): readonly string[] {
  const ids = new Set(journal.map(({ id }) => id));
  const numbers = new Set(journal.map(({ number }) => number));
  return [
    ...(ids.size === journal.length ? [] : ['a request id stands twice in the journal']),
    ...(numbers.size === journal.length ? [] : ['a number stands twice in the journal']),
  ];
}

const isSettled = (status: string): boolean =>
  [journalWords.written, journalWords.repeated, journalWords.unknown].some((one) => one === status);

/** A line says what became of it: held for a strange token, failed or unknown in a part, else written or told before. */
function checkStatus(line: JournaledRequest, isAccepted: boolean): readonly string[] {
  const { failures, isUnknown } = readBody(line);
  const wanted = ((): readonly string[] => {
    if (!isAccepted && failures[0]?.code !== 'notJson') return [journalWords.held];
    if (failures.length > 0) return [journalWords.failed];
    return isUnknown ? [journalWords.unknown] : [journalWords.written, journalWords.repeated];
  })();
  return wanted.includes(line.status)
    ? []
    : [`journal line ${line.number} is ${line.status}, not ${wanted.join(' or ')}`];
}
