import { say } from '../../events/localized';
import type { TestEvent, TestMoment } from '../vendor';

/** A received message that is plainly a test, and that it was read. */
export function testEvents({ nowMs, name }: TestMoment): readonly TestEvent[] {
  const id = `teste-${nowMs}`;
  const phone = '5500000000000';
  const received = {
    type: 'ReceivedCallback',
    messageId: id,
    phone,
    fromMe: false,
    momment: nowMs,
    status: 'RECEIVED',
    senderName: name,
    text: { message: name },
  };
  const read = { type: 'MessageStatusCallback', status: 'READ', ids: [id], momment: nowMs, phone };
  return [
    {
      title: say('Mensagem recebida', 'Mensaje recibido', 'Message received'),
      webhook: 'receiveMessage',
      body: received,
    },
    {
      title: say('Status da mensagem', 'Estado del mensaje', 'Message status'),
      webhook: 'messageStatus',
      body: read,
    },
  ];
}
