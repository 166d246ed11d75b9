import { say, type Localized } from '../../events/localized';

const changed = say('Mensagem atualizada', 'Mensaje actualizado', 'Message updated');
const contact = say('Contato', 'Contacto', 'Contact');

/** Of the Evolution API; what other systems call theirs is their own word. */
const titles: Readonly<Record<string, Localized>> = {
  'messages.upsert': say('Mensagem', 'Mensaje', 'Message'),
  'messages.set': say('Mensagem', 'Mensaje', 'Message'),
  'send.message': say('Mensagem enviada', 'Mensaje enviado', 'Message sent'),
  'messages.update': changed,
  'send.message.update': changed,
  'messages.edited': say('Mensagem editada', 'Mensaje editado', 'Message edited'),
  'messages.delete': say('Mensagem excluída', 'Mensaje eliminado', 'Message deleted'),
  'connection.update': say('Conexão do WhatsApp', 'Conexión de WhatsApp', 'Connection of WhatsApp'),
  'contacts.upsert': contact,
  'contacts.update': contact,
};

/** A map, so that an event called `constructor` is simply unknown. */
const titleOf = new Map(Object.entries(titles));

/** What an event of the Evolution API is about. */
export const nameEvent = (event: string): Localized | undefined => titleOf.get(event);
