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
      widthPx: 148,
    }),
    column('deletedAt', 'time', {
      title: say('Excluído em', 'Eliminado el', 'Deleted at'),
      note: say(
        'Quando a plataforma informou a exclusão.',
        'Cuándo la plataforma informó la eliminación.',
        'When the platform told of the deletion.',
      ),
    }),
    column('extras', 'text', {
      personal: 'text',
      title: say('Outros dados', 'Otros datos', 'Other data'),
      note: say(
        'Campos que você escolheu na URL do Genérico.',
        'Campos que usted eligió en la URL de Genérico.',
        'Fields that you chose in the URL of Generic.',
      ),
    }),
    column('weniState', 'text', {
      personal: 'text',
      title: say('Weni situação', 'Weni situación', 'Weni status'),
      note: say(
        'O que houve no último envio à Weni.',
        'Qué pasó en el último envío a Weni.',
        'What became of the last sending to Weni.',
      ),
    }),
    column('weniAt', 'time', {
      title: say('Weni em', 'Weni el', 'Weni at'),
      note: say(
        'Quando foi enviado à Weni.',
        'Cuándo se envió a Weni.',
        'When it was sent to Weni.',
      ),
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
