import { shortHash } from '../../events/short-hash';
import { parseTime } from '../../events/time';
import { readPosition, textOf, type ApiWalk, type WalkContext, type WalkStep } from '../kit/api';
import {
  itemsIn,
  pick,
  readMessages,
  unknownLength,
  type Fields,
  type PageLength,
} from './api-messages';

const dayMs = 86_400_000;
/** Chats are listed by the day they began: one that ended in the window may have begun so many days before. */
const daysBefore = 2;
/** Pages are of 20 and counted from 0 (or as a person says); neither is documented for this version of the API. */
const mostPages = 500;
/** A page like the one before: the first time pages may be counted from 1, the second time it is a list without pages. */
const mostRepeats = 2;
/** So many pages in a row without a chat of the days asked for: the server does not know days, or all that follow are older. */
const mostStrays = { days: 3, newest: 1, oldest: Infinity } as const;

interface Place {
  /** Local days, counted from the first one of the walk. */
  readonly day: number;
  readonly page: number;
  /** Chats of the page that are done. */
  readonly skip: number;
  /** What the page before held, in short; how often it came again; pages in a row without a chat of the day. */
  readonly seen: string;
  readonly repeats: number;
  readonly strays: number;
  /** The day after was listed, too: then the end of a span is counted in, and the days to come are asked for alone. */
  readonly isEndListed: boolean;
  /** So is this one. */
  readonly isAlone: boolean;
}

type Position = Place & PageLength;

const begin: Place = {
  day: 0,
  page: 0,
  skip: 0,
  seen: '',
  repeats: 0,
  strays: 0,
  isEndListed: false,
  isAlone: false,
};
const start: Position = { ...begin, ...unknownLength };

/** Day by day the chats that began in it, and the messages of each that has been with an agent. */
export const huggyWalk: ApiWalk = {
  start: JSON.stringify(start),
  perMinute: 60,
  isPagingAsked: true,
  open: (context) => (position) => walkOn(readPosition(position, start), context),
};

function walkOn(
  { longest, whole, isSure, ...place }: Position,
  context: WalkContext,
): WalkStep | null {
  const span = spanOf(place, context);
  const page = String(place.page + context.paging.firstPage);
  const query =
    span === null ? { page } : { page, created_at_from: span[0], created_at_to: span[1] };
  const [answer] = context.ask([{ path: 'chats', query }]) ?? [];
  if (answer === undefined) return null;
  const listed = itemsIn(answer);
  const wanted = listed.filter((chat) => isWanted(chat, span, context));
  const done = place.skip + context.most;
  const known = { longest, whole, isSure };
  const read = readChats(wanted.slice(place.skip, done), known, context);
  if (read === null) return null;
  const { length, ...brought } = read;
  const next =
    done < wanted.length
      ? { ...place, skip: done }
      : nextOf(place, { listed, span, isWanted: wanted.length > 0 }, context);
  return { ...brought, next: next && JSON.stringify({ ...next, ...length }) };
}

/** The local day whose chats are wanted, and the end of what is asked for. */
type Span = readonly [day: string, end: string];

/**
 * To the day after, for nobody says whether the end is counted in; once it is known to be, to the day itself, or every chat would be
 * listed twice. Null where no days are asked for.
 */
function spanOf({ day, isAlone }: Place, context: WalkContext): Span | null {
  if (context.paging.order !== 'days') return null;
  return [dayOf(day, context), dayOf(isAlone ? day : day + 1, context)];
}

/** `YYYY-MM-DD` of the account's wall clock. */
const dayOf = (day: number, context: WalkContext): string =>
  wallClock(context.fromMs + (day - daysBefore) * dayMs, context).slice(0, 10);

const wallClock = (atMs: number, { offsetMinutes }: WalkContext): string =>
  new Date(atMs + offsetMinutes * 60_000).toISOString().slice(0, 19);

const bornAt = (chat: Fields, { offsetMinutes }: WalkContext): number | null =>
  parseTime(chat['createdAt'] ?? chat['created_at'], offsetMinutes);

/** Of that day, or of the window where no days are asked for; one that does not say when it began is wanted. */
function isWanted(chat: Fields, span: Span | null, context: WalkContext): boolean {
  const bornMs = bornAt(chat, context);
  if (bornMs === null) return true;
  if (span === null) return bornMs >= context.fromMs - daysBefore * dayMs;
  return wallClock(bornMs, context).startsWith(span[0]);
}

/** Whether it began on the day after the wanted one; the very midnight may belong to both. */
function isAfter(chat: Fields, span: Span | null, context: WalkContext): boolean {
  const bornMs = bornAt(chat, context);
  if (span === null || bornMs === null || span[1] === span[0]) return false;
  const born = wallClock(bornMs, context);
  return born.startsWith(span[1]) && born > `${span[1]}T00:00:00`;
}

interface Page {
  readonly listed: readonly Fields[];
  readonly span: Span | null;
  /** Whether there were chats of the day in it. */
  readonly isWanted: boolean;
}

function nextOf(place: Place, page: Page, context: WalkContext): Place | null {
  const { order } = context.paging;
  const { listed } = page;
  const seen = shortHash(listed.map((chat) => textOf(chat, 'id')).join());
  const repeats = seen === place.seen ? place.repeats + 1 : 0;
  const hasAfter = listed.some((chat) => isAfter(chat, page.span, context));
  const strays = page.isWanted || hasAfter ? 0 : place.strays + 1;
  const isEndListed = place.isEndListed || hasAfter;
  const isOver =
    listed.length === 0 ||
    repeats >= mostRepeats ||
    strays >= mostStrays[order] ||
    place.page >= mostPages;
  if (!isOver)
    return { ...place, page: place.page + 1, skip: 0, seen, repeats, strays, isEndListed };
  const isLastDay = order !== 'days' || dayOf(place.day, context) >= lastDay(context);
  return isLastDay ? null : { ...begin, day: place.day + 1, isEndListed, isAlone: isEndListed };
}

const lastDay = (context: WalkContext): string => wallClock(context.untilMs, context).slice(0, 10);

const situationOf = (chat: Fields): string => textOf(chat, 'situation');

interface ReadChats extends Omit<WalkStep, 'next'> {
  readonly length: PageLength;
}

/** The messages of a chat that a robot has are not shown before an agent enters (403): they are asked for in a later walk. */
function readChats(
  chats: readonly Fields[],
  known: PageLength,
  context: WalkContext,
): ReadChats | null {
  const withRobot = chats.filter((chat) => situationOf(chat) === 'auto');
  const others = chats.filter((chat) => situationOf(chat) !== 'auto');
  const records: object[] = chats.map((chat) => ({ api: 'chat', chat: toChat(chat) }));
  let unreadable = withRobot.length;
  let length = known;
  for (const chat of others) {
    const read = readMessages(textOf(chat, 'id'), length, context);
    if (read === null) return null;
    const { messages } = read;
    length = read.length;
    if (messages === 'closed') unreadable += 1;
    else
      records.push(
        ...messages.map((message) => ({ api: 'message', chat: toFrame(chat), message })),
      );
  }
  return { records, unreadable, length };
}

/** In the webhook's names. */
function toChat(chat: Fields): Fields {
  return {
    ...toFrame(chat),
    ...pick(chat, ['situation', 'tabulation', 'agent']),
    created_at: chat['createdAt'] ?? chat['created_at'],
    closed_at: chat['closedAt'] ?? chat['closed_at'],
  };
}

const toFrame = (chat: Fields): Fields => ({
  ...pick(chat, ['id', 'channel', 'department']),
  customer: chat['customer'] ?? chat['chatCustomer'],
});
