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
import { makeContact } from './contact';

type Fields = Readonly<Record<string, unknown>>;

/** A list that never ends is left. */
const mostPages = 1000;

interface Position {
  /** Which of the lists. */
  readonly list: number;
  /** The page, as the page before named it; blank: the first. */
  readonly cursor: string;
  readonly pages: number;
  /** Things of the page that are done. */
  readonly skip: number;
}

const start: Position = { list: 0, cursor: '', pages: 0, skip: 0 };

/**
 * Rooms of Weni Chats that began in the window, that ended in it, and those of before that are open; then the contacts of the flows that
 * changed in it. Messages are not fetched: those of WhatsApp have other ids there than in its webhook.
 */
export const weniWalk: ApiWalk = {
  start: JSON.stringify(start),
  perMinute: 60,
  isListOnly: true,
  open: (context) => (position) => walkOn(readPosition(position, start), context),
};

function walkOn(position: Position, context: WalkContext): WalkStep | null {
  const lists = listsOf(context);
  const list = lists[position.list];
  if (list === undefined) return { records: [], unreadable: 0, next: null };
  const query = position.cursor === '' ? {} : { cursor: position.cursor };
  const [answer] =
    context.ask([{ ...list.question, query: { ...list.question.query, ...query } }]) ?? [];
  if (answer === undefined) return null;
  const page = valueOf(answer);
  const all = objectsIn(isObject(page) ? page['results'] : undefined);
  const done = position.skip + context.most * 10;
  const some = all.slice(position.skip, done);
  const cursor = isObject(page) ? cursorIn(textOf(page, 'next')) : '';
  const isOver = cursor === '' || cursor === position.cursor || position.pages >= mostPages;
  const after = isOver
    ? { ...start, list: position.list + 1 }
    : { ...position, cursor, pages: position.pages + 1, skip: 0 };
  const next = done < all.length ? { ...position, skip: done } : after;
  return {
    records: list.toRecords(some, context),
    unreadable: answer.kind === 'value' ? 0 : 1,
    next: next.list < lists.length ? JSON.stringify(next) : null,
  };
}

/** Of the next page's address only the cursor is used: so the token goes nowhere else. */
function cursorIn(next: string): string {
  const [, cursor = ''] = /[?&]cursor=([^&]+)/.exec(next) ?? [];
  return decodeURIComponent(cursor);
}

interface List {
  readonly question: ApiQuestion;
  readonly toRecords: (items: readonly Fields[], context: WalkContext) => readonly object[];
}

function listsOf({ fromMs, most, apis }: WalkContext): readonly List[] {
  const from = new Date(fromMs).toISOString();
  const size = String(Math.max(20, most * 10));
  const rooms = (query: ApiQuestion['query']): List => ({
    question: { path: 'v2/external/rooms_metrics/', query: { ...query, page_size: size } },
    toRecords: toRooms,
  });
  const contacts: ApiQuestion = {
    of: 'flows',
    path: 'contacts.json',
    query: { after: from },
    closed: [403, 404],
  };
  return [
    ...(apis.includes('own')
      ? [
          rooms({ created_on__gte: from }),
          rooms({ created_on__lte: from, ended_at__gte: from }),
          rooms({ created_on__lte: from, is_active: 'true' }),
        ]
      : []),
    ...(apis.includes('flows') ? [{ question: contacts, toRecords: toContacts }] : []),
  ];
}

/** The keys that a person's row may have: the flows' id, and the address's, which is what WhatsApp's webhook tells. */
interface Keys {
  readonly uuid: string;
  readonly address: string;
}

const keysOf = (uuid: string, urns: readonly string[]): Keys => {
  const addresses = urns.map((urn) => makeContact(null, undefined, urn));
  const address = addresses.find(({ phone }) => phone !== undefined) ?? addresses[0];
  const metaId = /^whatsapp:([A-Z]{2}\..+)$/.exec(urns[0] ?? '')?.[1];
  return { uuid, address: address?.key ?? metaId ?? '' };
};

/** Which of these keys stand in Contatos, and whether the connection's webhooks tell many people by the flows' ids, or most. */
function openKnown(all: readonly Keys[], { knownContacts }: WalkContext) {
  const ids = all.flatMap(({ uuid, address }) => [uuid, address]).filter((id) => id !== '');
  const known = knownContacts(ids);
  const countOf = (key: keyof Keys): number => all.filter((keys) => known.has(keys[key])).length;
  const count = countOf('uuid');
  const tellsUuids = count > 0 && count * 2 >= all.length;
  return { known, tellsUuids, tellsMostlyUuids: count > countOf('address') };
}

/** In the callback's names. A person who is known by the phone alone stays one row. */
function toRooms(rooms: readonly Fields[], context: WalkContext): readonly object[] {
  const people = rooms.map((room) => {
    const contact = isObject(room['contact']) ? room['contact'] : {};
    const uuid = textOf(contact, 'external_id') || textOf(contact, 'uuid');
    return keysOf(uuid, [textOf(room, 'urn')]);
  });
  const { known, tellsUuids } = openKnown(people, context);
  return rooms.map((room, index) => {
    const { uuid = '', address = '' } = people[index] ?? {};
    const isByPhone = !tellsUuids && !known.has(uuid) && known.has(address);
    const { contact, user } = room;
    const name = isObject(contact) ? contact['name'] : undefined;
    const { name: agent, email } = isObject(user) ? user : { name: null, email: null };
    return {
      api: 'room',
      room: {
        uuid: room['uuid'],
        urn: room['urn'],
        tags: room['tags'],
        created_on: room['created_on'],
        ended_at: room['ended_at'],
        user_assigned_at: room['user_assigned_at'],
        user: isObject(user) ? { first_name: agent, email } : null,
        contact: isByPhone ? { name, urn: room['urn'] } : contact,
      },
    };
  });
}

/**
 * Rows that are there are filled. One is made for who has written in the window: that one's webhook was missed. Others are new here only
 * while no contacts are sent to Weni: else they are rows of the platform that they came from.
 */
function toContacts(contacts: readonly Fields[], context: WalkContext): readonly object[] {
  const people = contacts.map((contact) =>
    keysOf(textOf(contact, 'uuid'), textsIn(contact['urns'])),
  );
  const { known, tellsMostlyUuids } = openKnown(people, context);
  return contacts.flatMap((contact, index) => {
    const { uuid = '', address = '' } = people[index] ?? {};
    const seenMs = parseTime(contact['last_seen_on']);
    const isNew = seenMs === null ? !context.isSending : seenMs >= context.fromMs;
    const standing = [uuid, address].filter((key) => known.has(key));
    const missing = tellsMostlyUuids || address === '' ? uuid : address;
    const keys = isNew && standing.length === 0 ? [missing] : standing;
    if (keys.length === 0) return [];
    const { name, urns, created_on } = contact;
    return [{ api: 'contact', keys, contact: { uuid, name, urns, created_on } }];
  });
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
