import { say } from '../../events/localized';
import { column } from '../../sheets/columns';
import type { TabDefinition } from '../../sheets/definition';
import {
  accountColumn,
  contactColumn,
  emailColumn,
  phoneColumn,
  vendorColumn,
} from '../shared/columns';
import { statusLabels } from './labels';

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
  looks: [
    { column: 'status', word: statusLabels.open, look: 'amber' },
    { column: 'status', word: statusLabels.resolved, look: 'green' },
    { column: 'status', word: statusLabels.closed, look: 'green' },
  ],
};
