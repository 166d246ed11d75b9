import type { Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import type { ObjectReader } from '../kit/object-reader';
import { contactFacts, contactFields, type Person } from '../kit/person';
import { openChat, requireChatId } from './chat-id';
import {
  readChannel,
  readDepartment,
  readNamed,
  readStatus,
  type HuggyItem,
  type ItemFacts,
} from './item';
import { agentLabel, readPersonAt, servedAt } from './people';
import { readEventTime } from './times';

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
  const bornAtMs = readEventTime(openChat(item.reader), 'created_at', item.atMs);
  const openedAt = bornAtMs ?? item.atMs ?? undefined;
  return chatFacts(item, chat, {
    bornAtMs,
    observedAtMs: openedAt,
    fields: { status: chat.status, openedAt, closedAt: null },
  });
}

/** `agentEntered`: an agent joined; the attendance starts, or goes on with one more operator. */
export function decodeAgentEntered(item: HuggyItem): ItemFacts {
  const chat = readChat(item.reader);
  const agent = readPersonAt(item.reader, 'agent');
  const agentName = agentLabel(agent) ?? agent.id;
  const unnamed = agentName === undefined ? servedAt(item.observedAtMs) : {};
  return chatFacts(item, chat, {
    fields: { status: 'open', agentName, closedAt: null, ...unnamed },
  });
}

/** `closedChat`: it names neither the customer nor the agent; the row already has them under the chat's id. */
export function decodeClosedChat(item: HuggyItem): ItemFacts {
  const chat = readChat(item.reader);
  const closedAt =
    readEventTime(openChat(item.reader), 'closed_at', item.atMs) ?? item.atMs ?? undefined;
  const category = readNamed(openChat(item.reader), 'tabulation');
  return chatFacts(item, chat, {
    observedAtMs: closedAt,
    fields: { status: 'closed', closedAt, category },
  });
}

/** `updatedWorkflowStep`, `leftQueue`, `updatedChatDepartment`: the chat's state again. */
export function decodeMovedChat(item: HuggyItem): ItemFacts {
  const chat = readChat(item.reader);
  return chatFacts(item, chat, { fields: { status: chat.status } });
}

function readChat(reader: ObjectReader): Chat {
  const chat = openChat(reader);
  const place = chat.has('customer') ? chat : reader;
  return {
    id: requireChatId(reader),
    customer: readPersonAt(place, 'customer'),
    channel: readChannel(chat, reader),
    department: readDepartment(chat) ?? readDepartment(reader),
    status: readStatus(chat),
  };
}

interface ChatNews {
  /** When the chat came into being, where the event tells. */
  readonly bornAtMs?: number | undefined;
  /** When the status was reached, where that is not the event's time. */
  readonly observedAtMs?: number | undefined;
  readonly fields: FieldsOf<'conversation'> & { readonly status: string | undefined };
}

/** What the projection observes of dated events, of one without a time as of its receipt. */
function observeUndated(
  { atMs, observedAtMs }: HuggyItem,
  { agentName, teamName }: FieldsOf<'conversation'>,
): FieldsOf<'conversation'> {
  if (atMs !== null) return {};
  return {
    agents: agentName ? [[observedAtMs, agentName]] : undefined,
    teams: teamName ? [[observedAtMs, teamName]] : undefined,
  };
}

function chatFacts(item: HuggyItem, chat: Chat, news: ChatNews): ItemFacts {
  const { atMs, observedAtMs } = item;
  const { id, customer, channel } = chat;
  const { status } = news.fields;
  const reachedAtMs = news.observedAtMs ?? observedAtMs;
  const said = { teamName: chat.department, ...news.fields };
  const fields: FieldsOf<'conversation'> = {
    ...contactFields(customer),
    channel,
    lastActivityAt: atMs ?? undefined,
    statusHistory: status === undefined ? undefined : [[reachedAtMs, status]],
    ...observeUndated(item, said),
    ...said,
  };
  const facts: readonly Fact[] = [
    { entity: 'conversation', id, atMs, bornAtMs: news.bornAtMs, fields },
    ...contactFacts(customer, atMs, { channel }),
  ];
  return { entityId: id, facts };
}
