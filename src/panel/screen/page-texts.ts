import { say, type Language, type Localized } from '../../events/localized';
import { situationLabels } from '../../tabs/agents/labels';
import { boardTexts, longDate, monthNames, weekdayLongNames } from '../../tabs/dashboard/labels';

/** What a screen says beside what the dashboard says; `{name}` is filled in by the page. */
const ownTexts = {
  loading: say('Buscando os números…', 'Buscando los números…', 'Fetching the numbers…'),
  numbersOf: say('números de {time}', 'números de las {time}', 'numbers of {time}'),
  offline: say(
    'Sem conexão desde {time}',
    'Sin conexión desde las {time}',
    'No connection since {time}',
  ),
  lostNumbers: say(
    'números de {time}; tentando de novo',
    'números de las {time}; intentando de nuevo',
    'numbers of {time}; trying again',
  ),
  updatedSeconds: say(
    'atualizado há {count} s',
    'actualizado hace {count} s',
    'updated {count} s ago',
  ),
  updatedMinutes: say(
    'atualizado há {count} min',
    'actualizado hace {count} min',
    'updated {count} min ago',
  ),
  standing: say(
    'Sem números novos desde {time}',
    'Sin números nuevos desde las {time}',
    'No new numbers since {time}',
  ),
  ended: say(
    'Este endereço foi encerrado. Peça outro a quem cuida da planilha.',
    'Esta dirección fue terminada. Pida otra a quien cuida la hoja.',
    'This address was ended. Ask whoever keeps the spreadsheet for another one.',
  ),
  onlineOf: say('{count} online', '{count} en línea', '{count} online'),
  aboveLimit: say('acima de {count} min', 'más de {count} min', 'above {count} min'),
  upTo: say('máximo {count}', 'máximo {count}', 'at most {count}'),
  oldestFor: say('mais antigo {time}', 'el más antiguo {time}', 'oldest {time}'),
  perAgent: say('{mean} por agente', '{mean} por agente', '{mean} per agent'),
  ofReceived: say('de {count} recebidas', 'de {count} recibidas', 'of {count} received'),
  thanYesterday: say('que ontem', 'que ayer', 'than yesterday'),
  asYesterday: say('igual a ontem', 'igual que ayer', 'same as yesterday'),
  waitingShort: say('Aguardando', 'En espera', 'Waiting'),
  oldestFirst: say('mais antigo primeiro', 'el más antiguo primero', 'oldest first'),
  nobodyWaits: say('Ninguém aguarda', 'Nadie espera', 'Nobody waits'),
  noAgents: say(
    'Os agentes aparecem aqui quando as plataformas informam quem está online.',
    'Los agentes aparecen aquí cuando las plataformas informan quién está en línea.',
    'Agents appear here once platforms tell who is online.',
  ),
  dayByHour: say('O dia por hora', 'El día por hora', 'The day by hour'),
  receivedKey: say('recebidas', 'recibidas', 'received'),
  resolvedKey: say('resolvidas', 'resueltas', 'resolved'),
  yesterdayKey: say('recebidas ontem', 'recibidas ayer', 'received yesterday'),
  availableKey: say('disponíveis', 'disponibles', 'available'),
  hoursTable: say(
    'Números do dia por hora',
    'Números del día por hora',
    'Numbers of the day by hour',
  ),
  hour: say('Hora', 'Hora', 'Hour'),
  now: say('agora', 'ahora', 'now'),
  conversationsOf: say('{count} conv.', '{count} conv.', '{count} conv.'),
  firstReplyShort: say('1ª resposta', '1ª respuesta', 'First reply'),
  decimal: say(',', ',', '.'),
} as const satisfies Readonly<Record<string, Localized>>;

const shared = {
  available: boardTexts.available,
  paused: boardTexts.paused,
  serving: boardTexts.serving,
  resolved: boardTexts.resolved,
  nobody: boardTexts.nobody,
  limit: boardTexts.limit,
  target: boardTexts.target,
  better: boardTexts.better,
  worse: boardTexts.worse,
  more: boardTexts.more,
  weekdays: weekdayLongNames,
  months: monthNames,
  date: longDate,
  situation_available: situationLabels.available,
  situation_paused: situationLabels.paused,
  situation_offline: situationLabels.offline,
} as const;

/** Everything that the page says, by id. */
export const screenPageTexts = (language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries({ ...shared, ...ownTexts }).map(([id, text]) => [id, text[language]] as const),
  );
