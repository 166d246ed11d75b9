import { say, type Localized } from '../../events/localized';

const titles: Readonly<Record<string, Localized>> = {
  messages: say('Mensagem recebida', 'Mensaje recibido', 'Message received'),
  statuses: say(
    'Mensagem enviada, entregue ou lida',
    'Mensaje enviado, entregado o leído',
    'Message sent, delivered or read',
  ),
  message_echoes: say(
    'Mensagem escrita no celular da empresa',
    'Mensaje escrito en el celular de la empresa',
    "Message written on the company's phone",
  ),
  user_preferences: say(
    'Contato parou ou voltou a receber ofertas',
    'El contacto dejó o volvió a recibir ofertas',
    'Contact stopped or went back to receiving offers',
  ),
  calls: say('Ligação', 'Llamada', 'Call'),
  message_template_status_update: say(
    'Modelo mudou de situação',
    'La plantilla cambió de estado',
    'Template changed status',
  ),
  call_webhook: say('Passagem por um fluxo', 'Paso por un flujo', 'Passage through a flow'),
  call_resthook: say('Passagem por um fluxo', 'Paso por un flujo', 'Passage through a flow'),
  'ticket.open': say('Ticket aberto', 'Ticket abierto', 'Ticket opened'),
  'ticket.close': say('Ticket encerrado', 'Ticket cerrado', 'Ticket closed'),
  'ticket.reopen': say('Ticket reaberto', 'Ticket reabierto', 'Ticket reopened'),
  'ticket.message': say('Mensagem do ticket', 'Mensaje del ticket', 'Message of a ticket'),
  'ticket.history': say('Histórico do ticket', 'Historial del ticket', 'History of a ticket'),
  'msg.create': say('Mensagem do Weni Chats', 'Mensaje de Weni Chats', 'Message of Weni Chats'),
  'room.update': say(
    'Sala do Weni Chats mudou',
    'Cambió la sala de Weni Chats',
    'Room of Weni Chats changed',
  ),
};

/** A map, so that an event called `constructor` is simply unknown. */
const titleOf = new Map(Object.entries(titles));

/** What Weni's bodies tell; they name no event themselves. */
export const nameEvent = (event: string): Localized | undefined => titleOf.get(event);
