import { say, type Localized } from '../../events/localized';
import type { BoardText } from './labels';

/** What a number of the dashboard counts, by the text that stands beside it: its note there, and its line in docs/metricas.md. */
const metrics = {
  available: say(
    'Agentes online e recebendo agora, de todos os que deram sinal nos últimos 7 dias. O mesmo e-mail em duas plataformas é uma pessoa. Embaixo, a diferença para ontem na última hora cheia.',
    'Agentes en línea y recibiendo ahora, de todos los que dieron señal en los últimos 7 días. El mismo correo en dos plataformas es una persona. Abajo, la diferencia con ayer en la última hora completa.',
    'Agents online and receiving now, of all that gave a sign within the last 7 days. The same e-mail on two platforms is one person. Below, the difference to yesterday at the last full hour.',
  ),
  paused: say(
    'Agentes online sem receber agora. Embaixo, quem está há mais tempo em pausa.',
    'Agentes en línea sin recibir ahora. Abajo, quién está hace más tiempo en pausa.',
    'Agents online and not receiving now. Below, who has been paused for longest.',
  ),
  waiting: say(
    'Atendimentos abertos agora que nenhuma pessoa tem e nenhuma respondeu, em que o cliente escreveu ou está na fila. Abertos há mais de 30 dias, de volta ao robô ou adiados não contam.',
    'Atenciones abiertas ahora que ninguna persona tiene ni respondió, en que el cliente escribió o está en la cola. Abiertas hace más de 30 días, de vuelta al bot o pospuestas no cuentan.',
    'Attendances open now that no person has and none has answered, in which the customer wrote or is in a queue. Those open for more than 30 days, with a bot again or snoozed do not count.',
  ),
  serving: say(
    'Atendimentos abertos agora que uma pessoa tem ou já respondeu. A média é por agente online; "até" é o agente que tem mais.',
    'Atenciones abiertas ahora que una persona tiene o ya respondió. El promedio es por agente en línea; "hasta" es el agente que tiene más.',
    'Attendances open now that a person has or has answered. The mean is per agent online; "up to" is the agent who has most.',
  ),
  firstReply: say(
    'Mediana do tempo entre o começo do atendimento e a primeira resposta de uma pessoa, no horário de trabalho se você o definiu. Conta no dia da resposta.',
    'Mediana del tiempo entre el comienzo de la atención y la primera respuesta de una persona, en el horario de trabajo si usted lo definió. Cuenta en el día de la respuesta.',
    "Median of the time between an attendance's beginning and the first reply by a person, within business hours if you have set them. It counts on the day of the reply.",
  ),
  resolved: say(
    'Atendimentos que terminaram no período, mesmo que tenham começado antes. De hoje, compara-se até a última hora cheia.',
    'Atenciones que terminaron en el período, aunque hayan empezado antes. De hoy, se compara hasta la última hora completa.',
    'Attendances that ended in the period, even if they began before. Of today, what is compared is up to the last full hour.',
  ),
  received: say(
    'Atendimentos pedidos no período; onde a plataforma não informa o pedido, os que começaram nele.',
    'Atenciones pedidas en el período; donde la plataforma no informa el pedido, las que empezaron en él.',
    'Attendances asked for in the period; where the platform does not tell that, those that began in it.',
  ),
  conversations: say(
    'Atendimentos abertos que este agente tem agora.',
    'Atenciones abiertas que este agente tiene ahora.',
    'Open attendances that this agent has now.',
  ),
  heat: say(
    'Média de atendimentos recebidos por hora e dia da semana nos 30 dias antes de hoje, nas 12 horas de mais movimento.',
    'Promedio de atenciones recibidas por hora y día de la semana en los 30 días antes de hoy, en las 12 horas de más movimiento.',
    'Mean of attendances received by hour and weekday in the 30 days before today, in the 12 busiest hours.',
  ),
  toSolution: say(
    'Dos atendimentos recebidos no período, até agora: quantos têm um agente, quantos uma pessoa respondeu, quantos terminaram.',
    'De las atenciones recibidas en el período, hasta ahora: cuántas tienen un agente, cuántas respondió una persona, cuántas terminaron.',
    'Of the attendances received in the period, up to now: how many have an agent, how many a person has answered, how many have ended.',
  ),
  toAnswer: say(
    'Das mensagens enviadas no período, até agora: quantas foram entregues, lidas e respondidas. Notas privadas não contam. "–": nenhuma foi informada nos últimos 31 dias.',
    'De los mensajes enviados en el período, hasta ahora: cuántos fueron entregados, leídos y respondidos. Las notas privadas no cuentan. "–": ninguno se informó en los últimos 31 días.',
    'Of the messages sent in the period, up to now: how many were delivered, read and answered. Private notes do not count. "–": none was told within the last 31 days.',
  ),
  replyByDay: say(
    'A mediana da 1ª resposta dos últimos 13 dias em que houve alguma, ao lado da meta.',
    'La mediana de la 1ª respuesta de los últimos 13 días en que hubo alguna, junto a la meta.',
    'The median first reply of the last 13 days on which there was one, beside the target.',
  ),
  byTeam: say(
    'Atendimentos recebidos e resolvidos no período pelas cinco equipes ou departamentos com mais deles.',
    'Atenciones recibidas y resueltas en el período por los cinco equipos o departamentos con más de ellas.',
    'Attendances received and resolved in the period by the five teams or departments with most of them.',
  ),
  duration: say(
    'Mediana do tempo entre o início e o fim do atendimento; conta no dia do fim.',
    'Mediana del tiempo entre el inicio y el fin de la atención; cuenta en el día del fin.',
    "Median of the time between an attendance's start and its end; it counts on the day of the end.",
  ),
  rating: say(
    'Média das notas que clientes deram, no dia em que a conversa foi encerrada.',
    'Promedio de las notas que dieron los clientes, en el día en que se cerró la conversación.',
    'Mean of the ratings that customers gave, on the day the conversation was closed.',
  ),
  online: say(
    'Tempo disponível mais tempo em pausa, como na Jornada. Quem usa duas plataformas ao mesmo tempo, com o mesmo e-mail, conta uma vez.',
    'Tiempo disponible más tiempo en pausa, como en Jornada. Quien usa dos plataformas a la vez, con el mismo correo, cuenta una vez.',
    'Time available plus time paused, as in Agent days. Who uses two platforms at once, with one e-mail, counts once.',
  ),
  p90: say(
    'Em 90% das primeiras respostas a espera foi no máximo esta.',
    'En el 90% de las primeras respuestas la espera fue como máximo esta.',
    'In 90% of the first replies the wait was at most this.',
  ),
  cause: say(
    'Por que mensagens enviadas no período falharam, e quantas pessoas pediram para sair nele.',
    'Por qué fallaron mensajes enviados en el período, y cuántas personas pidieron salir en él.',
    'Why messages sent in the period failed, and how many people opted out in it.',
  ),
} as const satisfies Readonly<Partial<Record<BoardText, Localized>>>;

/** The definition of the number beside that text; null where it needs none. */
export function metricOf(text: BoardText): Localized | null {
  return Object.entries(metrics).find(([name]) => name === text)?.[1] ?? null;
}

/** The texts that have a definition, in the order of the dashboard. */
export const metricTexts: readonly BoardText[] = [
  'available',
  'paused',
  'waiting',
  'serving',
  'firstReply',
  'resolved',
  'received',
  'conversations',
  'heat',
  'toSolution',
  'toAnswer',
  'replyByDay',
  'byTeam',
  'duration',
  'rating',
  'online',
  'p90',
  'cause',
];
