/** When the team works, in the zone of the settings. */
export interface BusinessHours {
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  /** Whole hours: from 8 until 20 is 8:00 to 20:00. */
  readonly fromHour: number;
  readonly untilHour: number;
  /** Days off as `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
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
  const offsetMs = offsetMinutes * 60_000;
  const [from, until] = [fromMs + offsetMs, untilMs + offsetMs];
  if (hours === null || until - from > maxDays * dayMs) return Math.max(0, until - from);
  let total = 0;
  for (let day = Math.floor(from / dayMs); day * dayMs < until; day += 1) {
    if (!isWorkday(day, hours)) continue;
    const opens = Math.max(from, day * dayMs + hours.fromHour * hourMs);
    const closes = Math.min(until, day * dayMs + hours.untilHour * hourMs);
    total += Math.max(0, closes - opens);
  }
  return total;
}

/** 1 January 1970 was a Thursday. */
const isWorkday = (day: number, { weekdays, holidays }: BusinessHours): boolean =>
  weekdays.includes((((day + 4) % 7) + 7) % 7) &&
  !holidays.includes(new Date(day * dayMs).toISOString().slice(0, 10));
