import { say } from '../../events/localized';
import type { TestEvent, TestMoment } from '../vendor';

/** An incoming message and the end of a conversation that is plainly a test. */
export function testEvents({ nowMs, name }: TestMoment): readonly TestEvent[] {
  const sender = { id: 'teste-plantao', name };
  const conversation = {
    id: 'teste-plantao',
    status: 'open',
    meta: { sender },
    updated_at: nowMs / 1000,
  };
  const message = {
    event: 'message_created',
    id: `teste-${nowMs}`,
    message_type: 'incoming',
    content: name,
    created_at: new Date(nowMs).toISOString(),
    sender,
    conversation,
  };
  const resolved = { ...conversation, event: 'conversation_status_changed', status: 'resolved' };
  return [
    {
      title: say('Mensagem recebida', 'Mensaje recibido', 'Message received'),
      webhook: 'main',
      body: message,
    },
    {
      title: say('Conversa resolvida', 'Conversación resuelta', 'Conversation resolved'),
      webhook: 'main',
      body: resolved,
    },
  ];
}
