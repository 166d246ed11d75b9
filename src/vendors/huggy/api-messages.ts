import { objectsIn, textOf, valueOf, type ApiAnswer, type WalkContext } from '../kit/api';
import { isObject } from '../kit/object-reader';

export type Fields = Readonly<Record<string, unknown>>;

/** As documented for the version of the API before; what this one does nobody says. */
const documentedLength = 20;
const mostPages = 50;
/** So many lists of one length, none of which went on: pages are longer than that. */
const enoughWhole = 2;

/** What a walk has learned of the pages of messages, so that few chats are asked for a second one. */
export interface PageLength {
  /** A page holds so many, or more: that long was the longest first page. */
  readonly longest: number;
  /** Lists that were that long and no longer. */
  readonly whole: number;
  /** A list went on after so many: that is the page's length. */
  readonly isSure: boolean;
}

export const unknownLength: PageLength = { longest: 0, whole: 0, isSure: false };

/** Whether a list that begins with a page of so many must end there. */
function isWhole(count: number, { longest, whole, isSure }: PageLength): boolean {
  if (count === 0 || count < longest) return true;
  return count === longest && !isSure && whole >= enoughWhole && count !== documentedLength;
}

/** After a first page of so many was followed by more messages, or by none. */
function learn(count: number, hasMore: boolean, known: PageLength): PageLength {
  if (hasMore) return { longest: count, whole: 0, isSure: true };
  const whole = count === known.longest ? known.whole + 1 : 1;
  return { longest: count, whole, isSure: known.isSure && count === known.longest };
}

/** The messages of a chat, and what was learned; `closed` while the platform does not show them. */
export interface ReadMessages {
  readonly messages: readonly Fields[] | 'closed';
  readonly length: PageLength;
}

/** Null when a question had to wait. */
export function readMessages(
  id: string,
  length: PageLength,
  { ask, paging }: Pick<WalkContext, 'ask' | 'paging'>,
): ReadMessages | null {
  const known = new Map<string, Fields>();
  let first = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const query = queryOf(page, paging.firstPage);
    const [answer] = ask([{ path: `chats/${id}/messages`, query, closed: [403, 404] }]) ?? [];
    if (answer === undefined) return null;
    if (answer.kind === 'unreadable' && page === 0) return { messages: 'closed', length };
    const items = itemsIn(answer);
    const fresh = items.filter((item) => !known.has(textOf(item, 'id')));
    for (const item of fresh) known.set(textOf(item, 'id'), item);
    if (page === 0) first = items.length;
    const isOver = page === 0 ? isWhole(first, length) : isEnd(page, { items, fresh, first });
    if (isOver) break;
  }
  return toRead([...known.values()], first, length);
}

interface Page {
  readonly items: readonly Fields[];
  readonly fresh: readonly Fields[];
  /** How many stood on the first page. */
  readonly first: number;
}

/** The second page may be the first again, where pages are counted from 1: only the third one tells. */
const isEnd = (page: number, { items, fresh, first }: Page): boolean =>
  items.length < first || (fresh.length === 0 && page !== 1);

function toRead(all: readonly Fields[], first: number, length: PageLength): ReadMessages {
  const messages = all.map((message) => pick(message, messageKeys));
  if (isWhole(first, length)) return { messages, length };
  return { messages, length: learn(first, all.length > first, length) };
}

/** The first page without a number: whether there are pages, and where they begin, is not known. */
const queryOf = (page: number, firstPage: number): Readonly<Record<string, string>> =>
  page === 0 ? { showEvents: 'true' } : { showEvents: 'true', page: String(page + firstPage) };

/** A list stands at the top, or under `data`. */
export function itemsIn(answer: ApiAnswer | undefined): readonly Fields[] {
  const value = valueOf(answer);
  return objectsIn(isObject(value) ? value['data'] : value);
}

const messageKeys = [
  'id',
  'type',
  'body',
  'text',
  'file',
  'is_internal',
  'isInternal',
  'is_email',
  'sender',
  'senderType',
  'receiver',
  'receiverType',
  'send_at',
  'sendAt',
  'read_at',
] as const;

export const pick = (item: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(keys.flatMap((key) => (key in item ? [[key, item[key]]] : [])));
