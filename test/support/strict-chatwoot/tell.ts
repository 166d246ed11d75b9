import type { Body, Contact, Conversation, Message, Pair } from './account';

const seconds = (atMs: number): number => Math.floor(atMs / 1000);
export const iso = (atMs: number): string => new Date(atMs).toISOString();

const person = ({ id, name, phone }: Contact) => ({
  id,
  name,
  phone_number: phone,
  email: null,
  identifier: null,
});

/** The conversation in the shape of webhooks. */
export function inWebhook(one: Conversation): Body {
  const newest = [...one.messages]
    .reverse()
    .find(({ type, isPrivate }) => type !== 2 && !isPrivate);
  return {
    id: one.id,
    inbox_id: 5,
    status: one.status,
    channel: 'Channel::Whatsapp',
    labels: one.labels,
    priority: null,
    meta: {
      sender: { ...person(one.contact), type: 'contact' },
      assignee: one.assignee && { ...one.assignee, type: 'user' },
      team: one.team,
    },
    messages: newest === undefined ? [] : [copyOf(newest, one)],
    created_at: seconds(one.createdMs),
    timestamp: seconds(one.lastActivityMs),
    last_activity_at: seconds(one.lastActivityMs),
    updated_at: one.updatedMs / 1000,
    first_reply_created_at: one.firstReplyMs === null ? null : iso(one.firstReplyMs),
    account: { id: 12, name: 'Loja' },
  };
}

const copyOf = (message: Message, { id }: Conversation) => ({
  id: message.id,
  conversation_id: id,
  message_type: message.type,
  content: message.content,
  created_at: seconds(message.atMs),
  updated_at: iso(message.updatedMs),
  private: message.isPrivate,
  status: message.status,
});

const types = ['incoming', 'outgoing', 'activity', 'template'] as const;

export const attributesOf = ({ isDeleted }: Message): Body => (isDeleted ? { deleted: true } : {});

export function tellMessage(one: Conversation, event: string, message: Message): void {
  const { sender } = message;
  one.account.sent.push({
    event,
    id: message.id,
    message_type: types[message.type],
    content: message.content,
    content_type: 'text',
    content_attributes: attributesOf(message),
    created_at: iso(message.atMs),
    private: message.isPrivate,
    sender:
      sender === 'contact'
        ? person(one.contact)
        : sender && { ...sender, email: 'equipe@example.com', type: 'user' },
    inbox: { id: 5, name: 'WhatsApp Vendas' },
    conversation: inWebhook(one),
  });
}

export function tellChange(
  one: Conversation,
  changes: Readonly<Record<string, Pair>>,
  beforeMs: number,
): void {
  const changed: Readonly<Record<string, Pair>> = {
    updated_at: [iso(beforeMs), iso(one.updatedMs)],
    ...changes,
  };
  one.account.sent.push({
    ...inWebhook(one),
    event: 'conversation_updated',
    changed_attributes: Object.entries(changed).map(([name, pair]) => ({
      [name]: toChange(pair),
    })),
  });
}

const toChange = ([previous_value, current_value]: Pair): Body => ({
  previous_value,
  current_value,
});
