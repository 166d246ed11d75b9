import type { TestEvent, TestMoment } from '../vendor';

/** An incoming message of a conversation that is plainly a test. */
export function testEvent({ nowMs, name }: TestMoment): TestEvent {
  const sender = { id: 'teste-plantao', name };
  const conversation = {
    id: 'teste-plantao',
    status: 'open',
    meta: { sender },
    updated_at: nowMs / 1000,
  };
  const body = {
    event: 'message_created',
    id: `teste-${nowMs}`,
    message_type: 'incoming',
    content: name,
    created_at: new Date(nowMs).toISOString(),
    sender,
    conversation,
  };
  return { webhook: 'main', body };
}
