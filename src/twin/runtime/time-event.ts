const DAY_MS = 24 * 60 * 60_000;

/**
 * The event object of a clock trigger; its fields are in UTC.
 * Source: https://developers.google.com/apps-script/guides/triggers/events#time-driven-events
 */
export function timeEvent(triggerUid: string, nowMs: number): Readonly<Record<string, unknown>> {
  const now = new Date(nowMs);
  const weekDay = now.getUTCDay() === 0 ? 7 : now.getUTCDay();
  return {
    authMode: 'FULL',
    'day-of-month': now.getUTCDate(),
    'day-of-week': weekDay,
    hour: now.getUTCHours(),
    minute: now.getUTCMinutes(),
    month: now.getUTCMonth() + 1,
    second: now.getUTCSeconds(),
    timezone: 'UTC',
    triggerUid,
    'week-of-year': weekOfYear(now, weekDay),
    year: now.getUTCFullYear(),
  };
}

/** Week 1 holds the year's first Thursday. */
function weekOfYear(date: Date, weekDay: number): number {
  const thursdayMs = date.getTime() + (4 - weekDay) * DAY_MS;
  const yearStartMs = Date.UTC(new Date(thursdayMs).getUTCFullYear(), 0, 1);
  return Math.ceil((thursdayMs - yearStartMs + 1) / (7 * DAY_MS));
}
