import { monthNumber, type LocaleRules } from './locales';
import { serialOfDay } from './zone';

/** A value read from typed text, with the number format the cell gets when it is automatic. */
export interface TypedValue {
  readonly value: string | number | boolean;
  readonly format?: string;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const clock = /^(\d{1,4}):([0-5]?\d)(?::([0-5]?\d)(?:[.,](\d{1,3}))?)?(?:\s*([AaPp])\.?[Mm]\.?)?$/;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const dayFirst = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/;
const monthYear = /^(\d{1,2})[-/](\d{4})$/;
const dayNameYear = /^(\d{1,2})(?:\s*(?:de|-)?\s*)(\p{L}{3,10})\.?(?:\s*(?:de|-|,)?\s*(\d{4}))?$/u;
const nameDayYear = /^(\p{L}{3,10})\.?\s+(\d{1,2})(?:(?:,\s*|\s+)(\d{4}))?$/u;

/** Reads a date, a time, both, or a duration; null when the text is none. `year` is this year. */
export function readTypedDate(text: string, rules: LocaleRules, year: number): TypedValue | null {
  const time = readClock(text);
  if (time) return time;
  const day = readDay(text, rules, year);
  if (day !== null) return { value: day, format: rules.dateFormat };
  const gap = /^(.*\S),?\s+(\d{1,2}:\S+(?:\s*[AaPp]\.?[Mm]\.?)?)$/.exec(text);
  const dayPart = gap && readDay((gap[1] ?? '').replace(/,$/, ''), rules, year);
  const timePart = gap && readClock(gap[2] ?? '');
  if (typeof dayPart !== 'number' || !timePart) return null;
  return { value: dayPart + Number(timePart.value), format: `${rules.dateFormat} HH:mm:ss` };
}

function readClock(text: string): TypedValue | null {
  const match = clock.exec(text);
  if (!match) return null;
  const half = match[5]?.toLowerCase();
  const typedHours = Number(match[1]);
  if (half && (typedHours < 1 || typedHours > 12)) return null;
  const hours = half ? (typedHours % 12) + (half === 'p' ? 12 : 0) : typedHours;
  const seconds =
    hours * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0) + Number(`0.${match[4] ?? 0}`);
  return { value: seconds / 86_400, format: clockFormat(hours, match[3] !== undefined) };
}

function clockFormat(hours: number, hasSeconds: boolean): string {
  if (hours >= 24) return '[h]:mm:ss';
  return hasSeconds ? 'HH:mm:ss' : 'HH:mm';
}

function readDay(text: string, rules: LocaleRules, year: number): number | null {
  const day = readNumericDay(text, rules, year) ?? readNamedDay(text, rules, year);
  if (!day || !isRealDay(day)) return null;
  return serialOfDay(day.year, day.month, day.day);
}

function readNumericDay(text: string, rules: LocaleRules, year: number): Day | null {
  const iso = yearFirst.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) };
  const short = monthYear.exec(text);
  if (short) return { year: Number(short[2]), month: Number(short[1]), day: 1 };
  const typed = dayFirst.exec(text);
  // A point is the decimal sign where points separate decimals: 1.5 is a number there.
  if (!typed || (typed[2] === '.' && (rules.decimal === '.' || rules.order === 'mdy'))) return null;
  const [first, second] = [Number(typed[1]), Number(typed[3])];
  const fullYear = typed[4] === undefined ? year : centuryYear(typed[4]);
  return rules.order === 'dmy'
    ? { year: fullYear, month: second, day: first }
    : { year: fullYear, month: first, day: second };
}

function readNamedDay(text: string, rules: LocaleRules, year: number): Day | null {
  const dayLed = dayNameYear.exec(text);
  const nameLed = dayLed ? null : nameDayYear.exec(text);
  const name = dayLed?.[2] ?? nameLed?.[1];
  if (name === undefined) return null;
  const month = monthNumber(name, rules);
  const typedYear = dayLed?.[3] ?? nameLed?.[3];
  return {
    year: typedYear === undefined ? year : Number(typedYear),
    month,
    day: Number(dayLed?.[1] ?? nameLed?.[2]),
  };
}

function centuryYear(typed: string): number {
  const year = Number(typed);
  if (typed.length === 4) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function isRealDay({ year, month, day }: Day): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1900) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
