import { decodeRecord } from '../events/decode-record';
import type { Properties } from '../platform/services';

/** What a person chooses of alarms. */
export interface AlarmSettings {
  /** A customer who waits for longer raises an alarm; minutes of business hours, 0: none does. */
  readonly waitMinutes: number;
  /** Local hour at which the summary of yesterday is sent to the chats; -1: none is. */
  readonly summaryHour: number;
  /** Raised with every saving: a chat that has refused is tried again. */
  readonly edition: number;
}

export const defaultAlarmSettings: AlarmSettings = { waitMinutes: 30, summaryHour: -1, edition: 0 };

const key = 'alarms';

export const alarmSettingsFrom = (all: Readonly<Record<string, string>>): AlarmSettings =>
  decodeRecord(all[key], defaultAlarmSettings);

export function saveAlarmSettings(properties: Properties, settings: AlarmSettings): void {
  properties.set(key, JSON.stringify(settings));
}
