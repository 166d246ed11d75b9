import type { Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import type { Maybe, ObjectReader } from '../kit/object-reader';
import { combineMentions, contactFacts, contactFields, type Person } from '../kit/person';
import { conversationFact, readConversation, type Conversation } from './conversation';
import { findCopy, readDelivery } from './delivery';
import type { EvolvyItem, ItemFacts } from './item';
import { isDeleted, openAttributes, readContent } from './message-content';
import { directionOf, readMessageType, type MessageType } from './message-type';
import { isAgent, isContact, readAgentName, readContact } from './people';
import { observeStatus } from './statuses';
import { readSurvey } from './survey';

interface Message {
  readonly id: string;
  /** True for message_updated. */
  readonly isUpdate: boolean;
  readonly reader: ObjectReader;
  readonly type: MessageType | undefined;
  readonly direction: 'in' | 'out' | undefined;
  readonly conversation: Conversation;
  /** The newest public message of the conversation, as the event carries it. */
  readonly newest: ObjectReader | undefined;
  readonly attributes: ObjectReader;
  readonly contact: Person;
  /** The contact that wrote it, who in a group need not be the conversation's; Evolvy's help page names the contact apart. */
  readonly author: Person | undefined;
  readonly sentAt: number | null;
}

/** message_created and message_updated: the body is the message, with its conversation in it. */
export function decodeMessage({ kind, reader, receivedAtMs }: EvolvyItem): ItemFacts {
  const message = openMessage(reader, kind === 'message_updated');
  const { id, conversation, contact, author, attributes, sentAt } = message;
  const { channel } = conversation;
  const stateMs = stateTime(message);
  const clock = isDeleted(attributes) ? Math.max(stateMs ?? 0, receivedAtMs) : stateMs;
  const told: Fact = {
    entity: 'message',
    id,
    atMs: clock,
    bornAtMs: sentAt,
    fields: messageFields(message),
  };
  const conversationMs = conversation.versionMs ?? sentAt;
  const facts: readonly Fact[] = [
    ...(id === '' ? [] : [told]),
    ...(conversation.id === ''
      ? []
      : [conversationFact(conversation, conversationMs, conversationNews(message))]),
    ...contactFacts(contact, stateMs, { channel }),
    ...(author && author.id !== contact.id ? contactFacts(author, stateMs, { channel }) : []),
  ];
  return { entityId: id, atMs: stateMs, facts };
}

function openMessage(reader: ObjectReader, isUpdate: boolean): Message {
  const type = readMessageType(reader);
  const direction = directionOf(type);
  const conversation = readConversation(reader.child('conversation'));
  const sender = reader.child('sender');
  const isAuthor = !reader.has('contact') && isContact(sender, direction);
  const author = isAuthor ? readContact(sender) : undefined;
  const mentions = [readContact(reader.child('contact')), conversation.contact];
  return {
    id: reader.requiredId('id'),
    isUpdate,
    reader,
    type,
    direction,
    conversation,
    newest: conversation.reader.items('messages')[0],
    attributes: openAttributes(reader),
    contact: combineMentions(author ? [...mentions, author] : mentions),
    author,
    sentAt: reader.time('created_at', 0) ?? null,
  };
}

/**
 * Since when the event's state is known to hold: it is read when the event is sent, so it is at least as new as every time in it.
 * A message has no version of its own in the event.
 */
function stateTime({ sentAt, newest, conversation }: Message): number | null {
  const times = [
    sentAt,
    newest?.time('created_at', 0),
    newest?.time('updated_at', 0),
    conversation.versionMs,
  ].filter((atMs) => atMs !== null && atMs !== undefined);
  return times.length === 0 ? null : Math.max(...times);
}

function messageFields(message: Message): FieldsOf<'message'> {
  const { id, reader, type, conversation, contact, attributes } = message;
  return {
    conversationId: conversation.id === '' ? undefined : conversation.id,
    direction: message.direction,
    ...readContent(reader, type),
    senderName: readSender(reader),
    contactName: contact.name,
    phone: contact.phone,
    channel: conversation.channel,
    sentAt: message.sentAt ?? undefined,
    ...readDelivery({
      ...message,
      copy: findCopy(message.newest, id),
      isDeleted: isDeleted(attributes),
    }),
    isPrivate: reader.flag('private'),
  };
}

/** null when the platform itself wrote it (greeting, survey, automation). */
function readSender(reader: ObjectReader): Maybe<string> {
  return reader.raw('sender') === null ? null : readAgentName(reader.child('sender'));
}

/**
 * What message events tell of a conversation besides its state: the inbox's name, the contact's answer to a survey. Events
 * are sent once only, so they also stand for an opening whose own event was lost.
 */
function conversationNews(message: Message): FieldsOf<'conversation'> {
  const { id, reader, contact, conversation, attributes, sentAt } = message;
  const hasClock = conversation.versionMs !== null;
  const isSeen = reader.flag('private') !== true && sentAt !== null && id !== '';
  return {
    ...contactFields(contact),
    inbox: reader.child('inbox').text('name') ?? undefined,
    ...(hasClock ? {} : { lastActivityAt: sentAt ?? undefined }),
    ...readFirstReply(message),
    statusHistory: observeStatus({ state: conversation, change: undefined, announces: false }),
    messages: isSeen ? [[sentAt, id]] : undefined,
    contactAt: isSeen && message.direction === 'in' ? sentAt : undefined,
    ...readSurvey(attributes),
  };
}

/**
 * Before 2.12 the conversation does not say when it was first answered: the earliest message of a person of the team does, one
 * that the contact sees and that neither a rule nor a campaign sent. That is how later versions count.
 */
function readFirstReply({
  reader,
  type,
  conversation,
  attributes,
  sentAt,
}: Message): FieldsOf<'conversation'> {
  if (conversation.reader.has('first_reply_created_at') || sentAt === null) return {};
  const isAutomatic =
    Boolean(attributes.raw('automation_rule_id')) ||
    Boolean(reader.child('additional_attributes').raw('campaign_id'));
  const isReply = type === 'outgoing' && reader.flag('private') !== true && !isAutomatic;
  return isReply && isAgent(reader.child('sender')) ? { firstReplyAt: sentAt } : {};
}
