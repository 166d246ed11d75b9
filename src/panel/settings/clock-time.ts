/** Minutes after midnight of a time as people write it: `8`, `8:30`, `08h30`, `24:00`; null for anything else. */
export function readClock(text: string): number | null {
  const [, hour = '', minute = '0'] = /^(\d{1,2})(?:[:h.](\d{2})?)?$/i.exec(text.trim()) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return hour === '' || Number(minute) > 59 || minutes > 1440 ? null : minutes;
}

/** `08:30`. */
export const sayClock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
