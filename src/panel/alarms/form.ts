import { defaultAlarmSettings, type AlarmSettings } from '../../alarms/alarm-settings';
import { decodeRecord } from '../../events/decode-record';

/** What the page's form holds, as the page sends it. */
export interface AlarmForm {
  readonly waitMinutes: string;
  /** -1: no summary. */
  readonly summaryHour: string;
}

/** The form of what is stored. */
export const toForm = ({ waitMinutes, summaryHour }: AlarmSettings): AlarmForm => ({
  waitMinutes: String(waitMinutes),
  summaryHour: String(summaryHour),
});

/** What a form says; null where its wait is no number of minutes of a day. */
export function readForm(text: string): Omit<AlarmSettings, 'edition'> | null {
  const form = decodeRecord(text, toForm(defaultAlarmSettings));
  const waitMinutes = readWhole(form.waitMinutes, 0, 1440);
  const summaryHour = readWhole(form.summaryHour, -1, 23) ?? -1;
  return waitMinutes === null ? null : { waitMinutes, summaryHour };
}

function readWhole(text: string, least: number, most: number): number | null {
  const value = /^-?\d{1,4}$/.test(text.trim()) ? Number(text) : NaN;
  return value >= least && value <= most ? value : null;
}
