import type { Conversation, Line } from '../conversations';
import type { Customer } from '../people';
import type { Post } from '../post';
import { minuteMs, seconds } from '../shop-time';

const iso = (atMs: number): string => new Date(atMs).toISOString();
const post = (atMs: number, webhook: string, body: object): Post => ({
  atMs,
  platform: 'weni',
  webhook,
  body,
});

/** A name of the room's kind that is the same in each of its webhooks. */
const roomId = ({ number }: Conversation): string =>
  `5f0c1a2e-0000-4000-8000-${String(number).padStart(12, '0')}`;

const describeContact = ({ id, name, phone }: Customer): object => ({
  external_id: `7a9d0000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  name,
  urn: `whatsapp:${phone}`,
});

/** `room.update` of Weni Chats: in the queue, with an agent, or ended. */
export function roomPost(conversation: Conversation, atMs: number): Post {
  const { agent, takenMs, closedMs, openedMs, team, label, customer } = conversation;
  const isTaken = agent !== null && takenMs !== null && takenMs <= atMs;
  const isEnded = closedMs <= atMs;
  const [first = '', ...rest] = agent?.name.split(' ') ?? [];
  return post(atMs, 'flow', {
    type: 'room.update',
    content: {
      uuid: roomId(conversation),
      user: isTaken ? { first_name: first, last_name: rest.join(' '), email: agent.email } : null,
      contact: describeContact(customer),
      urn: `whatsapp:${customer.phone}`,
      queue: { uuid: 'c4d5e6f7-8a9b-4c0d-1e2f-3a4b5c6d7e8f', name: team },
      tags: isTaken ? [label] : [],
      created_on: iso(openedMs),
      ended_at: isEnded ? iso(closedMs) : null,
      is_active: !isEnded,
    },
  });
}

/** `msg.create`: what an agent writes. */
export const agentMessagePost = (conversation: Conversation, line: Line): Post => {
  const [first = '', ...rest] = conversation.agent?.name.split(' ') ?? [];
  return post(line.atMs, 'flow', {
    type: 'msg.create',
    content: {
      uuid: `${roomId(conversation).slice(0, -12)}${String(conversation.number * 10 + conversation.lines.indexOf(line)).padStart(12, '0')}`,
      text: line.text,
      media: [],
      created_on: iso(line.atMs),
      room: roomId(conversation),
      user: { first_name: first, last_name: rest.join(' '), email: conversation.agent?.email },
      contact: describeContact(conversation.customer),
    },
  });
};

/** A message template that was sent to a customer, and how far it came. */
export interface Broadcast {
  readonly id: string;
  readonly customer: Customer;
  readonly sentMs: number;
  readonly progress: 'failed' | 'sent' | 'delivered' | 'read';
}

const steps = ['sent', 'delivered', 'read'] as const;
/** Meta's codes: https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
const undeliverable = { code: 131_026, title: 'Message undeliverable' };

function listStatuses({ id, customer, sentMs, progress }: Broadcast): object[] {
  const describe = (status: string, atMs: number, more: object = {}): object => ({
    id,
    recipient_id: customer.phone,
    status,
    timestamp: String(seconds(atMs)),
    type: 'message',
    ...more,
  });
  if (progress === 'failed') return [describe('failed', sentMs, { errors: [undeliverable] })];
  const reached = steps.slice(0, steps.indexOf(progress) + 1);
  return reached.map((status, index) => describe(status, sentMs + index * 2 * minuteMs));
}

/** The WhatsApp channel's statuses of many messages, in one body as Meta sends them. */
export const statusesPost = (atMs: number, broadcasts: readonly Broadcast[]): Post =>
  post(atMs, 'whatsapp', {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '8856996819413533',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '551190009000', phone_number_id: '12345' },
              contacts: broadcasts.map(({ customer: { name, phone } }) => ({
                profile: { name },
                wa_id: phone,
              })),
              statuses: broadcasts.flatMap(listStatuses),
            },
          },
        ],
      },
    ],
  });
