import { say } from '../events/localized';
import { column } from '../sheets/columns';
import type { TabDefinition } from '../sheets/definition';
import {
  accountColumn,
  contactColumn,
  emailColumn,
  ownConversationColumn,
  phoneColumn,
  vendorColumn,
} from './shared-columns';

/** One row per conversation with a contact. */
export const conversations: TabDefinition = {
  id: 'conversations',
  title: say('Conversas', 'Conversaciones', 'Conversations'),
  kind: 'register',
  entity: 'conversation',
  columns: [
    vendorColumn,
    accountColumn,
    column('conversation', 'text', {
      personal: 'id',
      title: say('Conversa', 'Conversación', 'Conversation'),
      note: say(
        'Identificador na plataforma.',
        'Identificador en la plataforma.',
        'Its id on the platform.',
      ),
    }),
    contactColumn,
    phoneColumn,
    emailColumn,
    column('channel', 'text', {
      title: say('Canal', 'Canal', 'Channel'),
      note: say('Canal da conversa.', 'Canal de la conversación.', 'Channel of the conversation.'),
    }),
    column('inbox', 'text', {
      title: say('Caixa de entrada', 'Bandeja de entrada', 'Inbox'),
      note: say('Caixa de entrada na plataforma.', 'Bandeja de entrada.', 'Inbox on the platform.'),
    }),
    column('agent', 'text', {
      title: say('Agente', 'Agente', 'Agent'),
      note: say('Quem atende agora.', 'Quién atiende ahora.', 'Who serves it now.'),
      widthPx: 180,
      personal: 'name',
    }),
    column('team', 'text', {
      title: say('Equipe', 'Equipo', 'Team'),
      note: say('Equipe ou departamento.', 'Equipo o departamento.', 'Team or department.'),
    }),
    column('status', 'text', {
      title: say('Status', 'Estado', 'Status'),
      note: say('Situação mais recente.', 'Estado más reciente.', 'Newest status.'),
    }),
    column('priority', 'text', {
      title: say('Prioridade', 'Prioridad', 'Priority'),
      note: say('Prioridade na plataforma.', 'Prioridad.', 'Priority on the platform.'),
    }),
    column('labels', 'text', {
      title: say('Etiquetas', 'Etiquetas', 'Labels'),
      note: say(
        'Etiquetas, separadas por vírgula.',
        'Etiquetas, separadas por coma.',
        'Labels, separated by commas.',
      ),
    }),
    column('openedAt', 'time', {
      title: say('Aberta em', 'Abierta el', 'Opened at'),
      note: say('Quando a conversa começou.', 'Cuándo empezó.', 'When it began.'),
    }),
    column('firstReplyAt', 'time', {
      title: say('Primeira resposta em', 'Primera respuesta el', 'First reply at'),
      note: say(
        'Primeira resposta de uma pessoa.',
        'Primera respuesta de una persona.',
        'First reply by a person.',
      ),
    }),
    column('closedAt', 'time', {
      title: say('Encerrada em', 'Cerrada el', 'Closed at'),
      note: say('Último encerramento.', 'Último cierre.', 'Latest close.'),
    }),
    column('lastActivityAt', 'time', {
      title: say('Última atividade', 'Última actividad', 'Last activity'),
      note: say(
        'Última atividade conhecida.',
        'Última actividad conocida.',
        'Latest activity known.',
      ),
    }),
    column('firstReplyIn', 'duration', {
      title: say('Tempo até 1ª resposta', 'Tiempo hasta 1ª respuesta', 'Time to first reply'),
      note: say(
        'Primeira resposta menos abertura.',
        'Primera respuesta menos apertura.',
        'First reply minus opening.',
      ),
    }),
    column('resolvedIn', 'duration', {
      title: say('Tempo até resolução', 'Tiempo hasta resolución', 'Time to resolution'),
      note: say('Encerramento menos abertura.', 'Cierre menos apertura.', 'Close minus opening.'),
    }),
    column('reopenings', 'number', {
      title: say('Reaberturas', 'Reaperturas', 'Reopenings'),
      note: say(
        'Quantas vezes voltou a abrir.',
        'Cuántas veces se reabrió.',
        'How often it was opened again.',
      ),
    }),
    column('rating', 'number', {
      title: say('Avaliação', 'Calificación', 'Rating'),
      note: say('Nota dada pelo cliente.', 'Nota del cliente.', "The customer's rating."),
    }),
    column('comment', 'text', {
      title: say('Comentário', 'Comentario', 'Comment'),
      note: say(
        'Comentário da avaliação.',
        'Comentario de la calificación.',
        'Comment of the rating.',
      ),
      widthPx: 220,
      personal: 'text',
    }),
  ],
  color: '#1a73e8',
};

/** One row per episode of service. */
export const attendances: TabDefinition = {
  id: 'attendances',
  title: say('Atendimentos', 'Atenciones', 'Attendances'),
  kind: 'register',
  entity: 'attendance',
  columns: [
    vendorColumn,
    accountColumn,
    column('attendance', 'text', {
      title: say('Atendimento', 'Atención', 'Attendance'),
      note: say(
        'Identificador na plataforma.',
        'Identificador en la plataforma.',
        'Its id on the platform.',
      ),
    }),
    ownConversationColumn,
    column('customer', 'text', {
      title: say('Cliente', 'Cliente', 'Customer'),
      note: say('Nome do cliente.', 'Nombre del cliente.', "The customer's name."),
      widthPx: 180,
      personal: 'name',
    }),
    column('phone', 'text', {
      title: say('Telefone', 'Teléfono', 'Phone'),
      note: say('Telefone do cliente.', 'Teléfono del cliente.', "The customer's phone."),
      personal: 'phone',
    }),
    column('department', 'text', {
      title: say('Departamento', 'Departamento', 'Department'),
      note: say('Departamento ou equipe.', 'Departamento o equipo.', 'Department or team.'),
    }),
    column('operator', 'text', {
      title: say('Operador', 'Operador', 'Operator'),
      note: say(
        'Quem atendia no fim (ou atende agora).',
        'Quién atendía al final (o atiende ahora).',
        'Who served at the end (or serves now).',
      ),
      widthPx: 180,
      personal: 'name',
    }),
    column('status', 'text', {
      title: say('Status', 'Estado', 'Status'),
      note: say(
        'Aguardando, em atendimento ou finalizado.',
        'En espera, en atención o finalizado.',
        'Waiting, active or finished.',
      ),
    }),
    column('requestedAt', 'time', {
      title: say('Solicitado em', 'Solicitado el', 'Requested at'),
      note: say(
        'Quando o cliente pediu.',
        'Cuándo lo pidió el cliente.',
        'When the customer asked.',
      ),
    }),
    column('startedAt', 'time', {
      title: say('Iniciado em', 'Iniciado el', 'Started at'),
      note: say('Quando começou.', 'Cuándo empezó.', 'When it began.'),
    }),
    column('finishedAt', 'time', {
      title: say('Finalizado em', 'Finalizado el', 'Finished at'),
      note: say('Quando terminou.', 'Cuándo terminó.', 'When it ended.'),
    }),
    column('wait', 'duration', {
      title: say('Espera', 'Espera', 'Wait'),
      note: say(
        'Início menos solicitação, nunca negativo.',
        'Inicio menos solicitud, nunca negativo.',
        'Start minus request, never negative.',
      ),
    }),
    column('duration', 'duration', {
      title: say('Duração', 'Duración', 'Duration'),
      note: say('Fim menos início.', 'Fin menos inicio.', 'End minus start.'),
    }),
    column('category', 'text', {
      title: say('Categoria', 'Categoría', 'Category'),
      note: say('Categoria ou tabulação.', 'Categoría o tipificación.', 'Category.'),
    }),
    column('operatorReport', 'text', {
      title: say('Relato do operador', 'Informe del operador', "Operator's report"),
      note: say(
        'Escrito por quem atendeu.',
        'Escrito por quien atendió.',
        'Written by the operator.',
      ),
      widthPx: 220,
      personal: 'text',
    }),
    column('customerRemark', 'text', {
      title: say('Observação do cliente', 'Observación del cliente', "Customer's remark"),
      note: say(
        'Escrita pelo cliente na avaliação.',
        'Escrita por el cliente.',
        'Written by the customer.',
      ),
      widthPx: 220,
      personal: 'text',
    }),
    column('messages', 'number', {
      title: say('Mensagens', 'Mensajes', 'Messages'),
      note: say('Quantas mensagens teve.', 'Cuántos mensajes tuvo.', 'How many messages it had.'),
    }),
  ],
  color: '#4285f4',
};

/** One row per message. */
export const messages: TabDefinition = {
  id: 'messages',
  title: say('Mensagens', 'Mensajes', 'Messages'),
  kind: 'register',
  entity: 'message',
  columns: [
    vendorColumn,
    accountColumn,
    column('message', 'text', {
      personal: 'id',
      title: say('Mensagem', 'Mensaje', 'Message'),
      note: say(
        'Identificador na plataforma.',
        'Identificador en la plataforma.',
        'Its id on the platform.',
      ),
    }),
    ownConversationColumn,
    column('direction', 'text', {
      title: say('Direção', 'Dirección', 'Direction'),
      note: say(
        'Recebida do contato ou enviada a ele.',
        'Recibido del contacto o enviado a él.',
        'From the contact or to them.',
      ),
      widthPx: 100,
    }),
    column('kind', 'text', {
      title: say('Tipo', 'Tipo', 'Kind'),
      note: say('Texto, imagem, áudio…', 'Texto, imagen, audio…', 'Text, image, audio…'),
      widthPx: 100,
    }),
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
    column('sender', 'text', {
      title: say('Remetente', 'Remitente', 'Sender'),
      note: say('Quem escreveu.', 'Quién escribió.', 'Who wrote it.'),
      widthPx: 160,
      personal: 'name',
    }),
    contactColumn,
    phoneColumn,
    column('channel', 'text', {
      title: say('Canal', 'Canal', 'Channel'),
      note: say('Canal da mensagem.', 'Canal del mensaje.', 'Channel of the message.'),
    }),
    column('sentAt', 'time', {
      title: say('Enviada em', 'Enviado el', 'Sent at'),
      note: say('Hora da mensagem.', 'Hora del mensaje.', 'Time of the message.'),
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
    column('status', 'text', {
      title: say('Status', 'Estado', 'Status'),
      note: say(
        'O passo mais avançado; uma falha vale até um passo mais novo; apagada é definitivo.',
        'El paso más avanzado; una falla vale hasta un paso más nuevo; eliminado es definitivo.',
        'The furthest step; a failure holds until a newer step; deleted is final.',
      ),
      widthPx: 100,
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
    column('isPrivate', 'flag', {
      title: say('Nota privada', 'Nota privada', 'Private note'),
      note: say(
        'Visível só para a equipe.',
        'Visible solo para el equipo.',
        'Seen by the team only.',
      ),
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
  ],
  color: '#7baaf7',
};
