import { holidayOf } from './holidays';

/** When one day's work begins and ends, in minutes after midnight: 480 until 1080 is 8:00 to 18:00. */
export interface Shift {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** A day that is not like its weekday. */
export interface SpecialDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** What people call it. */
  readonly name: string;
  /** Null: a day off. */
  readonly shift: Shift | null;
}

/** When the team works, in the zone of the settings. */
export interface BusinessHours {
  /** By weekday, Sunday first; null: a day off. */
  readonly week: readonly (Shift | null)[];
  /** Whose national holidays are days off. */
  readonly holidays: 'none' | 'brazil';
  /** What they say of a day counts before holiday and weekday. */
  readonly days: readonly SpecialDay[];
}

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
/** Nobody waits longer than that in one of our numbers; what lies further back is counted around the clock. */
const maxDays = 400;

/** How much of the time between two moments (epoch ms) lies within the hours, in ms; all of it where there are none. */
export function businessMs(
  fromMs: number,
  untilMs: number,
  {
    hours,
    offsetMinutes,
  }: { readonly hours: BusinessHours | null; readonly offsetMinutes: number },
): number {
  const offsetMs = offsetMinutes * minuteMs;
  const [from, until] = [fromMs + offsetMs, untilMs + offsetMs];
  if (hours === null || until - from > maxDays * dayMs) return Math.max(0, until - from);
  let total = 0;
  for (let day = Math.floor(from / dayMs); day * dayMs < until; day += 1) {
    const shift = shiftOf(day, hours);
    if (shift === null) continue;
    const opens = Math.max(from, day * dayMs + shift.fromMinute * minuteMs);
    const closes = Math.min(until, day * dayMs + shift.untilMinute * minuteMs);
    total += Math.max(0, closes - opens);
  }
  return total;
}

/** When a local day, counted from 1970, is worked; null on a day off. */
function shiftOf(day: number, { week, holidays, days }: BusinessHours): Shift | null {
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  const special = days.find((one) => one.day === date);
  if (special !== undefined) return special.shift;
  if (holidays === 'brazil' && holidayOf(date) !== null) return null;
  // 1 January 1970 was a Thursday.
  return week[(((day + 4) % 7) + 7) % 7] ?? null;
}

/** Whether the team works at that moment of its own wall clock (ms as if it were UTC); always where there are no hours. */
export function isOpenAt(localMs: number, hours: BusinessHours | null): boolean {
  if (hours === null) return true;
  const shift = shiftOf(Math.floor(localMs / dayMs), hours);
  const minute = (localMs % dayMs) / minuteMs;
  return shift !== null && shift.fromMinute <= minute && minute < shift.untilMinute;
}
