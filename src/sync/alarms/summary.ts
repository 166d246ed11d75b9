import { say, type Language, type Localized } from '../../events/localized';
import { stintsOfAll } from '../../intake/views/agent-days';
import { readAgents } from '../../intake/views/read-agents';
import { readEntries, sourcesOf, sumWhere } from '../../intake/views/dashboard/entries';
import { readTotals } from '../../intake/totals/update-totals';
import { quantile } from '../../measures/histogram';
import type { Measures } from '../../measures/sums';
import type { Services } from '../../platform/services';
import { dayOf, stintsWithin, sumDay } from '../../projections/agent-days';
import type { Config } from '../../settings/config';
import { sweepStateFrom } from '../../settings/sweep-state';
import { findSheet } from '../../sheets/find-sheet';
import { readRows } from '../../sheets/read-rows';
import { tabs } from '../../tabs/tabs';

/** What a day came to. */
interface DayNumbers {
  readonly received: number;
  readonly resolved: number;
  /** Median of the first answers; null: nobody was answered. */
  readonly replyMs: number | null;
  readonly onlineMs: number;
  readonly messagesIn: number;
  readonly messagesOut: number;
  readonly messagesFailed: number;
}

/** What the summary is made from. */
interface Summary {
  /** Local day, counted from 1970. */
  readonly day: number;
  readonly now: DayNumbers;
  /** The same day of the week before. */
  readonly earlier: DayNumbers;
  readonly waiting: number;
  readonly atRisk: number;
}

const daysOfWeek = 7;

/** The summary of yesterday in words, from what is counted already. Reads Totais, Agora and Saúde, without the lock. */
export function sayDay(
  services: Services,
  config: Config,
  all: Readonly<Record<string, string>>,
): string {
  const { offsetMinutes, language } = config.settings;
  const day = dayOf(services.clock.now(), offsetMinutes) - 1;
  const rows = readTotals(services, config, sweepStateFrom(all).totals.sealedRows);
  const { entries, open } = readEntries(rows, sourcesOf(config.connections));
  const online = readOnline(services, config);
  const numbersOf = (asked: number): DayNumbers => {
    const isMeant = (entry: (typeof entries)[number]): boolean =>
      entry.dimension === 'all' && entry.day === asked;
    return toNumbers(sumWhere(entries, isMeant), online(asked));
  };
  const summary = {
    day,
    now: numbersOf(day),
    earlier: numbersOf(day - daysOfWeek),
    waiting: open.filter(({ situation }) => situation === 'waiting').length,
    atRisk: countAtRisk(services, config),
  };
  return saySummary(summary, language);
}

const toNumbers = (sum: Measures, onlineMs: number): DayNumbers => ({
  received: sum['in'] ?? 0,
  resolved: sum['out'] ?? 0,
  replyMs: quantile(sum, 'reply', 0.5),
  onlineMs,
  messagesIn: sum['messages.in'] ?? 0,
  messagesOut: sum['messages.out'] ?? 0,
  messagesFailed: sum['messages.failed'] ?? 0,
});

/** How long all agents together were online on a day. */
function readOnline(services: Services, config: Config): (day: number) => number {
  const { offsetMinutes, sheetIds } = config.settings;
  if (findSheet(services.workbook, tabs.agentsNow, sheetIds['agentsNow']) === null) return () => 0;
  const all = stintsOfAll(readAgents(services, config).known, services.clock.now());
  return (day) =>
    all
      .map(({ stints }) => sumDay(stintsWithin(stints, day, offsetMinutes)).onlineMs)
      .reduce((sum, one) => sum + one, 0);
}

function countAtRisk({ workbook }: Services, { settings }: Config): number {
  const sheet = findSheet(workbook, tabs.health, settings.sheetIds['health']);
  const rows = sheet === null ? [] : readRows(tabs.health, sheet);
  return rows.reduce((sum, { cells }) => sum + (Number(cells['atRisk']) || 0), 0);
}

const texts = {
  title: say(
    'Plantão: resumo de {day} (entre parênteses, {before})',
    'Plantão: resumen del {day} (entre paréntesis, {before})',
    'Plantão: summary of {day} (in brackets, {before})',
  ),
  received: say('Atendimentos recebidos', 'Atenciones recibidas', 'Attendances received'),
  resolved: say('Atendimentos resolvidos', 'Atenciones resueltas', 'Attendances resolved'),
  reply: say('Primeira resposta, mediana', 'Primera respuesta, mediana', 'First reply, median'),
  online: say('Horas online da equipe', 'Horas en línea del equipo', "The team's hours online"),
  messages: say(
    'Mensagens recebidas / enviadas / não entregues',
    'Mensajes recibidos / enviados / no entregados',
    'Messages received / sent / not delivered',
  ),
  waiting: say('Esperam agora', 'Esperan ahora', 'Waiting now'),
  atRisk: say('Pedidos que falharam', 'Pedidos que fallaron', 'Requests that failed'),
} as const satisfies Readonly<Record<string, Localized>>;

/** A line a number: what it is, yesterday's, and that of the same day of the week before. */
export function saySummary(summary: Summary, language: Language): string {
  const { day, now, earlier, waiting, atRisk } = summary;
  const title = texts.title[language]
    .replace('{day}', dateOf(day))
    .replace('{before}', dateOf(day - daysOfWeek));
  const line = (id: keyof typeof texts, tell: (numbers: DayNumbers) => string): string =>
    `${texts[id][language]}: ${tell(now)} (${tell(earlier)})`;
  return [
    title,
    line('received', ({ received }) => String(received)),
    line('resolved', ({ resolved }) => String(resolved)),
    line('reply', ({ replyMs }) => (replyMs === null ? '–' : sayDuration(replyMs))),
    line('online', ({ onlineMs }) => sayDuration(onlineMs)),
    line('messages', (one) => `${one.messagesIn} / ${one.messagesOut} / ${one.messagesFailed}`),
    `${texts.waiting[language]}: ${waiting}`,
    `${texts.atRisk[language]}: ${atRisk}`,
  ].join('\n');
}

/** `29/11` */
const dateOf = (day: number): string => {
  const text = new Date(day * 86_400_000).toISOString();
  return `${text.slice(8, 10)}/${text.slice(5, 7)}`;
};

/** `45 s`, `12 min`, `3 h 05 min` */
function sayDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
