import { say, type Language, type Localized } from '../events/localized';
import { fill } from './texts';

const dayMs = 86_400_000;
const yesterday: Localized = say('ontem, {time}', 'ayer, {time}', 'yesterday, {time}');

/** When and where somebody reads a time. */
export interface Reader {
  readonly nowMs: number;
  readonly offsetMinutes: number;
  readonly language: Language;
}

/** Day in the team's zone, counted from 1970. */
export const localDay = (atMs: number, { offsetMinutes }: Pick<Reader, 'offsetMinutes'>): number =>
  Math.floor((atMs + offsetMinutes * 60_000) / dayMs);

/** A moment in the team's zone as one would say it: `11:05` today, `ontem, 17:40`, `27/11 - 18:02` before. */
export function sayMoment(atMs: number, reader: Reader): string {
  const local = new Date(atMs + reader.offsetMinutes * 60_000).toISOString();
  const time = local.slice(11, 16);
  const daysAgo = localDay(reader.nowMs, reader) - localDay(atMs, reader);
  if (daysAgo === 0) return time;
  if (daysAgo === 1) return fill(yesterday[reader.language], { time });
  return `${local.slice(8, 10)}/${local.slice(5, 7)} - ${time}`;
}

/** A duration in seconds with one place, as one writes it: `1,4`; in English `1.4`. */
export function saySeconds(durationMs: number, language: Language): string {
  const seconds = (durationMs / 1000).toFixed(1);
  return language === 'en' ? seconds : seconds.replace('.', ',');
}
