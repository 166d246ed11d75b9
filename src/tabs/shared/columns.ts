import { say } from '../../events/localized';
import { column } from '../../sheets/columns';

/** The platform's name. */
export const vendorColumn = column('vendor', 'text', {
  title: say('Plataforma', 'Plataforma', 'Platform'),
  note: say('De onde o evento veio.', 'De dónde vino el evento.', 'Where the event came from.'),
  widthPx: 110,
});

/** The connection's label. */
export const accountColumn = column('account', 'text', {
  title: say('Conta', 'Cuenta', 'Account'),
  note: say(
    'Nome que você deu à conexão.',
    'Nombre que le dio a la conexión.',
    'The label you gave the connection.',
  ),
});

/** The contact's phone. */
export const phoneColumn = column('phone', 'text', {
  title: say('Telefone', 'Teléfono', 'Phone'),
  note: say('Telefone do contato.', 'Teléfono del contacto.', "The contact's phone."),
  personal: 'phone',
});

/** The contact's e-mail. */
export const emailColumn = column('email', 'text', {
  title: say('E-mail', 'Correo', 'E-mail'),
  note: say('E-mail do contato.', 'Correo del contacto.', "The contact's e-mail."),
  widthPx: 200,
  personal: 'email',
});

/** The contact's name. */
export const contactColumn = column('contact', 'text', {
  title: say('Contato', 'Contacto', 'Contact'),
  note: say('Nome do contato.', 'Nombre del contacto.', "The contact's name."),
  widthPx: 180,
  personal: 'name',
});

/** The conversation that an attendance or a message belongs to. */
export const ownConversationColumn = column('conversation', 'text', {
  personal: 'id',
  title: say('Conversa', 'Conversación', 'Conversation'),
  note: say(
    'Conversa a que pertence.',
    'Conversación a la que pertenece.',
    'The conversation it belongs to.',
  ),
});
