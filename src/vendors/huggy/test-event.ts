import { say } from '../../events/localized';
import type { TestEvent, TestMoment } from '../vendor';

/** A change of status of an agent, a message and a closed chat, all of them plainly tests. */
export function testEvents({ nowMs, token, name }: TestMoment): readonly TestEvent[] {
  const body = (messages: object): object => {
    const plain = { time: Math.floor(nowMs / 1000), messages };
    return token === null ? plain : { ...plain, token };
  };
  const id = 'teste-plantao';
  const agent = { id, name, isOnline: true, isAvailable: true, origin: 'test' };
  const customer = { id, name };
  const chat = { id, channel: 'test', situation: 'in_chat', customer };
  const message = { id: `teste-${nowMs}`, body: name, sender: customer, customer, chat };
  return [
    {
      title: say('Agente alterou status', 'Agente cambió de estado', 'Agent changed status'),
      webhook: 'main',
      body: body({ agentChangedStatus: [agent] }),
    },
    {
      title: say('Mensagem recebida', 'Mensaje recibido', 'Message received'),
      webhook: 'main',
      body: body({ receivedAllMessage: [message] }),
    },
    {
      title: say('Atendimento encerrado', 'Atención cerrada', 'Chat closed'),
      webhook: 'main',
      body: body({ closedChat: [{ ...chat, situation: 'finishing', closed: 1 }] }),
    },
  ];
}
