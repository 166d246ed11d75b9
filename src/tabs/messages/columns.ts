import { say } from '../../events/localized';
import { column } from '../../sheets/columns';
import type { TabDefinition } from '../../sheets/definition';
import {
  accountColumn,
  contactColumn,
  ownConversationColumn,
  phoneColumn,
  vendorColumn,
} from '../shared/columns';
import { statusLabels } from './labels';

/** One row per message. */
export const messages: TabDefinition = {
  id: 'messages',
  title: say('Mensagens', 'Mensajes', 'Messages'),
  kind: 'register',
  entity: 'message',
  columns: [
    column('sentAt', 'time', {
      title: say('Enviada em', 'Enviado el', 'Sent at'),
      note: say('Hora da mensagem.', 'Hora del mensaje.', 'Time of the message.'),
    }),
    column('direction', 'text', {
      title: say('Direção', 'Dirección', 'Direction'),
      note: say(
        'Recebida do contato ou enviada a ele.',
        'Recibido del contacto o enviado a él.',
        'From the contact or to them.',
      ),
      widthPx: 100,
    }),
    contactColumn,
    column('text', 'text', {
      title: say('Texto', 'Texto', 'Text'),
      note: say(
        'Texto da mensagem; acima de 50.000 caracteres termina em …[+N].',
        'Texto del mensaje; más de 50.000 caracteres termina en …[+N].',
        'The text; beyond 50,000 characters it ends in …[+N].',
      ),
      widthPx: 320,
      personal: 'text',
    }),
    column('kind', 'text', {
      title: say('Tipo', 'Tipo', 'Kind'),
      note: say('Texto, imagem, áudio…', 'Texto, imagen, audio…', 'Text, image, audio…'),
      widthPx: 100,
    }),
    column('sender', 'text', {
      title: say('Remetente', 'Remitente', 'Sender'),
      note: say('Quem escreveu.', 'Quién escribió.', 'Who wrote it.'),
      widthPx: 160,
      personal: 'name',
    }),
    column('status', 'text', {
      title: say('Status', 'Estado', 'Status'),
      note: say(
        'O passo mais avançado; uma falha vale até um passo mais novo; apagada é definitivo.',
        'El paso más avanzado; una falla vale hasta un paso más nuevo; eliminado es definitivo.',
        'The furthest step; a failure holds until a newer step; deleted is final.',
      ),
      widthPx: 100,
    }),
    column('deliveredAt', 'time', {
      title: say('Entregue em', 'Entregado el', 'Delivered at'),
      note: say(
        'Primeira confirmação de entrega.',
        'Primera confirmación de entrega.',
        'First delivery receipt.',
      ),
    }),
    column('readAt', 'time', {
      title: say('Lida em', 'Leído el', 'Read at'),
      note: say(
        'Primeira confirmação de leitura.',
        'Primera confirmación de lectura.',
        'First read receipt.',
      ),
    }),
    column('answeredAt', 'time', {
      title: say('Respondida em', 'Respondido el', 'Answered at'),
      note: say(
        'Primeira resposta do contato.',
        'Primera respuesta del contacto.',
        'First answer of the contact.',
      ),
    }),
    column('error', 'text', {
      title: say('Erro', 'Error', 'Error'),
      note: say(
        'Por que falhou; em branco quando a mensagem seguiu adiante.',
        'Por qué falló; en blanco cuando el mensaje siguió adelante.',
        'Why it failed; blank once the message got on.',
      ),
      widthPx: 180,
    }),
    column('channel', 'text', {
      title: say('Canal', 'Canal', 'Channel'),
      note: say('Canal da mensagem.', 'Canal del mensaje.', 'Channel of the message.'),
    }),
    phoneColumn,
    column('isPrivate', 'flag', {
      title: say('Nota privada', 'Nota privada', 'Private note'),
      note: say(
        'Visível só para a equipe.',
        'Visible solo para el equipo.',
        'Seen by the team only.',
      ),
      widthPx: 109,
    }),
    column('attachment', 'text', {
      title: say('Anexo', 'Adjunto', 'Attachment'),
      note: say(
        'Endereço do anexo na plataforma.',
        'Dirección del adjunto.',
        'Address of the attachment.',
      ),
      widthPx: 220,
      personal: 'text',
    }),
    vendorColumn,
    accountColumn,
    ownConversationColumn,
    column('message', 'text', {
      personal: 'id',
      title: say('Mensagem', 'Mensaje', 'Message'),
      note: say(
        'Identificador na plataforma.',
        'Identificador en la plataforma.',
        'Its id on the platform.',
      ),
    }),
  ],
  color: '#7baaf7',
  looks: [{ column: 'status', word: statusLabels.failed, look: 'red' }],
};
