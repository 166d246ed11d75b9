import { say, type Localized } from '../../events/localized';
import { eventKindOf, type EventKind } from './event-names';

const updated = say('Conversa atualizada', 'Conversación actualizada', 'Conversation updated');

const titles: Readonly<Record<EventKind, Localized>> = {
  conversation_created: say('Conversa criada', 'Conversación creada', 'Conversation created'),
  conversation_updated: updated,
  conversation_status_changed: say(
    'Status da conversa alterado',
    'Cambió el estado de la conversación',
    'Conversation changed status',
  ),
  conversation_opened: say('Conversa aberta', 'Conversación abierta', 'Conversation opened'),
  conversation_resolved: say(
    'Conversa resolvida',
    'Conversación resuelta',
    'Conversation resolved',
  ),
  automation_event: say(
    'Automação enviou webhook',
    'Una automatización envió el webhook',
    'An automation sent the webhook',
  ),
  macro_executed: say('Macro executada', 'Macro ejecutada', 'Macro run'),
  message_created: say('Mensagem criada', 'Mensaje creado', 'Message created'),
  message_updated: say('Mensagem atualizada', 'Mensaje actualizado', 'Message updated'),
  contact_created: say('Contato criado', 'Contacto creado', 'Contact created'),
  contact_updated: say('Contato atualizado', 'Contacto actualizado', 'Contact updated'),
  webwidget_triggered: say(
    'Visitante abriu o chat do site',
    'Un visitante abrió el chat del sitio',
    'Visitor opened the chat on the site',
  ),
  inbox_created: say('Caixa de entrada criada', 'Bandeja de entrada creada', 'Inbox created'),
  inbox_updated: say('Caixa de entrada alterada', 'Bandeja de entrada cambiada', 'Inbox changed'),
  conversation_typing_on: say('Digitando', 'Escribiendo', 'Typing'),
  conversation_typing_off: say('Parou de digitar', 'Dejó de escribir', 'Stopped typing'),
};

/** What Nexloo's users call an event, whichever way it is spelt. */
export function nameEvent(event: string): Localized | undefined {
  const kind = eventKindOf(event);
  return kind === undefined ? undefined : titles[kind];
}
