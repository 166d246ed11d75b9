import { alarmSettingsFrom } from '../../alarms/alarm-settings';
import { alarmId, type Alarm } from '../../alarms/alarm';
import { configFrom } from '../../settings/config';
import { sweepStateFrom } from '../../settings/sweep-state';
import { tokenOf } from '../../settings/tokens';
import { chatIds, chatOfAddress, ownerOf, type ChatId } from './chats';
import { sentFrom } from './sent';

type All = Readonly<Record<string, string>>;

/** What a chat is to be told now. */
export interface Due {
  readonly chat: ChatId;
  readonly url: string;
  readonly alarms: readonly Alarm[];
  /** Local day on which the summary of the day before is sent; null: none is due. */
  readonly summaryDay: number | null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** What could not be sent within a day is no news any more. */
const freshMs = dayMs;

/** What is to be sent, by the properties alone: asked every minute. */
export function dueOf(all: All, nowMs: number): readonly Due[] {
  const chats = chatIds.flatMap((chat) => {
    const url = tokenOf(all, ownerOf(chat));
    return url !== null && chatOfAddress(url) === chat ? [{ chat, url }] : [];
  });
  if (chats.length === 0) return [];
  const { summaryHour, edition } = alarmSettingsFrom(all);
  const { raised } = sweepStateFrom(all).alarms;
  const sentTo = sentFrom(all);
  const localMs = nowMs + configFrom(all).settings.offsetMinutes * 60_000;
  const today = Math.floor(localMs / dayMs);
  const isSummaryTime = summaryHour >= 0 && localMs % dayMs >= summaryHour * hourMs;
  return chats.flatMap(({ chat, url }) => {
    const sent = sentTo[chat];
    if (sent.notBeforeMs > nowMs || sent.refusedAt === edition) return [];
    const isTold = new Set(sent.alarms);
    const alarms = raised.filter(
      (alarm) => !isTold.has(alarmId(alarm)) && nowMs - alarm.atMs < freshMs,
    );
    const summaryDay = isSummaryTime && sent.summaryDay < today ? today : null;
    return alarms.length === 0 && summaryDay === null ? [] : [{ chat, url, alarms, summaryDay }];
  });
}
