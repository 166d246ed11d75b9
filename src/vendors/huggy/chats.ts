import type { Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import type { ObjectReader } from '../object-reader';
import { openChat, requireChatId } from './chat-id';
import {
  readChannel,
  readDepartment,
  readNamed,
  readStatus,
  type HuggyItem,
  type ItemFacts,
} from './item';
import { agentLabel, contactFacts, contactFields, readPerson, type Person } from './people';

interface Chat {
  readonly id: string;
  readonly customer: Person;
  readonly channel: string | undefined;
  readonly department: string | undefined;
  readonly status: string | undefined;
}

/** `startedChat` and its predecessor `createdChat`. */
export function decodeStartedChat(item: HuggyItem): ItemFacts {
  const chat = readChat(item.reader);
  const openedAt = openChat(item.reader).time('created_at') ?? item.atMs ?? undefined;
  const waits = chat.status === 'queue';
  return chatFacts(item, chat, {
    bornAtMs: openedAt,
    conversation: { status: chat.status, openedAt, closedAt: null },
    attendance: waits ? { status: 'waiting', requestedAt: openedAt } : undefined,
  });
}

/** `agentEntered`: an agent joined; the attendance starts, or goes on with one more operator. */
export function decodeAgentEntered(item: HuggyItem): ItemFacts {
  const chat = readChat(item.reader);
  const agent = agentLabel(readPerson(item.reader.child('agent')));
  const startedAt = item.atMs ?? undefined;
  return chatFacts(item, chat, {
    conversation: { status: chat.status ?? 'open', agentName: agent, closedAt: null },
    attendance: {
      status: 'active',
      startedAt,
      operators: agent === undefined ? undefined : [[item.observedAtMs, agent]],
    },
  });
}

/** `closedChat`: it names neither the customer nor the agent; the rows already have them under the chat's id. */
export function decodeClosedChat(item: HuggyItem): ItemFacts {
  const chat = readChat(item.reader);
  const closedAt = openChat(item.reader).time('closed_at') ?? item.atMs ?? undefined;
  const category = readNamed(openChat(item.reader), 'tabulation');
  return chatFacts(item, chat, {
    conversation: { status: 'closed', closedAt },
    attendance: { status: 'finished', finishedAt: closedAt, category },
  });
}

/** `updatedWorkflowStep`, `leftQueue`, `updatedChatDepartment`: the chat's state again. */
export function decodeMovedChat(item: HuggyItem): ItemFacts {
  const chat = readChat(item.reader);
  return chatFacts(item, chat, { conversation: { status: chat.status }, attendance: undefined });
}

function readChat(reader: ObjectReader): Chat {
  const chat = openChat(reader);
  const customer = (chat.has('customer') ? chat : reader).child('customer');
  return {
    id: requireChatId(reader),
    customer: readPerson(customer),
    channel: readChannel(chat, reader),
    department: readDepartment(chat) ?? readDepartment(reader),
    status: readStatus(chat),
  };
}

interface ChatNews {
  /** When the chat came into being, where the event tells. */
  readonly bornAtMs?: number | undefined;
  readonly conversation: FieldsOf<'conversation'> & { readonly status: string | undefined };
  readonly attendance: FieldsOf<'attendance'> | undefined;
}

function chatFacts({ atMs, observedAtMs }: HuggyItem, chat: Chat, news: ChatNews): ItemFacts {
  const { id, customer, channel, department } = chat;
  const { bornAtMs } = news;
  const { status } = news.conversation;
  const contact = contactFields(customer);
  const conversation: FieldsOf<'conversation'> = {
    ...contact,
    channel,
    teamName: department,
    lastActivityAt: atMs ?? undefined,
    statusHistory: status === undefined ? undefined : [[observedAtMs, status]],
    ...news.conversation,
  };
  const attendance: FieldsOf<'attendance'> = {
    conversationId: id,
    contactName: contact.contactName,
    phone: contact.phone,
    department,
    ...news.attendance,
  };
  const facts: readonly Fact[] = [
    { entity: 'conversation', id, atMs, bornAtMs, fields: conversation },
    ...(news.attendance
      ? [{ entity: 'attendance', id, atMs, bornAtMs, fields: attendance } as const]
      : []),
    ...contactFacts(customer, atMs, channel),
  ];
  return { entityId: id, facts };
}
