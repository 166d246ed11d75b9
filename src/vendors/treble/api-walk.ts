import {
  objectsIn,
  readPosition,
  textOf,
  valueOf,
  type ApiQuestion,
  type ApiWalk,
  type WalkContext,
  type WalkStep,
} from '../kit/api';
import { isObject } from '../kit/object-reader';
import { parseTime } from '../../events/time';

type Fields = Readonly<Record<string, unknown>>;

/** A session that began so long before the window may have ended in it; by which time Treble filters is not documented. */
const longestSessionMs = 3 * 86_400_000;
const sessionsAtOnce = 200;
/** A list that never ends is left. */
const mostPages = 1000;

interface Position {
  /** Which of the flows, in the order of the list. */
  readonly flow: number;
  /** The page of its sessions, as the page before named it; blank: the first. */
  readonly after: string;
  readonly pages: number;
  /** Sessions of the page that are done. */
  readonly skip: number;
}

const start: Position = { flow: 0, after: '', pages: 0, skip: 0 };

/** Flow by flow, its sessions by time, and the history of each. */
export const trebleWalk: ApiWalk = {
  start: JSON.stringify(start),
  perMinute: 120,
  open: (context) => {
    const [answer] = context.ask([{ path: 'poll/api/all' }]) ?? [];
    if (answer === undefined) return null;
    const all = objectsIn(valueOf(answer)).map((flow) => textOf(flow, 'id'));
    const flows = all.filter((id) => /^\d+$/.test(id));
    return (position) => {
      const step = walkOn(readPosition(position, start), flows, context);
      const left = position === trebleWalk.start ? all.length - flows.length : 0;
      return step && { ...step, unreadable: step.unreadable + left };
    };
  },
};

function walkOn(
  position: Position,
  flows: readonly string[],
  context: WalkContext,
): WalkStep | null {
  const page = findPage(position, flows, context);
  if (page === null) return null;
  if (page === 'none') return { records: [], unreadable: 0, next: null };
  const { at, sessions, nextId } = page;
  const wanted = sessions.filter((session) => isWanted(session, context));
  const done = at.skip + context.most;
  const read = readHistories(wanted.slice(at.skip, done), flows[at.flow] ?? '', context);
  if (read === null) return null;
  const next = done < wanted.length ? { ...at, skip: done } : nextPage(at, nextId, flows);
  return { ...read, next: next && JSON.stringify(next) };
}

interface FoundPage {
  readonly at: Position;
  readonly sessions: readonly Fields[];
  readonly nextId: string;
}

/** The page of the position; of flows without sessions several are asked at once. */
function findPage(
  position: Position,
  flows: readonly string[],
  context: WalkContext,
): FoundPage | 'none' | null {
  const isFirst = position.after === '' && position.skip === 0;
  for (let flow = position.flow; flow < flows.length;) {
    const some = flows.slice(flow, isFirst ? flow + context.most : flow + 1);
    const answers = context.ask(some.map((id) => sessionsOf(id, position.after, context)));
    if (answers === null) return null;
    const pages = answers.map((answer) => valueOf(answer));
    const index = pages.findIndex((page) => resultsOf(page).length > 0);
    if (index >= 0) {
      const page = pages[index];
      const at = { ...position, flow: flow + index };
      const nextId = isObject(page) ? textOf(page, 'next_id') : '';
      return { at, sessions: resultsOf(page), nextId };
    }
    if (!isFirst) {
      const at = { ...start, flow: flow + 1 };
      return at.flow < flows.length ? findPage(at, flows, context) : 'none';
    }
    flow += some.length;
  }
  return 'none';
}

const resultsOf = (page: unknown): readonly Fields[] =>
  objectsIn(isObject(page) ? page['results'] : undefined);

/** Without `since` Treble gives the sessions of this year. */
function sessionsOf(flow: string, after: string, { fromMs, untilMs }: WalkContext): ApiQuestion {
  const seconds = (atMs: number): string => String(Math.floor(atMs / 1000));
  return {
    path: `devapi/poll/${flow}/sessions`,
    query: {
      since: seconds(fromMs - longestSessionMs),
      until: seconds(untilMs + 3_600_000),
      limit: String(sessionsAtOnce),
      ...(after === '' ? {} : { after }),
    },
    closed: [404],
  };
}

/** At the end there is no next page, or the same one once more. */
function nextPage(at: Position, nextId: string, flows: readonly string[]): Position | null {
  const isOver = nextId === '' || nextId === at.after || at.pages >= mostPages;
  if (!isOver) return { flow: at.flow, after: nextId, pages: at.pages + 1, skip: 0 };
  return at.flow + 1 < flows.length ? { ...start, flow: at.flow + 1 } : null;
}

/** Unless it ended before the window. */
function isWanted({ finished_at: finishedAt }: Fields, { fromMs }: WalkContext): boolean {
  const endMs = parseTime(finishedAt, 0);
  return endMs === null || endMs >= fromMs;
}

/** An id with anything but these in it is none that a path may hold: asked for, it would end the run, and every later one. */
const isAskable = (session: Fields): boolean => /^[\w-]+$/.test(textOf(session, 'id'));

function readHistories(found: readonly Fields[], flow: string, { ask }: WalkContext) {
  const sessions = found.filter(isAskable);
  const left = found.length - sessions.length;
  if (sessions.length === 0) return { records: [], unreadable: left };
  const answers = ask(
    sessions.map((session) => ({
      path: `devapi/session/${textOf(session, 'id')}/history`,
      closed: [403, 404],
    })),
  );
  if (answers === null) return null;
  const records = sessions.map(({ id, created_at, finished_at, user }, index) => {
    const session = { api: 'session', flow, id, created_at, finished_at, user };
    const answer = answers[index];
    return answer?.kind === 'value' ? { ...session, messages: messagesIn(answer.value) } : session;
  });
  return { records, unreadable: left + answers.filter(({ kind }) => kind !== 'value').length };
}

const messagesIn = (history: unknown): readonly object[] =>
  objectsIn(history).flatMap(({ message }) => (isObject(message) ? [message] : []));
