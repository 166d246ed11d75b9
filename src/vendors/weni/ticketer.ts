import type { Decoded, Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import type { Maybe, ObjectReader } from '../kit/object-reader';
import { readBody } from './attachments';
import { contactColumns, contactFacts, readContact } from './contact';
import { decodePart } from './item';
import type { Said } from '../kit/decoded';

/** Which of the generic ticketer's calls a body is; undefined when it is none. */
export function nameTicketCall(body: ObjectReader): keyof typeof readers | 'history' | undefined {
  if (!body.has('ticket_id')) return undefined;
  if (body.has('messages')) return 'history';
  return marks.find(([key]) => body.has(key))?.[1];
}

const marks = [
  ['message_id', 'message'],
  ['closed_at', 'close'],
  ['closed_by', 'close'],
  ['reopened_at', 'reopen'],
  ['reopened_by', 'reopen'],
  ['opened_at', 'open'],
  ['contact', 'open'],
] as const;

const readers = {
  open: readOpen,
  message: (reader: ObjectReader) => readMessage(reader, reader),
  close: readClose,
  reopen: readReopen,
} as const satisfies Readonly<Record<string, (reader: ObjectReader) => Said>>;

/** Decodes a call of the generic ticketer; each message of a history is an event of its own. */
export function decodeTicketCall(
  call: keyof typeof readers | 'history',
  body: ObjectReader,
  whole: unknown,
): readonly Decoded[] {
  const name = `ticket.${call}`;
  if (call !== 'history') return [decodePart({ name, item: whole, path: '', read: readers[call] })];
  const list = body.raw('messages');
  const messages: readonly unknown[] = Array.isArray(list) ? list : [list];
  return messages.map((item, index) =>
    decodePart({
      name,
      item,
      path: Array.isArray(list) ? `messages[${index}]` : 'messages',
      read: (reader) => readMessage(reader, body),
    }),
  );
}

function readOpen(reader: ObjectReader): Said {
  const contact = readContact(reader);
  const assignee = reader.child('assignee');
  const metadata = reader.child('metadata');
  const agentName = assignee.text('name') ?? assignee.text('email') ?? undefined;
  const status = agentName === undefined ? 'queue' : 'open';
  const atMs = reader.time('opened_at') ?? null;
  const fields = {
    ...contactColumns(contact),
    inbox: metadata.child('channel').text('name') ?? undefined,
    teamName: reader.child('topic').text('name') ?? undefined,
    agentName,
    priority: metadata.text('priority') ?? undefined,
    openedAt: atMs ?? undefined,
  };
  const ticket = ticketFacts({ reader, atMs, bornAtMs: atMs, status, fields });
  return { ...ticket, facts: [...ticket.facts, ...contactFacts(contact, atMs)] };
}

function readClose(reader: ObjectReader): Said {
  const atMs = reader.time('closed_at') ?? null;
  const fields = { closedAt: atMs ?? undefined };
  return ticketFacts({ reader, atMs, status: 'closed', fields });
}

function readReopen(reader: ObjectReader): Said {
  const atMs = reader.time('reopened_at') ?? null;
  return ticketFacts({ reader, atMs, status: 'open', fields: { closedAt: null } });
}

interface Ticket {
  readonly reader: ObjectReader;
  readonly atMs: number | null;
  /** When the ticket was opened, where the call tells. */
  readonly bornAtMs?: number | null;
  readonly status: string;
  readonly fields: FieldsOf<'conversation'>;
}

function ticketFacts({ reader, atMs, bornAtMs, status, fields }: Ticket): Said {
  const id = reader.requiredId('ticket_id');
  const seen: FieldsOf<'conversation'> =
    atMs === null ? {} : { lastActivityAt: atMs, statusHistory: [[atMs, status]] };
  return {
    entityId: id,
    atMs,
    facts: [{ entity: 'conversation', id, atMs, bornAtMs, fields: { ...fields, ...seen, status } }],
  };
}

/** A ticket's message; in a history the ticket and the contact stand in the body around it. */
function readMessage(reader: ObjectReader, ticket: ObjectReader): Said {
  const id = reader.requiredId('message_id');
  const conversationId = ticket.id('ticket_id') ?? undefined;
  const sender = reader.child('sender');
  const isFromContact = sender.text('type') === 'contact';
  const contact = readContact(ticket);
  const senderName: Maybe<string> = sender.text('name') ?? (isFromContact ? contact.name : null);
  const atMs = reader.time('sent_at') ?? null;
  const fields = {
    ...readBody(reader, 'attachments'),
    conversationId,
    direction: directions.get(reader.text('direction') ?? ''),
    senderName: senderName ?? undefined,
    contactName: isFromContact ? (senderName ?? undefined) : contact.name,
    phone: contact.phone,
    channel: contact.channel,
    sentAt: atMs ?? undefined,
  };
  const facts: readonly Fact[] = [{ entity: 'message', id, atMs, bornAtMs: atMs, fields }];
  if (conversationId === undefined || atMs === null) return { entityId: id, atMs, facts };
  const seen = { lastActivityAt: atMs };
  return {
    entityId: id,
    atMs,
    facts: [...facts, { entity: 'conversation', id: conversationId, atMs, fields: seen }],
  };
}

const directions: ReadonlyMap<string, 'in' | 'out'> = new Map([
  ['incoming', 'in'],
  ['outgoing', 'out'],
]);
