import { isObject } from '../kit/object-reader';
import {
  objectsIn,
  readPosition,
  textOf,
  valueOf,
  type ApiWalk,
  type WalkContext,
  type WalkStep,
} from '../kit/api';
import { readThreads } from './api-messages';
import { toRecords, type Names } from './api-records';

type Fields = Readonly<Record<string, unknown>>;

/** Clocks differ, and the list shifts while it is read: what was active so long before the window is looked at, too. */
const overlapMs = 10 * 60_000;
/** A list that never ends is left: 25 a page, so many more than any account has in a window. */
const mostPages = 2000;
/** A page that begins like the one before may be one that has shifted; one that does so again and again is no list of pages. */
const mostRepeats = 3;

interface Position {
  /** From 1. In the second round only what has moved to the front since the walk began is read. */
  readonly round: number;
  readonly page: number;
  /** Conversations of the page that are done. */
  readonly skip: number;
  /** The first conversation of the page before, and how often that came again. */
  readonly first: string;
  readonly repeats: number;
}

const start: Position = { round: 1, page: 1, skip: 0, first: '', repeats: 0 };

/** Conversations by their newest activity until they are older than the window, and the messages of each. */
export const evolvyWalk: ApiWalk = {
  start: JSON.stringify(start),
  perMinute: 120,
  open: (context) => {
    const names = askNames(context);
    return names === null
      ? null
      : (position) => walkOn(readPosition(position, start), names, context);
  },
};

function walkOn(position: Position, names: Names, context: WalkContext): WalkStep | null {
  const listed = askPage(position.page, context);
  if (listed === null) return null;
  const sinceMs = (position.round === 1 ? context.fromMs : context.untilMs) - overlapMs;
  const wanted = listed.filter((one) => activeMs(one) >= sinceMs);
  const done = position.skip + context.most;
  const read = readThreads(wanted.slice(position.skip, done), context);
  if (read === null) return null;
  const records = read.threads.flatMap((thread) => toRecords(thread, names, context.fromMs));
  const isLast = listed.length === 0 || wanted.length < listed.length;
  const next =
    done < wanted.length
      ? { ...position, skip: done }
      : nextOf(position, textOf(listed[0], 'id'), isLast);
  return { records, unreadable: read.unreadable, next: next && JSON.stringify(next) };
}

/** Null when the walk is done: a first round of one page has missed nothing. */
function nextOf(
  { round, page, ...before }: Position,
  first: string,
  isLast: boolean,
): Position | null {
  const repeats = first !== '' && first === before.first ? before.repeats + 1 : 0;
  if (!isLast && repeats < mostRepeats && page < mostPages)
    return { round, page: page + 1, skip: 0, first, repeats };
  return round === 1 && page > 1 ? { ...start, round: 2 } : null;
}

/** When it was last active, epoch ms; one that does not say is wanted. */
function activeMs(conversation: Fields): number {
  const seconds = Number(conversation['timestamp'] ?? conversation['last_activity_at']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : Infinity;
}

/** By newest activity where no other order is asked for; of all statuses, everybody's. */
function askPage(page: number, { ask }: WalkContext): readonly Fields[] | null {
  const query = { status: 'all', assignee_type: 'all', page: String(page) };
  const isFit = (value: unknown): boolean => Array.isArray(payloadIn(value));
  const answers = ask([{ path: 'conversations', query, isFit }]);
  return answers === null ? null : objectsIn(payloadIn(valueOf(answers[0])));
}

function payloadIn(value: unknown): unknown {
  const data = isObject(value) && isObject(value['data']) ? value['data'] : value;
  return isObject(data) ? data['payload'] : undefined;
}

/** What the ids and texts of the account mean; a list that is not shown leaves its names unknown. */
function askNames({ ask }: WalkContext): Names | null {
  const answers = ask(['inboxes', 'agents', 'teams'].map((path) => ({ path, closed: [403, 404] })));
  if (answers === null) return null;
  const [inboxes = [], agents = [], teams = []] = answers.map((answer) => {
    const value = valueOf(answer);
    return objectsIn(isObject(value) ? value['payload'] : value);
  });
  return {
    inboxes: new Map(inboxes.map((one) => [textOf(one, 'id'), nameOf(one)])),
    agents: new Set(agents.map((one) => nameOf(one).trim().toLowerCase())),
    teams: new Set(teams.map((one) => nameOf(one).trim().toLowerCase())),
  };
}

const nameOf = (one: Fields): string => textOf(one, 'name');
