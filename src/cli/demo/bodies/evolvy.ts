import type { Conversation, Line } from '../conversations';
import type { Agent } from '../people';
import type { Post } from '../post';
import { seconds } from '../shop-time';

const account = { id: 12, name: 'Loja Exemplo' };
const classes: Readonly<Record<string, string>> = {
  whatsapp: 'Channel::Whatsapp',
  instagram: 'Channel::Instagram',
  widget: 'Channel::WebWidget',
  email: 'Channel::Email',
};

const iso = (atMs: number): string => new Date(atMs).toISOString();
const post = (atMs: number, body: object): Post => ({
  atMs,
  platform: 'evolvy',
  webhook: 'main',
  body: { ...body, account },
});

const describeUser = ({ id, name, email }: Agent): object => ({
  id,
  name,
  available_name: name,
  email,
  avatar_url: '',
  type: 'user',
});

const describeContact = ({ customer }: Conversation): object => ({
  id: customer.id,
  name: customer.name,
  email: customer.email,
  phone_number: `+${customer.phone}`,
  identifier: null,
  thumbnail: '',
  blocked: false,
  type: 'contact',
});

/** How far a conversation is. */
type State = 'new' | 'taken' | 'resolved';

function describe(conversation: Conversation, state: State, atMs: number): object {
  const { number, channel, agent, team, lines, label, openedMs, rating } = conversation;
  const replyMs = lines.find((line) => !line.isFromCustomer)?.atMs;
  const hasReply = replyMs !== undefined && replyMs <= atMs;
  return {
    additional_attributes: {},
    can_reply: true,
    channel: classes[channel] ?? 'Channel::Whatsapp',
    id: number % 1_000_000,
    inbox_id: 5,
    messages: [],
    labels: state === 'new' ? [] : [label],
    meta: {
      sender: describeContact(conversation),
      assignee: agent && state !== 'new' ? describeUser(agent) : null,
      assignee_type: agent && state !== 'new' ? 'User' : null,
      team: { id: 3, name: team },
      hmac_verified: false,
    },
    status: state === 'resolved' ? 'resolved' : 'open',
    custom_attributes: {},
    snoozed_until: null,
    unread_count: 0,
    first_reply_created_at: hasReply ? iso(replyMs) : null,
    priority: rating === 1 ? 'urgent' : null,
    waiting_since: hasReply ? 0 : seconds(openedMs),
    last_activity_at: seconds(atMs),
    timestamp: seconds(atMs),
    created_at: seconds(openedMs),
    updated_at: atMs / 1000,
  };
}

/** `conversation_created`. */
export const createdPost = (conversation: Conversation): Post =>
  post(conversation.openedMs, {
    ...describe(conversation, 'new', conversation.openedMs),
    event: 'conversation_created',
  });

/** `conversation_updated`: somebody took it. */
export const takenPost = (conversation: Conversation, takenMs: number): Post =>
  post(takenMs, {
    ...describe(conversation, 'taken', takenMs),
    event: 'conversation_updated',
    changed_attributes: [
      { assignee_id: { previous_value: null, current_value: conversation.agent?.id ?? null } },
      { updated_at: { previous_value: iso(conversation.openedMs), current_value: iso(takenMs) } },
    ],
  });

/** `conversation_status_changed` to resolved. */
export const resolvedPost = (conversation: Conversation): Post =>
  post(conversation.closedMs, {
    ...describe(conversation, 'resolved', conversation.closedMs),
    event: 'conversation_status_changed',
    changed_attributes: null,
  });

/** `message_created`. */
export function messagePost(conversation: Conversation, line: Line): Post {
  const { agent, lines, takenMs } = conversation;
  const isTaken = takenMs !== null && takenMs <= line.atMs;
  const sender = line.isFromCustomer ? describeContact(conversation) : agent && describeUser(agent);
  return post(line.atMs, {
    additional_attributes: {},
    content_attributes: {},
    content_type: 'text',
    content: line.text,
    conversation: describe(conversation, isTaken ? 'taken' : 'new', line.atMs),
    created_at: iso(line.atMs),
    id: (conversation.number % 1_000_000) * 10 + lines.indexOf(line),
    inbox: { id: 5, name: 'Loja' },
    message_type: line.isFromCustomer ? 'incoming' : 'outgoing',
    private: false,
    sender,
    source_id: null,
    event: 'message_created',
  });
}

/** `message_updated` of the survey, answered a while after the end; null where the customer did not. */
export function ratingPost(conversation: Conversation): Post | null {
  const { rating, closedMs, number } = conversation;
  if (rating === null) return null;
  const atMs = closedMs + 90_000;
  return post(atMs, {
    additional_attributes: {},
    content_attributes: {
      display_type: 'emoji',
      submitted_values: { csat_survey_response: { rating, feedback_message: '' } },
    },
    content_type: 'input_csat',
    content: 'Avalie nosso atendimento',
    conversation: describe(conversation, 'resolved', closedMs),
    created_at: iso(closedMs + 1_000),
    id: (number % 1_000_000) * 10 + 9,
    inbox: { id: 5, name: 'Loja' },
    message_type: 'template',
    private: false,
    event: 'message_updated',
  });
}
