import { alarmSettingsFrom, saveAlarmSettings } from '../../alarms/alarm-settings';
import { alarmId } from '../../alarms/alarm';
import { alarmsOfDay } from '../../alarms/raise';
import { sayAlarm, sayMoment } from '../../alarms/alarm-texts';
import { voiceOf } from '../../intake/books/alarm-row';
import type { Services } from '../../platform/services';
import { dayOf } from '../../projections/agent-days';
import { configFrom } from '../../settings/config';
import { sweepStateFrom } from '../../settings/sweep-state';
import { forgetToken, isTokenLike, saveToken, tokenOf } from '../../settings/tokens';
import { isRefusal, isTaken, sayRefusal } from '../../sync/alarms/alarm-job';
import {
  chatIds,
  chatOfAddress,
  isRetiredTeams,
  messageTo,
  nameOfChat,
  ownerOf,
  type ChatId,
} from '../../sync/alarms/chats';
import { saveSent, sentFrom, withAlarms } from '../../sync/alarms/sent';
import { isStarted, whileLocked } from '../change';
import { languageOf } from '../language';
import { done, refused, type Outcome } from '../outcome';
import { sayTime } from '../say-time';
import { speaker } from '../speak';
import { readForm, toForm, type AlarmForm } from './form';

/** A chat as the page shows it; its address never gets there. */
interface ShownChat {
  readonly id: ChatId;
  readonly name: string;
  readonly isKept: boolean;
  readonly state: string;
}

/** What the page Alarmes shows. */
interface AlarmsPage {
  readonly today: readonly string[];
  readonly chats: readonly ShownChat[];
  readonly form: AlarmForm;
}

export function readAlarmsPage(services: Services): AlarmsPage {
  const all = services.properties.getAll();
  const config = configFrom(all);
  const language = languageOf(services.host.locale());
  const { offsetMinutes } = config.settings;
  const voice = { ...voiceOf(config), language };
  const today = dayOf(services.clock.now(), offsetMinutes);
  return {
    today: alarmsOfDay(sweepStateFrom(all).alarms, today).map(
      (alarm) => `${sayMoment(alarm.atMs, alarm.atMs, offsetMinutes)} ${sayAlarm(alarm, voice)}`,
    ),
    chats: chatIds.map((id) => showChat(services, all, id)),
    form: toForm(alarmSettingsFrom(all)),
  };
}

function showChat(
  services: Services,
  all: Readonly<Record<string, string>>,
  id: ChatId,
): ShownChat {
  const speak = speaker(services);
  const isKept = tokenOf(all, ownerOf(id)) !== null;
  const state = isKept ? sayChat(services, all, id) : speak('alarmNoChat');
  return { id, name: nameOfChat(id), isKept, state };
}

function sayChat(services: Services, all: Readonly<Record<string, string>>, id: ChatId): string {
  const speak = speaker(services);
  const { refusal, faults, notBeforeMs } = sentFrom(all)[id];
  if (refusal !== '') return speak('alarmChatRefused', { words: refusal });
  if (faults === 0) return speak('alarmChatKept');
  const { offsetMinutes } = configFrom(all).settings;
  return speak('alarmChatWaits', { time: sayTime(notBeforeMs, offsetMinutes) });
}

type Page = Outcome<AlarmsPage>;

/** Keeps the address of a chat among the tokens. What was raised before is not told there any more. */
export function keepChat(services: Services, url: string): Page {
  const speak = speaker(services);
  const chat = chatOfAddress(url);
  if (chat === null || !isTokenLike(url))
    return refused(speak(isRetiredTeams(url) ? 'alarmRetiredUrl' : 'alarmBadUrl'));
  return change(services, { text: 'alarmUrlSaved', chat }, (all) => {
    saveToken(services.properties, ownerOf(chat), url);
    const sent = sentFrom(all);
    const raised = sweepStateFrom(all).alarms.raised.map(alarmId);
    const told = withAlarms({ ...sent[chat], refusal: '', refusedAt: -1 }, raised);
    const fresh = { ...told, faults: 0, notBeforeMs: 0, summaryDay: todayOf(services, all) };
    saveSent(services.properties, { ...sent, [chat]: fresh });
  });
}

const todayOf = ({ clock }: Services, all: Readonly<Record<string, string>>): number =>
  dayOf(clock.now(), configFrom(all).settings.offsetMinutes);

export function forgetChat(services: Services, name: string): Page {
  const chat = chatIds.find((id) => id === name);
  if (chat === undefined) return refused(speaker(services)('badRequest'));
  return change(services, { text: 'alarmUrlForgotten', chat }, () =>
    forgetToken(services.properties, ownerOf(chat)),
  );
}

/** What is said when something was changed. */
interface Said {
  readonly text: 'alarmUrlSaved' | 'alarmUrlForgotten';
  readonly chat: ChatId;
}

function change(
  services: Services,
  { text, chat }: Said,
  store: (all: Readonly<Record<string, string>>) => void,
): Page {
  return whileLocked(services, () => {
    const all = services.properties.getAll();
    if (!isStarted(configFrom(all).settings)) return refused(speaker(services)('notStarted'));
    store(all);
    const sentence = speaker(services)(text, { chat: nameOfChat(chat) });
    return done(readAlarmsPage(services), sentence);
  });
}

/** Sends one message to a chat, at once. What it had refused before is tried again when it takes this one. */
export function testChat(services: Services, name: string): Page {
  const speak = speaker(services);
  const all = services.properties.getAll();
  const id = chatIds.find((one) => one === name);
  const url = id === undefined ? null : tokenOf(all, ownerOf(id));
  if (id === undefined || url === null || chatOfAddress(url) !== id)
    return refused(speak('alarmNoUrl'));
  const [answer] = services.http.sendAll([messageTo(id, url, speak('alarmTestText'))]);
  const values = { chat: nameOfChat(id), words: sayRefusal(answer) };
  if (isRefusal(answer)) return refused(speak('alarmTestRefused', values));
  if (!isTaken(answer)) return refused(speak('alarmTestUnanswered', values));
  return whileLocked(services, () => {
    const sent = sentFrom(services.properties.getAll());
    const well = { ...sent[id], refusal: '', refusedAt: -1, faults: 0, notBeforeMs: 0 };
    saveSent(services.properties, { ...sent, [id]: well });
    return done(readAlarmsPage(services), speak('alarmTested', values));
  });
}

/** Saves when to tell. A summary whose hour is over today is sent tomorrow. */
export function saveAlarms(services: Services, text: string): Page {
  const speak = speaker(services);
  const wanted = readForm(text);
  if (wanted === null) return refused(speak('alarmBadWait'));
  return whileLocked(services, () => {
    const all = services.properties.getAll();
    if (!isStarted(configFrom(all).settings)) return refused(speak('notStarted'));
    const known = alarmSettingsFrom(all);
    saveAlarmSettings(services.properties, { ...wanted, edition: known.edition + 1 });
    if (wanted.summaryHour !== known.summaryHour) skipToday(services, all, wanted.summaryHour);
    return done(readAlarmsPage(services), speak('alarmSaved'));
  });
}

const hourMs = 3_600_000;

function skipToday(
  services: Services,
  all: Readonly<Record<string, string>>,
  summaryHour: number,
): void {
  const { offsetMinutes } = configFrom(all).settings;
  const hour = Math.floor(((services.clock.now() + offsetMinutes * 60_000) / hourMs) % 24);
  if (summaryHour < 0 || hour < summaryHour) return;
  const sent = sentFrom(all);
  const summaryDay = todayOf(services, all);
  const skipped = chatIds.map((id) => [id, { ...sent[id], summaryDay }] as const);
  saveSent(services.properties, { ...sent, ...Object.fromEntries(skipped) });
}
