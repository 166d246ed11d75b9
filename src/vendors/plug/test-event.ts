import type { TestEvent, TestMoment } from '../vendor';

/** A received message that is plainly a test. */
export function testEvent({ nowMs, name }: TestMoment): TestEvent {
  const body = {
    type: 'ReceivedCallback',
    messageId: `teste-${nowMs}`,
    phone: '5500000000000',
    fromMe: false,
    momment: nowMs,
    status: 'RECEIVED',
    senderName: name,
    text: { message: name },
  };
  return { webhook: 'receiveMessage', body };
}
