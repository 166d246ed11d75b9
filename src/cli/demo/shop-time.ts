/** Milliseconds of a minute, an hour and a day. */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The team's zone is GMT-3, all year. */
const offsetMs = -3 * hourMs;

/** Midnight (epoch, ms) of the team's day in which an instant lies. */
export function dayStart(atMs: number): number {
  return Math.floor((atMs + offsetMs) / dayMs) * dayMs - offsetMs;
}

/** 0 for Sunday … 6 for Saturday. */
export const weekday = (atMs: number): number => new Date(atMs + offsetMs).getUTCDay();

/** Wall clock without a zone, as Huggy writes it: `2026-11-24 11:22:00`. */
export const wallClock = (atMs: number): string =>
  new Date(atMs + offsetMs).toISOString().slice(0, 19).replace('T', ' ');

/** The same in UTC, as Treble writes it. */
export const utcClock = (atMs: number): string =>
  new Date(atMs).toISOString().slice(0, 19).replace('T', ' ');

export const seconds = (atMs: number): number => Math.floor(atMs / 1000);

/** The shop is open from 8 to 19 h on weekdays and from 9 to 14 h on Saturdays; on Sundays a few write all the same. */
export function openingHours(dayMs_: number): readonly [fromHour: number, toHour: number] {
  return weekday(dayMs_) === 6 ? [9, 14] : [8, 19];
}

/** The day as a Brazilian writes it: `24/11/2026`. */
export const sayDay = (atMs: number): string => {
  const [year = '', month = '', day = ''] = wallClock(atMs).slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
};

const busyMorning = { hour: 11, minute: 22 } as const;

/** When a demonstration begins: now while the shop is busy, else the late morning of the last weekday. */
export function choosePresent(nowMs: number): number {
  const hour = (nowMs - dayStart(nowMs)) / hourMs;
  if (isWeekday(nowMs) && hour >= 10 && hour < 18) return nowMs;
  let startMs = dayStart(nowMs);
  if (hour < 10 || !isWeekday(startMs)) startMs -= dayMs;
  while (!isWeekday(startMs)) startMs -= dayMs;
  return startMs + busyMorning.hour * hourMs + busyMorning.minute * minuteMs;
}

const isWeekday = (atMs: number): boolean => weekday(atMs) >= 1 && weekday(atMs) <= 5;
