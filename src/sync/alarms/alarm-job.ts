import { alarmSettingsFrom } from '../../alarms/alarm-settings';
import { alarmId, type Alarm } from '../../alarms/alarm';
import { sayAlarm, sayMoment } from '../../alarms/alarm-texts';
import { say } from '../../events/localized';
import { voiceOf } from '../../intake/books/alarm-row';
import type { HttpAnswer } from '../../platform/http';
import type { Services } from '../../platform/services';
import { configFrom, type Config } from '../../settings/config';
import type { Job, Turn } from '../jobs/job';
import { messageTo } from './chats';
import { dueOf, type Due } from './due';
import { saveSent, sentFrom, withAlarms, type Sent } from './sent';
import { sayDay } from './summary';

/** Sends alarms, and the summary of a day, to the chats that a person has chosen. */
export const alarmJob: Job = {
  id: 'alarms',
  isDue: (all, { nowMs }) => dueOf(all, nowMs).length > 0,
  run: (services, turn) => sendDue(services, turn),
};

/** What a call takes at most, and the numbers for a summary, by the published costs. */
const sendMs = 20_000;

function sendDue(services: Services, turn: Turn): void {
  const all = services.properties.getAll();
  const config = configFrom(all);
  const due = dueOf(all, services.clock.now());
  if (due.length === 0) return;
  const isAsked = due.some(({ summaryDay }) => summaryDay !== null);
  const summary = isAsked ? sayDay(services, config, all) : '';
  const sent = { ...sentFrom(all) };
  const { edition } = alarmSettingsFrom(all);
  // One by one: of calls that are made together Google tells nothing when one of them gets no answer, and the others would be told twice.
  for (const one of due) {
    if (!turn.allows({ ms: sendMs, calls: 1 }) || !turn.note(1)) return;
    const message = messageTo(one.chat, one.url, textOf(one, config, summary));
    const [answer] = services.http.sendAll([message]);
    const outcome = { answer, nowMs: services.clock.now(), edition };
    sent[one.chat] = afterAnswer(sent[one.chat], one, outcome);
    if (!turn.note(0)) return;
    saveSent(services.properties, sent);
  }
}

const heading = say('Plantão: alarme', 'Plantão: alarma', 'Plantão: alarm');

function textOf({ alarms, summaryDay }: Due, config: Config, summary: string): string {
  const parts = [
    ...(alarms.length === 0 ? [] : [sayAlarms(alarms, config)]),
    ...(summaryDay === null ? [] : [summary]),
  ];
  return parts.join('\n\n');
}

function sayAlarms(alarms: readonly Alarm[], config: Config): string {
  const { language, offsetMinutes } = config.settings;
  const lines = alarms.map(
    (alarm) =>
      `${sayMoment(alarm.atMs, alarm.atMs, offsetMinutes)} ${sayAlarm(alarm, voiceOf(config))}`,
  );
  return [heading[language], ...lines].join('\n');
}

interface Outcome {
  readonly answer: HttpAnswer | undefined;
  readonly nowMs: number;
  readonly edition: number;
}

/** Only a person can mend what a chat refuses; everything else passes, and is tried again. */
function afterAnswer(sent: Sent, due: Due, { answer, nowMs, edition }: Outcome): Sent {
  if (isTaken(answer)) {
    const summaryDay = due.summaryDay ?? sent.summaryDay;
    const told = withAlarms({ ...sent, summaryDay }, due.alarms.map(alarmId));
    return { ...told, faults: 0, notBeforeMs: 0, refusal: '', refusedAt: -1 };
  }
  if (isRefusal(answer))
    return { ...sent, refusal: sayRefusal(answer), refusedAt: edition, faults: 0 };
  const faults = sent.faults + 1;
  return { ...sent, faults, notBeforeMs: nowMs + backOffMs(faults) };
}

const isPage = (answer: HttpAnswer | undefined): boolean => /^\s*</.test(answer?.text ?? '');
const isWell = (status: number): boolean => status >= 200 && status < 300;

/** A page in the place of a chat took nothing, whatever its status. */
export const isTaken = (answer: HttpAnswer | undefined): boolean =>
  isWell(answer?.status ?? 0) && !isPage(answer);

/** Too many requests and a time-out of theirs pass by themselves. */
export function isRefusal(answer: HttpAnswer | undefined): boolean {
  const status = answer?.status ?? 0;
  if (isWell(status)) return isPage(answer);
  return status >= 300 && status < 500 && status !== 408 && status !== 429;
}

const mostWords = 120;

/** `404: no_service` */
export const sayRefusal = (answer: HttpAnswer | undefined): string =>
  `${answer?.status ?? 0}: ${(answer?.text ?? '').replace(/\s+/g, ' ').slice(0, mostWords)}`;

const hourMs = 3_600_000;

/** A minute, then twice as long each time, up to an hour. */
const backOffMs = (faults: number): number =>
  Math.min(hourMs, 60_000 * 2 ** Math.min(faults - 1, 10));
