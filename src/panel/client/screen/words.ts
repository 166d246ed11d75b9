import { say } from '../page-data';

/** A text with its `{name}` places filled. */
export const phrase = (id: string, values: Readonly<Record<string, string | number>>): string =>
  say(id).replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''));

const minuteMs = 60_000;

/** `2h41`, `56 min`, `agora`. */
export function span(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / minuteMs);
  if (minutes < 1) return say('now');
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} d`;
  return `${hours}h${String(minutes % 60).padStart(2, '0')}`;
}

const localTime = (atMs: number, offsetMinutes: number): Date =>
  new Date(atMs + offsetMinutes * minuteMs);

/** `11:22` on the team's clock. */
export const clock = (atMs: number, offsetMinutes: number): string =>
  localTime(atMs, offsetMinutes).toISOString().slice(11, 16);

/** `terça-feira, 24 de novembro` on the team's clock. */
export function longDate(atMs: number, offsetMinutes: number): string {
  const time = localTime(atMs, offsetMinutes);
  const weekday = say('weekdays').split(' ')[(time.getUTCDay() + 6) % 7] ?? '';
  const month = say('months').split(' ')[time.getUTCMonth()] ?? '';
  return phrase('date', { weekday, month, day: time.getUTCDate() });
}

/** With one decimal, as the language writes it. */
export const decimal = (value: number): string => value.toFixed(1).replace('.', say('decimal'));
