import { asList } from './observed';

type Fields = Readonly<Record<string, unknown>>;

/** A conversation's status and end as its rows must show them. */
export interface Standing {
  readonly status: unknown;
  readonly closedAt: unknown;
}

const rankOf = (word: string): number =>
  ['bot', 'pending'].includes(word) ? 0 : word === 'queue' ? 1 : isEnd(word) ? 3 : 2;
const isEnd = (word: unknown): boolean => word === 'resolved' || word === 'closed';

interface Seen {
  readonly atMs: number;
  readonly word: string;
  readonly isExact: boolean;
}

/**
 * What was observed last holds, an end last among what is of one time; a later word of an event holds unless it would undo an
 * end, and an end that only such a word tells was then. The end is that of the last attendance.
 */
export function standing(fields: Fields): Standing {
  const seen = asList(fields['statusHistory']).map(toSeen).toSorted(byTime);
  const last = seen.at(-1);
  const said = { status: fields['status'], closedAt: fields['closedAt'] };
  if (last === undefined) return said;
  const saidAt = Number(fields['status.at'] ?? -1);
  const isLater = saidAt > last.atMs;
  if (isEnd(last.word))
    return {
      status: isLater && isEnd(said.status) ? said.status : last.word,
      closedAt: endOf(seen),
    };
  if (isLater) return isEnd(said.status) ? { status: said.status, closedAt: saidAt } : said;
  return { status: last.word, closedAt: null };
}

function toSeen(observed: unknown): Seen {
  const [atMs, text] = asList(observed);
  const word = String(text);
  return { atMs: Number(atMs), word: word.replace(/~$/, ''), isExact: !word.endsWith('~') };
}

const byTime = (a: Seen, b: Seen): number =>
  a.atMs - b.atMs || rankOf(a.word) - rankOf(b.word) || Number(b.isExact) - Number(a.isExact);

/** The first exact time of the last run of ends; where none is exact, the latest. */
function endOf(seen: readonly Seen[]): number | undefined {
  const known = seen.filter(
    ({ word }) => rankOf(word) !== 2 || word === 'open' || word === 'snoozed',
  );
  const run = known.slice(known.findLastIndex(({ word }) => !isEnd(word)) + 1);
  return (run.find(({ isExact }) => isExact) ?? run.at(-1))?.atMs;
}

/** The word that holds of a message's way; the model keeps it with its time. */
export function statusWord(fields: Fields): unknown {
  const { status } = fields;
  return typeof status === 'object' && status !== null && 'word' in status ? status.word : status;
}

/** True while an error that was told is past: the message was sent (again) since. */
export function isOnItsWay(fields: Fields): boolean {
  return ['pending', 'sent', 'delivered', 'read', 'answered'].includes(String(statusWord(fields)));
}
