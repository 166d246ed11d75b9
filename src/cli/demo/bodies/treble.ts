import type { Conversation } from '../conversations';
import type { Post } from '../post';
import { utcClock } from '../shop-time';
import { templates } from '../words';

/** `conversation_closed`: the end of a flow with all its messages, newest first. Fields: docs/plataformas/treble.md. */
export function closedPost(conversation: Conversation): Post {
  const { number, customer, lines, closedMs } = conversation;
  const messages = lines.map(({ atMs, isFromCustomer, text }) => ({
    sender: isFromCustomer ? 'user' : 'company',
    type: 'text',
    text: { message: text },
    created_at: utcClock(atMs),
    delivered_at: utcClock(atMs + 1_000),
    read_at: utcClock(atMs + 20_000),
  }));
  return {
    atMs: closedMs,
    platform: 'treble',
    webhook: 'conversation_closed',
    body: {
      session: { external_id: `treble-${number}`, closed_at: utcClock(closedMs) },
      user: { country_code: '+55', cellphone: customer.phone.slice(2) },
      company: { id: 1, cellphone: '551190009001' },
      messages: messages.toReversed(),
      user_session_keys: [{ key: 'name', value: customer.name, type: null }],
      hsm: { name: templates[number % templates.length], text: '', answers: [] },
    },
  };
}

/** `OPTOUT`: the customer wants no more messages. */
export function optOutPost({ number, customer, closedMs }: Conversation): Post {
  return {
    atMs: closedMs,
    platform: 'treble',
    webhook: 'opt_out',
    body: {
      country_code: '+55',
      cellphone: customer.phone.slice(2),
      session_id: `treble-${number}`,
      conversation_id: number,
      question: { type: 'closed', text: 'Quer receber novidades?' },
      sent_at: utcClock(closedMs),
      sent_text: 'Quer receber novidades?',
      classified_answer: { text: 'Não, obrigado' },
      reason: 'OPTOUT',
      user_session_keys: [{ key: 'name', value: customer.name, type: null }],
    },
  };
}

/** `hsm.status`: Meta has judged a message template. */
export const templatePost = (atMs: number, name: string, status: string): Post => ({
  atMs,
  platform: 'treble',
  webhook: 'webhook_center',
  body: {
    event_id: `hsm-${name}-${Math.floor(atMs / 1000)}`,
    timestamp: new Date(atMs).toISOString(),
    event_type: 'hsm.status',
    status,
    name,
    affected_conversation_ids: [],
  },
});
