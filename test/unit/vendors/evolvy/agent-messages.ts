import type { FieldsOf } from '../../../../src/events/fields';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { factOf, factsOf } from '../../../support/decoding';

/** When Bruno's message was sent. */
export const sentAt = '2026-09-10T13:00:00.000Z';

/** An agent, as the sender of a message. */
export const sender = { id: 9, name: 'Bruno Lima', email: 'bruno.lima@example.com', type: 'user' };

/** A body about a message of Bruno's. */
export const base = {
  event: 'message_updated',
  id: 50,
  content: 'Olá',
  content_type: 'text',
  message_type: 'outgoing',
  created_at: sentAt,
  private: false,
  sender,
};

/** João's conversation with its newest message. */
export const conversation = (newest: object, more: object = {}): object => ({
  id: 7,
  meta: { sender: { id: 4, name: 'João Alves', phone_number: '+5511999990000' } },
  messages: [newest],
  ...more,
});

/** What is said of Bruno's message when its body says more, or something else. */
export const messageOf = (more: object): FieldsOf<'message'> =>
  factOf(factsOf(evolvy, { ...base, ...more }), 'message').fields;
