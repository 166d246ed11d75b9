import { say } from '../../events/localized';
import { column } from '../../sheets/columns';
import type { TabDefinition } from '../../sheets/definition';
import { accountColumn, emailColumn, phoneColumn, vendorColumn } from '../shared/columns';

/** One row per contact. */
export const contacts: TabDefinition = {
  id: 'contacts',
  title: say('Contatos', 'Contactos', 'Contacts'),
  kind: 'register',
  entity: 'contact',
  columns: [
    column('name', 'text', {
      title: say('Nome', 'Nombre', 'Name'),
      note: say('Nome do contato.', 'Nombre del contacto.', "The contact's name."),
      widthPx: 180,
      personal: 'name',
    }),
    phoneColumn,
    emailColumn,
    column('channel', 'text', {
      title: say('Canal', 'Canal', 'Channel'),
      note: say('Canal por onde chegou.', 'Canal por donde llegó.', 'Channel they came by.'),
    }),
    column('createdAt', 'time', {
      title: say('Criado em', 'Creado el', 'Created at'),
      note: say('Quando foi criado.', 'Cuándo se creó.', 'When it was created.'),
    }),
    column('updatedAt', 'time', {
      title: say('Atualizado em', 'Actualizado el', 'Updated at'),
      note: say(
        'Última atualização conhecida.',
        'Última actualización conocida.',
        'Latest update known.',
      ),
    }),
    column('leftAt', 'time', {
      title: say('Saiu em', 'Salió el', 'Left at'),
      note: say('Quando pediu para sair.', 'Cuándo pidió salir.', 'When they opted out.'),
    }),
    column('leaveReason', 'text', {
      personal: 'text',
      title: say('Motivo da saída', 'Motivo de la salida', 'Reason for leaving'),
      note: say('Como a plataforma informa.', 'Según la plataforma.', 'As the platform says.'),
    }),
    column('weniUuid', 'text', {
      personal: 'id',
      title: say('Weni UUID', 'Weni UUID', 'Weni UUID'),
      note: say('Identificador na Weni.', 'Identificador en Weni.', 'Their id at Weni.'),
    }),
    vendorColumn,
    accountColumn,
    column('contact', 'text', {
      personal: 'id',
      title: say('Contato', 'Contacto', 'Contact'),
      note: say(
        'Identificador: da plataforma, senão telefone, senão e-mail.',
        'Identificador: de la plataforma, o teléfono, o correo.',
        "Its id: the platform's, else phone, else e-mail.",
      ),
    }),
  ],
  color: '#f6bf26',
};
