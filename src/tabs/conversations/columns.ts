import { say, type Localized } from '../../events/localized';
import { column } from '../../sheets/columns';
import { call, formula, holdsOneOf, text } from '../../sheets/formula';
import { inDays } from '../shared/limits';
import type { TabDefinition } from '../../sheets/definition';
import {
  accountColumn,
  contactColumn,
  emailColumn,
  phoneColumn,
  vendorColumn,
} from '../shared/columns';
import { priorityLabels, statusLabels } from './labels';

const isOneOf = (cell: string, ...labels: readonly Localized[]): string =>
  holdsOneOf(cell, [...new Set(labels.flatMap((label) => Object.values(label)))]);

/** Open, and nobody has put it off; who waits as Painel counts it is served by nobody, and nobody has answered. */
const waits = [`{agent}=${text('')}`, `{firstReplyAt}=${text('')}`];

function whileOpen(...conditions: readonly string[]): string {
  const words = [statusLabels.open, statusLabels.queue].flatMap((label) => Object.values(label));
  const isOpen = call('OR', ...[...new Set(words)].map((word) => `{status}=${text(word)}`));
  return formula(call('AND', isOpen, ...conditions));
}

const overLimit = `{elapsed}>${inDays('waitMinutes')}`;

const shortTime = 'dd/MM HH:mm';

/** One row per conversation with a contact. */
export const conversations: TabDefinition = {
  id: 'conversations',
  title: say('Conversas', 'Conversaciones', 'Conversations'),
  kind: 'register',
  entity: 'conversation',
  columns: [
    column('status', 'text', {
      widthPx: 96,
      title: say('Status', 'Estado', 'Status'),
      note: say('Situação mais recente.', 'Estado más reciente.', 'Newest status.'),
    }),
    { ...contactColumn, widthPx: 168 },
    column('agent', 'text', {
      title: say('Agente', 'Agente', 'Agent'),
      note: say('Quem atende agora.', 'Quién atiende ahora.', 'Who serves it now.'),
      widthPx: 150,
      personal: 'name',
    }),
    column('openedAt', 'time', {
      format: shortTime,
      widthPx: 96,
      title: say('Aberta em', 'Abierta el', 'Opened at'),
      note: say('Quando a conversa começou.', 'Cuándo empezó.', 'When it began.'),
    }),
    column('elapsed', 'formula', {
      formula: formula(
        call(
          'IF',
          call('OR', `{status}=${text('')}`, `{openedAt}=${text('')}`, `{closedAt}<>${text('')}`),
          text(''),
          '{now}-{openedAt}',
        ),
      ),
      title: say('Há', 'Hace', 'For'),
      note: say(
        'Há quanto tempo está aberta; avança a cada minuto, em branco quando encerrada.',
        'Hace cuánto está abierta; avanza cada minuto, en blanco cuando está cerrada.',
        'For how long it has been open; ticks every minute, blank once it is closed.',
      ),
      format: '[h]:mm',
      widthPx: 60,
    }),
    column('firstReplyIn', 'duration', {
      widthPx: { pt: 112, es: 130, en: 112 },
      title: say('Tempo até 1ª resposta', 'Tiempo hasta 1ª respuesta', 'Time to first reply'),
      note: say(
        'Primeira resposta menos abertura; depois de um robô, menos a entrega a uma pessoa.',
        'Primera respuesta menos apertura; después de un bot, menos la entrega a una persona.',
        'First reply minus opening; after a bot, minus the handing over to a person.',
      ),
    }),
    column('resolvedIn', 'duration', {
      widthPx: { pt: 96, es: 114, en: 96 },
      title: say('Tempo até resolução', 'Tiempo hasta resolución', 'Time to resolution'),
      note: say('Encerramento menos abertura.', 'Cierre menos apertura.', 'Close minus opening.'),
    }),
    column('team', 'text', {
      widthPx: 88,
      title: say('Equipe', 'Equipo', 'Team'),
      note: say('Equipe ou departamento.', 'Equipo o departamento.', 'Team or department.'),
    }),
    column('channel', 'text', {
      widthPx: 88,
      title: say('Canal', 'Canal', 'Channel'),
      note: say('Canal da conversa.', 'Canal de la conversación.', 'Channel of the conversation.'),
    }),
    column('labels', 'text', {
      widthPx: { pt: 164, es: 132, en: 164 },
      title: say('Etiquetas', 'Etiquetas', 'Labels'),
      note: say(
        'Etiquetas, separadas por vírgula.',
        'Etiquetas, separadas por coma.',
        'Labels, separated by commas.',
      ),
    }),
    column('priority', 'text', {
      widthPx: 94,
      title: say('Prioridade', 'Prioridad', 'Priority'),
      note: say('Prioridade na plataforma.', 'Prioridad.', 'Priority on the platform.'),
    }),
    column('firstReplyAt', 'time', {
      format: shortTime,
      widthPx: 118,
      title: say('Primeira resposta em', 'Primera respuesta el', 'First reply at'),
      note: say(
        'Primeira resposta de uma pessoa.',
        'Primera respuesta de una persona.',
        'First reply by a person.',
      ),
    }),
    column('closedAt', 'time', {
      format: shortTime,
      widthPx: 117,
      title: say('Encerrada em', 'Cerrada el', 'Closed at'),
      note: say('Último encerramento.', 'Último cierre.', 'Latest close.'),
    }),
    column('lastActivityAt', 'time', {
      format: shortTime,
      widthPx: 106,
      title: say('Última atividade', 'Última actividad', 'Last activity'),
      note: say(
        'Última atividade conhecida.',
        'Última actividad conocida.',
        'Latest activity known.',
      ),
    }),
    column('reopenings', 'number', {
      widthPx: 110,
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
      widthPx: 106,
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
    phoneColumn,
    emailColumn,
    column('inbox', 'text', {
      title: say('Caixa de entrada', 'Bandeja de entrada', 'Inbox'),
      note: say('Caixa de entrada na plataforma.', 'Bandeja de entrada.', 'Inbox on the platform.'),
      widthPx: 151,
    }),
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
  ],
  color: '#1a73e8',
  // Colour means waiting: open, and no person has answered yet.
  rowLooks: [
    // Of two rules for a cell's colour the first holds: a late reply stays red when it is over.
    {
      columns: ['firstReplyIn'],
      when: formula(
        call(
          'AND',
          call('ISNUMBER', '{firstReplyIn}'),
          `{firstReplyIn}>${inDays('firstReplyMinutes')}`,
        ),
      ),
      look: 'late',
    },
    {
      columns: 'all',
      when: isOneOf('{status}', statusLabels.resolved, statusLabels.closed),
      look: 'past',
    },
    {
      columns: ['status', 'elapsed'],
      when: whileOpen(...waits, overLimit),
      look: 'red',
    },
    { columns: ['status', 'elapsed'], when: whileOpen(...waits), look: 'amber' },
    { columns: ['priority'], when: isOneOf('{priority}', priorityLabels.urgent), look: 'strong' },
  ],
  formerLooks: [whileOpen(`{firstReplyAt}=${text('')}`, overLimit)],
  looks: [
    { column: 'status', word: statusLabels.snoozed, look: 'grey' },
    { column: 'status', word: statusLabels.pending, look: 'grey' },
  ],
};
