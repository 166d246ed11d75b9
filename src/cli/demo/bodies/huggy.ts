import type { Conversation, Line } from '../conversations';
import type { Agent, Customer } from '../people';
import type { Post } from '../post';
import type { StatusChange } from '../shifts';
import { seconds, wallClock } from '../shop-time';

const token = '888c48839995c333939a80f0000dd354';
const company = { id: 999_999 };
const departments = ['Suporte', 'Vendas', 'Entregas', 'Financeiro', 'Trocas'];

/** An event's name and one of its items. */
type Item = readonly [event: string, item: object];

/** Puts items into one body, as Huggy sends those of the same moment. Fields: docs/plataformas/huggy.md. */
export function wrap(atMs: number, items: readonly Item[]): Post {
  const messages: Record<string, object[]> = {};
  for (const [event, item] of items) (messages[event] ??= []).push(item);
  return {
    atMs,
    platform: 'huggy',
    webhook: 'main',
    body: { time: seconds(atMs), messages, token },
  };
}

const describePerson = ({ id, name, email }: Agent): object => ({
  id,
  name,
  mobile: `55119001${String(id - 95_000).padStart(5, '0')}`,
  phone: '',
  email,
  photo: 'https://example.com/photo.jpg',
});

const describeCustomer = ({ id, name, phone, email }: Customer): object => ({
  id,
  name,
  mobile: phone,
  phone,
  email,
  photo: null,
});

/** `agentChangedStatus`. */
/** Codes of the statuses of the account; what they mean only the account knows. */
const statusCodes = { lunch: '11', coffee: '12', short: '13' } as const;

/** As a person would name them in Ajustes. */
export const pauseNames = {
  [statusCodes.lunch]: 'Almoço',
  [statusCodes.coffee]: 'Café',
  [statusCodes.short]: 'Banheiro',
} as const;

export const statusItem = ({ agent, isOnline, isAvailable, reason }: StatusChange): Item => [
  'agentChangedStatus',
  {
    ...describePerson(agent),
    isActive: true,
    isOnline,
    isAvailable,
    statusID: isAvailable ? '1' : reason === undefined ? '-1' : statusCodes[reason],
    origin: 'manually',
    company,
  },
];

const chatId = ({ number }: Conversation): number => 42_000_000 + number;

function describeChat(conversation: Conversation, situation: string): object {
  const { team, channel, customer } = conversation;
  const department = { id: 3_001 + departments.indexOf(team), name: team };
  return {
    id: chatId(conversation),
    channel,
    situation,
    department,
    customer: describeCustomer(customer),
    company,
  };
}

/** `startedChat`: the customer stands in the queue. */
export const startItem = (conversation: Conversation): Item => [
  'startedChat',
  {
    ...describeChat(conversation, 'wait_for_chat'),
    created_at: wallClock(conversation.openedMs),
    workflowID: null,
  },
];

/** `agentEntered`. */
export const enterItem = (conversation: Conversation, agent: Agent): Item => [
  'agentEntered',
  { ...describeChat(conversation, 'in_chat'), agent: describePerson(agent) },
];

/** `closedChat`. */
export const closeItem = (conversation: Conversation): Item => [
  'closedChat',
  {
    id: chatId(conversation),
    channel: conversation.channel,
    situation: 'finishing',
    tabulation: { id: 77, name: conversation.label },
    closed_at: wallClock(conversation.closedMs),
    closed: 1,
    company,
  },
];

/** `receivedAllMessage` and `sentAllMessage`; `situation` is the chat's when the webhook goes out. */
export function messageItem(
  conversation: Conversation,
  line: Line,
  situation: 'wait_for_chat' | 'in_chat' | 'finishing',
): Item {
  const { customer, agent, channel, lines } = conversation;
  const isIn = line.isFromCustomer;
  const theirs = describeCustomer(customer);
  const ours = agent && describePerson(agent);
  const hasAgent = ours !== null && situation !== 'wait_for_chat';
  return [
    isIn ? 'receivedAllMessage' : 'sentAllMessage',
    {
      id: (700_000_000 + conversation.number) * 10 + lines.indexOf(line),
      body: line.text,
      is_internal: false,
      is_email: channel === 'email',
      sender: isIn ? theirs : ours,
      senderType: isIn ? channel : 'agent',
      receiver: isIn ? (hasAgent ? ours : null) : theirs,
      receiverType: isIn ? (hasAgent ? 'agent' : null) : 'customer',
      file: null,
      channel,
      customer: theirs,
      chat: describeChat(conversation, situation),
      send_at: wallClock(line.atMs),
      read_at: isIn ? null : wallClock(line.atMs + 40_000),
      company,
    },
  ];
}
