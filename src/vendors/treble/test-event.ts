import { say } from '../../events/localized';
import type { TestEvent, TestMoment } from '../vendor';

/** The delivery of a message in a session that is plainly a test, and that it was read. */
export function testEvents({ nowMs, name }: TestMoment): readonly TestEvent[] {
  const time = new Date(nowMs).toISOString().slice(0, 19).replace('T', ' ');
  const message = {
    country_code: '+00',
    cellphone: '000000000',
    session_id: 'teste-plantao',
    conversation_id: 0,
    user_session_keys: [{ key: 'name', value: name, type: null }],
    question: { type: 'open', text: name },
    sent_at: time,
    sent_text: name,
    delivered_at: time,
  };
  return [
    {
      title: say('Mensagem entregue', 'Mensaje entregado', 'Message delivered'),
      webhook: 'message_delivered',
      body: message,
    },
    {
      title: say('Mensagem lida', 'Mensaje leído', 'Message read'),
      webhook: 'message_read',
      body: { ...message, read_at: time },
    },
  ];
}
