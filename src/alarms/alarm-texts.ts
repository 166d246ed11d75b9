import { say, type Language, type Localized } from '../events/localized';
import type { Alarm, AlarmKind } from './alarm';

/** What each kind of alarm says: what happened, then what to do. Nothing of a customer is in it. */
const texts: Readonly<Record<AlarmKind, Localized>> = {
  silent: say(
    '{name}: nada chega desde {since}, e a esta hora costuma chegar. Confira na plataforma se o webhook continua ligado; depois veja Plantão > Diagnóstico.',
    '{name}: no llega nada desde {since}, y a esta hora suele llegar. Revise en la plataforma si el webhook sigue activo; luego vea Plantão > Diagnóstico.',
    '{name}: nothing has come since {since}, when it usually does. Check on the platform that the webhook is still on; then see Plantão > Diagnosis.',
  ),
  disconnected: say(
    '{name}: o canal {instance} está desconectado desde {since}. Conecte de novo na plataforma.',
    '{name}: el canal {instance} está desconectado desde {since}. Conéctelo de nuevo en la plataforma.',
    '{name}: the channel {instance} has been disconnected since {since}. Connect it again on the platform.',
  ),
  failures: say(
    '{name}: pedidos que falharam e esperam por você: {count}. Veja Plantão > Falhas.',
    '{name}: pedidos que fallaron y esperan por usted: {count}. Vea Plantão > Fallas.',
    '{name}: requests that failed and wait for you: {count}. See Plantão > Failures.',
  ),
  late: say(
    'Há eventos que chegaram às {since} e ainda não estão nas abas. Estão guardados. Veja Plantão > Diagnóstico.',
    'Hay eventos que llegaron a las {since} y aún no están en las hojas. Están guardados. Vea Plantão > Diagnóstico.',
    'Events that came at {since} are not in the tabs yet. They are kept. See Plantão > Diagnosis.',
  ),
  room: say(
    'A sala de espera está {percent} % cheia: eventos chegam mais depressa do que entram nas abas. Clique em Plantão > Atualizar agora e veja Plantão > Diagnóstico.',
    'La sala de espera está {percent} % llena: los eventos llegan más rápido de lo que entran en las hojas. Haga clic en Plantão > Actualizar ahora y vea Plantão > Diagnóstico.',
    'The waiting room is {percent} % full: events come faster than they get into the tabs. Click Plantão > Update now and see Plantão > Diagnosis.',
  ),
  cells: say(
    'A planilha usa {percent} % dos 10 milhões de células que o Google permite. Baixe e retire as antigas em Plantão > Dados pessoais > Arquivo.',
    'La hoja de cálculo usa {percent} % de los 10 millones de celdas que Google permite. Descargue y retire las antiguas en Plantão > Datos personales > Archivo.',
    'The spreadsheet uses {percent} % of the 10 million cells that Google allows. Download and remove the old ones at Plantão > Personal data > Archive.',
  ),
  properties: say(
    'O espaço que o Google dá ao script está {percent} % usado. Veja Plantão > Diagnóstico.',
    'El espacio que Google da al script está {percent} % usado. Vea Plantão > Diagnóstico.',
    'The space that Google gives the script is {percent} % used. See Plantão > Diagnosis.',
  ),
  triggerTime: say(
    'O tempo de acionador de hoje está {percent} % usado. O Plantão trabalha mais devagar até o Google contar um novo dia; nada se perde. Veja Saúde.',
    'El tiempo de activador de hoy está {percent} % usado. Plantão trabaja más despacio hasta que Google cuente un nuevo día; nada se pierde. Vea Salud.',
    "Today's trigger time is {percent} % used. Plantão works more slowly until Google counts a new day; nothing is lost. See Health.",
  ),
  operations: say(
    'As operações de hoje estão {percent} % usadas. O Plantão trabalha mais devagar até o Google contar um novo dia; nada se perde. Veja Saúde.',
    'Las operaciones de hoy están {percent} % usadas. Plantão trabaja más despacio hasta que Google cuente un nuevo día; nada se pierde. Vea Salud.',
    "Today's operations are {percent} % used. Plantão works more slowly until Google counts a new day; nothing is lost. See Health.",
  ),
  waiting: say(
    'Clientes que esperam há {limit} minutos ou mais: {count}; o primeiro, há {longest} minutos. Veja o Painel.',
    'Clientes que esperan hace {limit} minutos o más: {count}; el primero, hace {longest} minutos. Vea el Tablero.',
    'Customers who have waited for {limit} minutes or more: {count}; the first for {longest} minutes. See the dashboard.',
  ),
};

/** With what a sentence is said. */
export interface AlarmVoice {
  readonly language: Language;
  readonly offsetMinutes: number;
  /** What a connection is called, by its id. */
  nameOf(connectionId: string): string;
}

/** The alarm's sentence. Moments are told on the team's clock. */
export function sayAlarm({ kind, values, atMs }: Alarm, voice: AlarmVoice): string {
  const name = String(values['name'] ?? voice.nameOf(String(values['connection'] ?? '')));
  const since = sayMoment(Number(values['since'] ?? 0), atMs, voice.offsetMinutes);
  const filled: Readonly<Record<string, string | number>> = { ...values, name, since };
  return texts[kind][voice.language].replace(/\{(\w+)\}/g, (whole, place: string) =>
    String(filled[place] ?? whole),
  );
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** `11:05`, or `27/11 - 18:02` for another day than that of the alarm. */
export function sayMoment(atMs: number, nowMs: number, offsetMinutes: number): string {
  const local = (ms: number): number => ms + offsetMinutes * minuteMs;
  const text = new Date(local(atMs)).toISOString();
  const time = text.slice(11, 16);
  const isSameDay = Math.floor(local(atMs) / dayMs) === Math.floor(local(nowMs) / dayMs);
  return isSameDay ? time : `${text.slice(8, 10)}/${text.slice(5, 7)} - ${time}`;
}
