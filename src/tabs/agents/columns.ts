import { say } from '../../events/localized';
import { column } from '../../sheets/columns';
import type { RowLook, TabDefinition, WordLook } from '../../sheets/definition';
import { call, formula, text } from '../../sheets/formula';
import { accountColumn, vendorColumn } from '../shared/columns';
import { situationLabels } from './labels';

const agentName = column('agent', 'text', {
  title: say('Agente', 'Agente', 'Agent'),
  note: say(
    'Nome do agente na plataforma.',
    'Nombre del agente en la plataforma.',
    "The agent's name on the platform.",
  ),
  widthPx: 180,
  personal: 'name',
});

const situation = column('situation', 'text', {
  title: say('Situação', 'Situación', 'Status'),
  note: say(
    'Disponível: online e recebendo. Em pausa: online sem receber. Offline: desconectado.',
    'Disponible: en línea y recibiendo. En pausa: en línea sin recibir. Desconectado: fuera de línea.',
    'Available: online and receiving. Paused: online, not receiving. Offline: not connected.',
  ),
  widthPx: 120,
});

const online = column('online', 'flag', {
  title: say('Online', 'En línea', 'Online'),
  note: say(
    'Conectado à plataforma (isOnline).',
    'Conectado a la plataforma (isOnline).',
    'Connected to the platform (isOnline).',
  ),
});

const available = column('available', 'flag', {
  title: say('Disponível', 'Disponible', 'Available'),
  note: say(
    'Recebe novos atendimentos (isAvailable).',
    'Recibe nuevas atenciones (isAvailable).',
    'Receives new conversations (isAvailable).',
  ),
  widthPx: 110,
});

const email = column('email', 'text', {
  title: say('E-mail', 'Correo', 'E-mail'),
  note: say('E-mail do agente.', 'Correo del agente.', "The agent's e-mail."),
  widthPx: 200,
  personal: 'email',
});

const origin = column('origin', 'text', {
  title: say('Origem', 'Origen', 'Origin'),
  note: say(
    'O que causou a mudança, como a plataforma informa.',
    'Qué causó el cambio, según la plataforma.',
    'What made the change, as the platform says.',
  ),
});

const since = column('since', 'time', {
  title: say('Desde', 'Desde', 'Since'),
  note: say(
    'Quando a situação atual começou.',
    'Cuándo empezó la situación actual.',
    'When the current status began.',
  ),
});

const elapsed = column('elapsed', 'formula', {
  formula: formula(call('IF', `{since}=${text('')}`, text(''), '{now}-{since}')),
  title: say('Há', 'Hace', 'For'),
  note: say(
    'Tempo na situação atual; avança a cada minuto.',
    'Tiempo en la situación actual; avanza cada minuto.',
    'Time in the current status; ticks every minute.',
  ),
});

const serving = column('serving', 'number', {
  title: say('Em atendimento', 'En atención', 'Serving'),
  note: say(
    'Conversas abertas com este agente agora, onde a plataforma informa quem atende; atualizado a cada minuto.',
    'Conversaciones abiertas con este agente ahora, donde la plataforma informa quién atiende; se actualiza cada minuto.',
    'Open conversations of this agent now, where the platform tells who serves; brought up to date every minute.',
  ),
  widthPx: 132,
});

const happenedAt = column('at', 'time', {
  title: say('Data e hora', 'Fecha y hora', 'Date and time'),
  note: say(
    'Hora do evento na plataforma, no fuso da equipe (Plantão > Ajustes).',
    'Hora del evento en la plataforma, en la zona del equipo (Plantão > Ajustes).',
    "Time of the event on the platform, in the team's zone (Plantão > Settings).",
  ),
});

const agentId = column('agentId', 'text', {
  title: say('ID do agente', 'ID del agente', 'Agent ID'),
  note: say(
    'Identificador do agente na plataforma.',
    'Identificador del agente.',
    "The agent's id on the platform.",
  ),
});

const statusCode = column('statusCode', 'text', {
  title: say('Código do status', 'Código del estado', 'Status code'),
  note: say(
    'Código da situação, como a plataforma envia.',
    'Código del estado, como lo envía la plataforma.',
    'The status code as sent.',
  ),
  widthPx: 144,
});

const is = (flag: string): string => call('AND', call('ISLOGICAL', flag), flag);
const isNot = (flag: string): string => call('AND', call('ISLOGICAL', flag), call('NOT', flag));

/** A pause may have the user's own name: whether somebody is there is told by the flags. */
const situationRows: readonly RowLook[] = [
  { columns: ['situation'], when: formula(isNot('{online}')), look: 'grey' },
  {
    columns: ['situation'],
    when: formula(call('AND', is('{online}'), is('{available}'))),
    look: 'green',
  },
  {
    columns: ['situation'],
    when: formula(call('AND', is('{online}'), isNot('{available}'))),
    look: 'amber',
  },
];

/** The same by the words, where somebody has deleted the flags. */
const situationLooks: readonly WordLook[] = [
  { column: 'situation', word: situationLabels.available, look: 'green' },
  { column: 'situation', word: situationLabels.paused, look: 'amber' },
  { column: 'situation', word: situationLabels.offline, look: 'grey' },
];

/** The board: one row per agent, who is available now and since when. */
export const agentsNow: TabDefinition = {
  id: 'agentsNow',
  title: say('Agora', 'Ahora', 'Now'),
  kind: 'register',
  entity: 'agentStatus',
  columns: [
    agentName,
    situation,
    elapsed,
    since,
    serving,
    vendorColumn,
    accountColumn,
    origin,
    email,
    online,
    available,
  ],
  color: '#0b8043',
  rowLooks: situationRows,
  looks: situationLooks,
};

/** The history of every change; its first four columns are Huggy's documented example. */
export const agentStatus: TabDefinition = {
  id: 'agentStatus',
  title: say('Status dos agentes', 'Estado de los agentes', 'Agent status'),
  kind: 'log',
  entity: 'agentStatus',
  columns: [
    agentName,
    online,
    available,
    happenedAt,
    situation,
    vendorColumn,
    accountColumn,
    agentId,
    email,
    origin,
    statusCode,
  ],
  color: '#33b679',
  rowLooks: situationRows,
  looks: situationLooks,
};
