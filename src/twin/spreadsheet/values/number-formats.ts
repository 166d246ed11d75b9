import { format, isDateFormat } from 'numfmt';
import type { CellValue } from '../model';
import { localeRules } from './locales';

const automatic = new Set(['', 'General', 'general', '0.###############']);
const dateLike = new Map<string, boolean>();

/** What `getNumberFormat` answers for an automatic cell. */
export const automaticFormat = '0.###############';

/** Whether a cell with this number format is automatic: typed values choose their own format. */
export function isAutomaticFormat(pattern: string | undefined): boolean {
  return pattern === undefined || automatic.has(pattern);
}

/** Whether a number with this format is a date, a time or a duration. */
export function isDateLikeFormat(pattern: string | undefined): boolean {
  if (pattern === undefined || automatic.has(pattern)) return false;
  const known = dateLike.get(pattern);
  if (known !== undefined) return known;
  const answer = readsAsDate(pattern);
  dateLike.set(pattern, answer);
  return answer;
}

function readsAsDate(pattern: string): boolean {
  try {
    return isDateFormat(pattern);
  } catch {
    return false;
  }
}

/** Text of a cell as the sheet shows it. */
export function displayText(value: CellValue, pattern: string | undefined, locale: string): string {
  if (value === null) return '';
  const rules = localeRules(locale);
  if (typeof value === 'boolean') {
    return ((value ? rules.trueWords : rules.falseWords).at(-1) ?? '').toUpperCase();
  }
  if (typeof value === 'string' && (isAutomaticFormat(pattern) || pattern === '@')) return value;
  const isPlain = isAutomaticFormat(pattern) || pattern === '@';
  if (isPlain && Number.isInteger(value) && Math.abs(Number(value)) < 1e15) return String(value);
  const known = isPlain ? automaticFormat : pattern;
  return formatSafely(known ?? automaticFormat, value, rules.tag);
}

function formatSafely(pattern: string, value: number | string, tag: string): string {
  try {
    const text = format(pattern, value, { locale: tag });
    return typeof value === 'number' ? text.replace(/[.,]$/, '') : text;
  } catch {
    return String(value);
  }
}
