import type { Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import type { ObjectReader } from '../kit/object-reader';
import { contactFacts, contactFields } from '../kit/person';
import { openChat, readChatId } from './chat-id';
import { readChannel, readDepartment, readStatus, type HuggyItem, type ItemFacts } from './item';
import { readContent } from './message-content';
import { servedAt } from './people';
import { readTime } from './times';
import { readParties, type Direction, type Parties } from './message-parties';

/** `receivedMessage` and `receivedAllMessage`: the same message comes under both names, so its id alone is its row. */
export function decodeReceived(item: HuggyItem): ItemFacts {
  return decodeMessage(item, 'in');
}

/** `sentAllMessage`, also written `sendedAllMessage`. */
export function decodeSent(item: HuggyItem): ItemFacts {
  return decodeMessage(item, 'out');
}

interface Message extends Parties {
  readonly id: string;
  readonly direction: Direction;
  readonly chatId: string | undefined;
  readonly channel: string | undefined;
  readonly sentAt: number | undefined;
  /** `send_at`, the same in every event of the message; undefined when it is blank. */
  readonly bornAt: number | undefined;
  readonly isInternal: boolean | undefined;
}

function decodeMessage({ reader, atMs }: HuggyItem, direction: Direction): ItemFacts {
  const isInternal = reader.flag('is_internal') ?? reader.flag('isInternal') ?? undefined;
  const bornAt = readTime(reader, 'send_at');
  const message: Message = {
    id: reader.requiredId('id'),
    direction,
    chatId: readChatId(reader),
    channel: readChannel(reader, openChat(reader)),
    sentAt: bornAt ?? atMs ?? undefined,
    bornAt,
    isInternal,
    ...readParties(reader, direction),
  };
  const { id, chatId, contact, channel } = message;
  const facts: readonly Fact[] = [
    {
      entity: 'message',
      id,
      atMs,
      bornAtMs: message.bornAt,
      fields: messageFields(reader, message),
    },
    ...(chatId === undefined
      ? []
      : [
          {
            entity: 'conversation',
            id: chatId,
            atMs,
            fields: chatFields(reader, message),
          } as const,
        ]),
    ...contactFacts(contact, atMs, { channel }),
  ];
  return { entityId: id, facts };
}

function messageFields(reader: ObjectReader, message: Message): FieldsOf<'message'> {
  const { direction, contact, sentAt } = message;
  const readAt = readTime(reader, 'read_at');
  const sent = direction === 'out' ? 'sent' : undefined;
  return {
    conversationId: message.chatId,
    direction,
    ...readContent(reader, message),
    senderName: message.senderName,
    contactName: contact.name,
    phone: contact.phone,
    channel: message.channel,
    sentAt,
    readAt,
    status: readAt === undefined ? sent : 'read',
    isPrivate: message.isInternal,
  };
}

function chatFields(reader: ObjectReader, message: Message): FieldsOf<'conversation'> {
  const chat = openChat(reader);
  const isPublic = message.isInternal !== true;
  const { agentName, hasAgent, sentAt } = message;
  const isUnnamed = isPublic && hasAgent && agentName === undefined && sentAt !== undefined;
  const isReply = isPublic && message.direction === 'out' && hasAgent;
  return {
    ...contactFields(message.contact),
    channel: message.channel,
    teamName: readDepartment(chat),
    status: readStatus(chat),
    agentName: isPublic ? agentName : undefined,
    ...(isUnnamed ? servedAt(sentAt) : {}),
    firstReplyAt: isReply ? message.sentAt : undefined,
    lastActivityAt: message.sentAt,
    contactAt: isPublic && message.direction === 'in' ? message.sentAt : undefined,
    messages: isPublic && message.sentAt !== undefined ? [[message.sentAt, message.id]] : undefined,
  };
}
