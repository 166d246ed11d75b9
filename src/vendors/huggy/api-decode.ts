import type { Decoded, Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import { withinSecond } from '../../events/observed';
import { failed, happened, type Said } from '../kit/decoded';
import { openObject, type ObjectReader } from '../kit/object-reader';
import { contactFacts, contactFields } from '../kit/person';
import type { WebhookRequest } from '../vendor';
import { readChannel, readDepartment, readNamed, readStatus } from './item';
import { decodeReceived, decodeSent } from './messages';
import { agentLabel, readPersonAt } from './people';
import { readTime } from './times';

/**
 * A chat or a message of the API (see `api-walk.ts`) as the facts that webhooks tell. It is a state without a history: where a webhook of
 * the same time said something else, that one holds.
 */
export function decodeRecord({ body }: WebhookRequest): readonly Decoded[] {
  const reader = openObject(body);
  const kind = reader.text('api') ?? '';
  const name = `api.${kind}`;
  const read = kind === 'chat' ? readChat : kind === 'message' ? readMessage : null;
  if (read === null) return [{ kind: 'unknown', name }];
  const told = read(reader);
  const fault = reader.failures[0];
  if (fault) return [failed(name, fault)];
  return told === null ? [{ kind: 'noise', name }] : [happened(name, body, told)];
}

/** Webhooks of the same second come first. */
const justBefore = (atMs: number | undefined): number | null =>
  atMs === undefined ? null : atMs - 1;

/** The chat as it stands. When an agent entered, nobody tells. */
function readChat(reader: ObjectReader): Said {
  const chat = reader.child('chat');
  const id = chat.requiredId('id');
  const customer = readPersonAt(chat, 'customer');
  const channel = readChannel(chat);
  const openedAt = readTime(chat, 'created_at');
  const closedAt = readTime(chat, 'closed_at');
  const said = readStatus(chat);
  const status = closedAt === undefined ? said : 'closed';
  const atMs = justBefore(closedAt ?? openedAt);
  const fields: FieldsOf<'conversation'> = {
    ...contactFields(customer),
    channel,
    teamName: readDepartment(chat),
    agentName: agentLabel(readPersonAt(chat, 'agent')),
    status,
    openedAt,
    closedAt: closedAt ?? (status === 'closed' ? undefined : null),
    category: readNamed(chat, 'tabulation') ?? undefined,
    lastActivityAt: closedAt ?? openedAt,
    statusHistory: closedAt === undefined ? undefined : [[closedAt, withinSecond('closed')]],
  };
  const facts: readonly Fact[] = [
    { entity: 'conversation', id, atMs, bornAtMs: openedAt, fields },
    ...contactFacts(customer, atMs, { channel }),
  ];
  return { entityId: id, atMs: closedAt ?? openedAt ?? null, facts };
}

/** Null for the platform's own lines. */
function readMessage(reader: ObjectReader): Said | null {
  const message = reader.child('message');
  const sentAt = readTime(message, 'send_at') ?? readTime(message, 'sendAt');
  if (message.text('type') === 'internalEvent' || sentAt === undefined) return null;
  const item = openObject(
    {
      ...withoutNothing(message),
      is_internal: message.flag('is_internal') ?? message.flag('isInternal') ?? false,
      send_at: new Date(sentAt).toISOString(),
      channel: reader.child('chat').raw('channel'),
      chat: reader.raw('chat'),
    },
    'message',
    reader.failures,
  );
  const decode = isFromContact(message, reader.child('chat')) ? decodeReceived : decodeSent;
  const told = decode({ reader: item, atMs: sentAt - 1, observedAtMs: sentAt });
  return { ...told, atMs: sentAt };
}

const withoutNothing = (reader: ObjectReader): object =>
  Object.fromEntries(reader.keys().map((key) => [key, reader.raw(key)]));

const contactWords: ReadonlySet<string> = new Set(['widget', 'customer', 'contact']);

/** The API names no direction, and `senderType` is the channel for the contact and for the robot: whose id it is tells. */
function isFromContact(message: ObjectReader, chat: ObjectReader): boolean {
  const type = message.text('senderType') ?? '';
  if (type === 'agent') return false;
  const sender = readPersonAt(message, 'sender').id;
  const customer = readPersonAt(chat, 'customer').id;
  return (sender !== undefined && sender === customer) || contactWords.has(type);
}
