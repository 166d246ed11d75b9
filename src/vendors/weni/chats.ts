import { isObject, type ObjectReader } from '../kit/object-reader';
import type { FieldsOf, Observed } from '../../events/fields';
import { readBody } from './attachments';
import { contactColumns, contactFacts, makeContact, readContact } from './contact';
import type { Said } from '../kit/decoded';

/** Weni Chats' room callback by its `type`; both read `content`. */
export const chatsReaders: ReadonlyMap<string, (content: ObjectReader) => Said | null> = new Map([
  ['msg.create', readChatsMessage],
  ['room.update', readRoom],
]);

/** A message that Weni Chats sends out: an agent's, or an automatic one, which has no user. */
function readChatsMessage(content: ObjectReader): Said | null {
  const id = content.id('uuid');
  if (!id) return null;
  const atMs = content.time('created_on') ?? null;
  const contact = readContact(content);
  const agent = agentName(content) ?? content.text('user_email') ?? undefined;
  const conversationId = isObject(content.raw('room'))
    ? content.child('room').id('uuid')
    : content.id('room');
  const fields = {
    ...readBody(content, 'media'),
    conversationId: conversationId ?? undefined,
    direction: 'out',
    senderName: agent,
    contactName: contact.name,
    phone: contact.phone,
    sentAt: atMs ?? undefined,
  };
  return { entityId: id, atMs, facts: [{ entity: 'message', id, atMs, bornAtMs: atMs, fields }] };
}

/**
 * A room that changed; Chats sends no time of the change, only those of opening and end. Both are observed: an end without its opening
 * would be a service that nobody asked for.
 */
export function readRoom(content: ObjectReader): Said | null {
  const id = content.id('uuid');
  if (!id) return null;
  const closedAt = content.time('ended_at') ?? undefined;
  const isClosed = content.flag('is_active') === false || closedAt !== undefined;
  const agent = agentName(content);
  const contact = readRoomContact(content);
  const status = isClosed ? 'closed' : agent === undefined ? 'queue' : 'open';
  const atMs = closedAt ?? null;
  const openedAt = content.time('created_on') ?? undefined;
  const fields: FieldsOf<'conversation'> = {
    ...contactColumns(contact),
    agentName: agent,
    teamName: roomQueue(content),
    status,
    labels: content.texts('tags') ?? undefined,
    openedAt,
    closedAt,
    lastActivityAt: closedAt,
    statusHistory: [
      ...observedAt(openedAt, agent === undefined ? 'queue' : 'open'),
      ...observedAt(closedAt, status),
    ],
  };
  const facts = [{ entity: 'conversation', id, atMs, bornAtMs: openedAt, fields } as const];
  return { entityId: id, atMs, facts: [...facts, ...contactFacts(contact, atMs)] };
}

const observedAt = (atMs: number | undefined, state: string): readonly Observed[] =>
  atMs === undefined ? [] : [[atMs, state]];

function roomQueue(content: ObjectReader): string | undefined {
  if (!isObject(content.raw('queue'))) return undefined;
  return content.child('queue').text('name') ?? undefined;
}

function readRoomContact(content: ObjectReader): ReturnType<typeof readContact> {
  const contact = readContact(content);
  const urn = content.text('urn');
  return contact.channel === undefined ? makeContact(contact.uuid, contact.name, urn) : contact;
}

function agentName(content: ObjectReader): string | undefined {
  if (!isObject(content.raw('user'))) return content.text('user') ?? undefined;
  const user = content.child('user');
  const name = [user.text('first_name'), user.text('last_name')].filter((part) => part).join(' ');
  return name === '' ? (user.text('email') ?? undefined) : name;
}
