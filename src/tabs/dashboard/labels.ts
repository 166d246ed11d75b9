import { say } from '../../events/localized';

/** Periods that one can choose. */
export const periodLabels = {
  today: say('Hoje', 'Hoy', 'Today'),
  yesterday: say('Ontem', 'Ayer', 'Yesterday'),
  days7: say('7 dias', '7 días', '7 days'),
  days30: say('30 dias', '30 días', '30 days'),
  month: say('Este mês', 'Este mes', 'This month'),
  custom: say('De–até', 'De–hasta', 'From–to'),
} as const;

export type PeriodId = keyof typeof periodLabels;
export const periodIds: readonly PeriodId[] = [
  'today',
  'yesterday',
  'days7',
  'days30',
  'month',
  'custom',
];

/** What stands in the dashboard; `{name}` is filled in. */
export const boardTexts = {
  period: say('Período', 'Período', 'Period'),
  platform: say('Plataforma', 'Plataforma', 'Platform'),
  account: say('Conta', 'Cuenta', 'Account'),
  everything: say('Todas', 'Todas', 'All'),
  from: say('De', 'De', 'From'),
  until: say('Até', 'Hasta', 'To'),
  updated: say('Atualizado {time}', 'Actualizado {time}', 'Updated {time}'),
  healthy: say('✓ Saúde OK', '✓ Salud OK', '✓ Health OK'),
  unwell: say('! Veja Saúde e Falhas', '! Vea Salud y Fallas', '! See Health and Failures'),
  dayCount: say('{count} dias', '{count} días', '{count} days'),
  chooseDates: say(
    'Escolha as duas datas, em De e em Até; enquanto falta uma, os números são de hoje.',
    'Elija las dos fechas, en De y en Hasta; mientras falta una, los números son de hoy.',
    'Choose both dates, in From and in To; while one is missing, the numbers are of today.',
  ),
  noMatch: say(
    'Nenhuma conexão tem essa plataforma e essa conta.',
    'Ninguna conexión tiene esa plataforma y esa cuenta.',
    'No connection has that platform and that account.',
  ),
  nothingYet: say(
    'Os números aparecem aqui quando as plataformas enviam eventos. As URLs estão em Plantão > Conexões.',
    'Los números aparecen aquí cuando las plataformas envían eventos. Las URL están en Plantão > Conexiones.',
    'The numbers appear here once platforms send events. The URLs are in Plantão > Connections.',
  ),
  available: say('Disponíveis', 'Disponibles', 'Available'),
  paused: say('Em pausa', 'En pausa', 'Paused'),
  waiting: say('Aguardando', 'En espera', 'Waiting'),
  serving: say('Em atendimento', 'En atención', 'Being served'),
  firstReply: say('1ª resposta, mediana', '1ª respuesta, mediana', 'First reply, median'),
  resolved: say('Resolvidas', 'Resueltas', 'Resolved'),
  onlineNow: say('{count} online', '{count} en línea', '{count} online'),
  since: say('{name} há ', '{name} hace ', '{name} for '),
  oldest: say('mais antigo há ', 'el más antiguo hace ', 'oldest for '),
  minutes: say(' min', ' min', ' min'),
  hours: say(' h', ' h', ' h'),
  days: say(' dias', ' días', ' days'),
  nobody: say('ninguém', 'nadie', 'nobody'),
  limit: say('limite {count} min', 'límite {count} min', 'limit {count} min'),
  overLimit: say(
    'acima do limite de {count} min',
    'por encima del límite de {count} min',
    'above the limit of {count} min',
  ),
  perAgent: say(
    '{mean} por agente · até {most}',
    '{mean} por agente · hasta {most}',
    '{mean} per agent · up to {most}',
  ),
  targetMet: say(
    'meta {count} min · dentro',
    'meta {count} min · dentro',
    'target {count} min · met',
  ),
  targetMissed: say(
    'meta {count} min · acima',
    'meta {count} min · por encima',
    'target {count} min · missed',
  ),
  target: say('meta {count} min', 'meta {count} min', 'target {count} min'),
  share: say(
    '{share} de {count} recebidas',
    '{share} de {count} recibidas',
    '{share} of {count} received',
  ),
  thanBefore: say('que antes', 'que antes', 'than before'),
  thanYesterday: say(
    'que ontem até {hour}h',
    'que ayer hasta {hour}h',
    'than yesterday until {hour}h',
  ),
  thanThen: say('que ontem', 'que ayer', 'than yesterday'),
  thanYesterdayAt: say(
    'que ontem às {hour}h',
    'que ayer a las {hour}h',
    'than yesterday at {hour}h',
  ),
  asYesterdayAt: say(
    'igual a ontem às {hour}h',
    'igual que ayer a las {hour}h',
    'same as yesterday at {hour}h',
  ),
  better: say('melhor', 'mejor', 'better'),
  worse: say('pior', 'peor', 'worse'),
  same: say('igual a antes', 'igual que antes', 'same as before'),
  agents: say('Agentes', 'Agentes', 'Agents'),
  agent: say('Agente', 'Agente', 'Agent'),
  situation: say('Situação', 'Situación', 'Status'),
  elapsed: say('Há', 'Hace', 'For'),
  conversations: say('Conv.', 'Conv.', 'Conv.'),
  more: say('e mais {count}', 'y {count} más', 'and {count} more'),
  nothing: say('nada no período', 'nada en el período', 'nothing in the period'),
  flow: say('Recebidas e resolvidas', 'Recibidas y resueltas', 'Received and resolved'),
  byHour: say('por hora', 'por hora', 'by hour'),
  byDay: say('por dia', 'por día', 'by day'),
  ofRequests: say('atendimentos do período', 'atenciones del período', 'of the period'),
  ofMessages: say('mensagens do período', 'mensajes del período', 'messages of the period'),
  inPeriod: say('no período', 'en el período', 'in the period'),
  received: say('Recebidas', 'Recibidas', 'Received'),
  receivedBefore: say('Recebidas antes', 'Recibidas antes', 'Received before'),
  heat: say('Recebidas por hora', 'Recibidas por hora', 'Received by hour'),
  mean30: say('média de 30 dias', 'promedio de 30 días', 'mean of 30 days'),
  toSolution: say('Do pedido à solução', 'Del pedido a la solución', 'From request to solution'),
  assigned: say('Atribuídas', 'Asignadas', 'Assigned'),
  answered: say('Respondidas', 'Respondidas', 'Answered'),
  toAnswer: say('Do envio à resposta', 'Del envío a la respuesta', 'From sending to answer'),
  sent: say('Enviadas', 'Enviados', 'Sent'),
  delivered: say('Entregues', 'Entregados', 'Delivered'),
  read: say('Lidas', 'Leídos', 'Read'),
  replyByDay: say('1ª resposta por dia', '1ª respuesta por día', 'First reply by day'),
  median: say('mediana, minutos', 'mediana, minutos', 'median, minutes'),
  within: say('dentro da meta', 'dentro de la meta', 'within target'),
  above: say('acima', 'por encima', 'above'),
  targetLine: say('meta', 'meta', 'target'),
  byTeam: say('Por equipe', 'Por equipo', 'By team'),
  agentsInPeriod: say('Agentes no período', 'Agentes en el período', 'Agents in the period'),
  duration: say('Duração', 'Duración', 'Duration'),
  reply: say('1ª resposta', '1ª respuesta', 'First reply'),
  rating: say('Nota', 'Nota', 'Rating'),
  online: say('Online', 'En línea', 'Online'),
  queues: say('Filas e departamentos', 'Colas y departamentos', 'Queues and departments'),
  department: say('Departamento', 'Departamento', 'Department'),
  p90: say('90%', '90%', '90%'),
  channels: say('Canais', 'Canales', 'Channels'),
  channel: say('Canal', 'Canal', 'Channel'),
  labels: say('Etiquetas', 'Etiquetas', 'Labels'),
  categories: say('Categorias', 'Categorías', 'Categories'),
  attendances: say('Atendimentos', 'Atenciones', 'Attendances'),
  failures: say(
    'Falhas de envio e saídas',
    'Fallas de envío y bajas',
    'Failed messages and opt-outs',
  ),
  cause: say('Causa', 'Causa', 'Cause'),
  messages: say('Mensagens', 'Mensajes', 'Messages'),
  left: say('Pediram para sair', 'Pidieron salir', 'Opted out'),
} as const;

export type BoardText = keyof typeof boardTexts;

/** How a day is written in full. */
export const longDate = say(
  '{weekday}, {day} de {month}',
  '{weekday}, {day} de {month}',
  '{weekday}, {month} {day}',
);

export const monthNames = say(
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'January February March April May June July August September October November December',
);

/** Names of weekdays, Monday first. */
export const weekdayNames = say(
  'seg ter qua qui sex sáb dom',
  'lun mar mié jue vie sáb dom',
  'Mon Tue Wed Thu Fri Sat Sun',
);

/** The same in full. */
export const weekdayLongNames = say(
  'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
  'lunes martes miércoles jueves viernes sábado domingo',
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
);
