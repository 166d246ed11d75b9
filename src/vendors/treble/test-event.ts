import type { TestEvent, TestMoment } from '../vendor';

/** The delivery of a message in a session that is plainly a test. */
export function testEvent({ nowMs, name }: TestMoment): TestEvent {
  const time = new Date(nowMs).toISOString().slice(0, 19).replace('T', ' ');
  const body = {
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
  return { webhook: 'message_delivered', body };
}
