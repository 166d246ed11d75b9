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
/** So many pages in a row without a wanted chat: the server does not know the days it was asked for, or all that follow are older. */
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
}

type Position = Place & PageLength;

const begin: Place = { day: 0, page: 0, skip: 0, seen: '', repeats: 0, strays: 0 };
const start: Position = { ...begin, ...unknownLength };

/** Day by day the chats that began in it, and the messages of each that has been with an agent. */
export const huggyWalk: ApiWalk = {
  start: JSON.stringify(start),
  perMinute: 60,
  isPagingAsked: true,
  open: (context) => (position) => walkOn(readPosition(position, start), context),
};

function walkOn(
  { longest, whole, isSure, ...position }: Position,
  context: WalkContext,
): WalkStep | null {
  const { order, firstPage } = context.paging;
  const day = order === 'days' ? dayOf(position.day, context) : null;
  const page = String(position.page + firstPage);
  const query = day === null ? { page } : { page, created_at_from: day, created_at_to: day };
  const [answer] = context.ask([{ path: 'chats', query }]) ?? [];
  if (answer === undefined) return null;
  const listed = itemsIn(answer);
  const wanted = listed.filter((chat) => isWanted(chat, day, context));
  const done = position.skip + context.most;
  const known = { longest, whole, isSure };
  const read = readChats(wanted.slice(position.skip, done), known, context);
  if (read === null) return null;
  const { length, ...brought } = read;
  const next =
    done < wanted.length
      ? { ...position, skip: done }
      : nextOf(position, { listed, isStray: wanted.length === 0 }, context);
  return { ...brought, next: next && JSON.stringify({ ...next, ...length }) };
}

/** `YYYY-MM-DD` of the account's wall clock. */
function dayOf(day: number, { fromMs, offsetMinutes }: WalkContext): string {
  const localMs = fromMs + offsetMinutes * 60_000 + (day - daysBefore) * dayMs;
  return new Date(localMs).toISOString().slice(0, 10);
}

/** Of that day, or of the window where no days are asked for; one that does not say when it began is wanted. */
function isWanted(
  chat: Fields,
  day: string | null,
  { fromMs, offsetMinutes }: WalkContext,
): boolean {
  const bornMs = parseTime(chat['createdAt'] ?? chat['created_at'], offsetMinutes);
  if (bornMs === null) return true;
  if (day === null) return bornMs >= fromMs - daysBefore * dayMs;
  return new Date(bornMs + offsetMinutes * 60_000).toISOString().slice(0, 10) === day;
}

interface Page {
  readonly listed: readonly Fields[];
  readonly isStray: boolean;
}

function nextOf(
  { day, page, ...before }: Place,
  { listed, isStray }: Page,
  context: WalkContext,
): Place | null {
  const seen = shortHash(listed.map((chat) => textOf(chat, 'id')).join());
  const repeats = seen === before.seen ? before.repeats + 1 : 0;
  const strays = isStray ? before.strays + 1 : 0;
  const { order } = context.paging;
  const isOver =
    listed.length === 0 ||
    repeats >= mostRepeats ||
    strays >= mostStrays[order] ||
    page >= mostPages;
  if (!isOver) return { day, page: page + 1, skip: 0, seen, repeats, strays };
  const isLastDay = order !== 'days' || dayOf(day, context) >= lastDay(context);
  return isLastDay ? null : { ...begin, day: day + 1 };
}

const lastDay = ({ untilMs, offsetMinutes }: WalkContext): string =>
  new Date(untilMs + offsetMinutes * 60_000).toISOString().slice(0, 10);

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
