import type { Random } from '../../runtime/host-object';
import { instantOfWallTime, readTimeZone } from '../utilities/time-zone';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** At one instant, then never again. */
interface Once {
  readonly kind: 'once';
  readonly atMs: number;
}

/** Each `periodMs`, counted from the first run. */
interface Interval {
  readonly kind: 'interval';
  readonly periodMs: number;
}

/**
 * At a minute of some days in a zone (`minuteOfDay` may reach a little into the day before or after). Days are numbered from 1970-01-01 on the zone's calendar; `every` counts days, or weeks when
 * `weekDay` (0 = Sunday) is given, from `anchorDay`. `monthDay` picks one day of each month.
 */
interface Calendar {
  readonly kind: 'calendar';
  readonly zone: string;
  readonly minuteOfDay: number;
  readonly every: number;
  readonly anchorDay: number;
  readonly weekDay: number | null;
  readonly monthDay: number | null;
}

export type Schedule = Once | Interval | Calendar;

/** When a new trigger runs first: an interval somewhere within its first period, as Google spreads them. */
export function firstRunMs(schedule: Schedule, nowMs: number, random: Random): number {
  if (schedule.kind === 'once') return schedule.atMs;
  if (schedule.kind === 'interval') return nowMs + Math.ceil(random.next() * schedule.periodMs);
  return nextCalendarRunMs(schedule, nowMs);
}

/** When a trigger that was due at `dueMs` and fired at `nowMs` runs next; null for never. Missed runs are not made up. */
export function nextRunMs(schedule: Schedule, dueMs: number, nowMs: number): number | null {
  if (schedule.kind === 'once') return null;
  if (schedule.kind === 'calendar') return nextCalendarRunMs(schedule, Math.max(dueMs, nowMs));
  const periods = Math.floor(Math.max(0, nowMs - dueMs) / schedule.periodMs) + 1;
  return dueMs + periods * schedule.periodMs;
}

/** Number of the calendar day in a zone, from 1970-01-01. */
export function dayNumber(zone: string, epochMs: number): number {
  return Math.floor((epochMs + readTimeZone(zone).offsetMs(epochMs)) / DAY_MS);
}

function nextCalendarRunMs(schedule: Calendar, afterMs: number): number {
  const zone = readTimeZone(schedule.zone);
  for (let day = dayNumber(schedule.zone, afterMs); ; day += 1) {
    if (!runsOn(schedule, day)) continue;
    const atMs = instantOfWallTime(zone, day * DAY_MS + schedule.minuteOfDay * MINUTE_MS);
    if (atMs > afterMs) return atMs;
  }
}

function runsOn(schedule: Calendar, day: number): boolean {
  const date = new Date(day * DAY_MS);
  if (schedule.monthDay !== null) return date.getUTCDate() === schedule.monthDay;
  if (schedule.weekDay === null) return (day - schedule.anchorDay) % schedule.every === 0;
  const weeks = weekNumber(day) - weekNumber(schedule.anchorDay);
  return date.getUTCDay() === schedule.weekDay && weeks % schedule.every === 0;
}

/** Weeks begin on Sunday; day 0, 1 January 1970, was a Thursday. */
function weekNumber(day: number): number {
  return Math.floor((day + 4) / 7);
}
