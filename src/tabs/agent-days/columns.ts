import { say } from '../../events/localized';
import { column } from '../../sheets/columns';
import type { TabDefinition } from '../../sheets/definition';
import { formula, holdsOneOf } from '../../sheets/formula';
import { accountColumn, vendorColumn } from '../shared/columns';
import { inDays } from '../shared/limits';
import { leavingLabels } from './labels';

const hours = '[h]:mm';

const holds = (word: { readonly pt: string; readonly es: string; readonly en: string }): string =>
  holdsOneOf('{lastOut}', [...new Set(Object.values(word))]);

/** One row per day and agent: when they came and went, for how long they were available. */
export const agentDays: TabDefinition = {
  id: 'agentDays',
  title: say('Jornada', 'Jornada', 'Agent days'),
  kind: 'register',
  entity: null,
  columns: [
    column('day', 'day', {
      title: say('Dia', 'Día', 'Day'),
      note: say(
        'Dia no fuso da equipe; um turno que passa da meia-noite conta em dois dias.',
        'Día en la zona del equipo; un turno que pasa de la medianoche cuenta en dos días.',
        "Day in the team's zone; a shift that goes on past midnight counts in two days.",
      ),
      widthPx: 86,
    }),
    column('agent', 'text', {
      title: say('Agente', 'Agente', 'Agent'),
      note: say(
        'Nome do agente na plataforma.',
        'Nombre del agente en la plataforma.',
        "The agent's name on the platform.",
      ),
      widthPx: 150,
      personal: 'name',
    }),
    column('firstIn', 'time', {
      title: say('Primeira entrada', 'Primera entrada', 'First in'),
      note: say(
        'Primeira vez online no dia.',
        'Primera vez en línea en el día.',
        'First time online that day.',
      ),
      format: 'HH:mm',
      widthPx: 84,
    }),
    column('lastOut', 'time', {
      title: say('Última saída', 'Última salida', 'Last out'),
      note: say(
        'Fim da última vez online. "online": continua. "sem saída": nada se ouviu por 24 horas, e a conta para ali.',
        'Fin de la última vez en línea. "en línea": continúa. "sin salida": nada se oyó en 24 horas, y la cuenta para ahí.',
        'End of the last time online. "online": goes on. "no exit": nothing was heard for 24 hours, and counting stops there.',
      ),
      format: 'HH:mm',
      widthPx: 84,
    }),
    column('online', 'duration', {
      title: say('Tempo online', 'Tiempo en línea', 'Time online'),
      note: say(
        'Disponível mais em pausa; avança a cada minuto enquanto está online.',
        'Disponible más en pausa; avanza cada minuto mientras está en línea.',
        'Available plus paused; ticks every minute while online.',
      ),
      format: hours,
      widthPx: { pt: 84, es: 96, en: 80 },
    }),
    column('available', 'duration', {
      title: say('Tempo disponível', 'Tiempo disponible', 'Time available'),
      note: say(
        'Online e recebendo atendimentos.',
        'En línea y recibiendo atenciones.',
        'Online and receiving conversations.',
      ),
      format: hours,
      widthPx: 96,
    }),
    column('paused', 'duration', {
      title: say('Tempo em pausa', 'Tiempo en pausa', 'Time paused'),
      note: say(
        'Online sem receber atendimentos.',
        'En línea sin recibir atenciones.',
        'Online without receiving conversations.',
      ),
      format: hours,
      widthPx: { pt: 98, es: 98, en: 84 },
    }),
    column('reasons', 'text', {
      title: say('Pausas por motivo', 'Pausas por motivo', 'Pauses by reason'),
      note: say(
        'Pausas já terminadas pelo nome que você deu ao status (Plantão > Ajustes), a mais longa primeiro.',
        'Pausas ya terminadas por el nombre que le dio al estado (Plantão > Ajustes), la más larga primero.',
        'Pauses that are over by the name you gave the status (Plantão > Settings), the longest first.',
      ),
      widthPx: { pt: 180, es: 152, en: 180 },
    }),
    column('pauses', 'number', {
      title: say('Pausas', 'Pausas', 'Pauses'),
      note: say('Quantas pausas no dia.', 'Cuántas pausas en el día.', 'How many pauses that day.'),
      widthPx: 76,
    }),
    column('longestPause', 'duration', {
      title: say('Maior pausa', 'Pausa más larga', 'Longest pause'),
      note: say(
        'A pausa mais longa do dia; em vermelho acima do limite de Plantão > Ajustes.',
        'La pausa más larga del día; en rojo por encima del límite de Plantão > Ajustes.',
        'The longest pause of the day; red above the limit of Plantão > Settings.',
      ),
      format: hours,
      widthPx: { pt: 80, es: 100, en: 84 },
    }),
    vendorColumn,
    { ...accountColumn, widthPx: 84 },
  ],
  color: '#0b8043',
  rowLooks: [
    { columns: ['lastOut'], when: holds(leavingLabels.online), look: 'here' },
    { columns: ['lastOut'], when: holds(leavingLabels.cut), look: 'amber' },
    {
      columns: ['longestPause'],
      when: formula(`{longestPause}>${inDays('pauseMinutes')}`),
      look: 'red',
    },
  ],
};
