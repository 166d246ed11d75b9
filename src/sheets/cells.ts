import { toDurationDays, toSerial } from '../events/time';
import type { CellValue } from '../platform/services';
import type { CellContent, ColumnKind, Ticking } from './definition';
import { keep } from './definition';
import { call, formula } from './formula';

/** Number format of each kind of column (Sheets' patterns); null leaves Automatic, never `@` (it does not keep `=` out for certain). */
export const numberFormats: Readonly<Record<ColumnKind, string | null>> = {
  text: null,
  flag: null,
  number: null,
  time: 'dd/MM/yyyy - HH:mm:ss',
  day: 'dd/MM/yyyy',
  duration: '[h]:mm:ss',
  formula: '[h]:mm:ss',
};

/** A cell holds at most 50,000 characters (Google's limit); a longer text is cut and says how much is missing. */
export const maxCellLength = 50_000;

/**
 * Words that Sheets may take for a boolean, whatever the spreadsheet's locale, and which are therefore guarded.
 * Everything with a digit or a sign is guarded anyway.
 */
const booleanWords = new Set([
  'true',
  'false',
  'verdadeiro',
  'falso',
  'verdadero',
  'vrai',
  'faux',
  'wahr',
  'falsch',
  'vero',
  'waar',
  'onwaar',
  'prawda',
  'fałsz',
]);

const plainWords = /^\p{L}+(?:[ .]\p{L}+)*$/u;

/** True when Sheets cannot take the text for anything but text. */
function isPlainText(text: string): boolean {
  return plainWords.test(text) && !booleanWords.has(text.toLowerCase());
}

/** The text as it must be written so that reading the cell gives exactly that text: a leading apostrophe keeps Sheets from parsing it. */
export function guardText(text: string): string {
  const whole = cutText(text);
  return whole === '' || isPlainText(whole) ? whole : `'${whole}`;
}

/** The place at or just before `end` that does not cut a character of two code units in half. */
export function wholeCharacterEnd(text: string, end: number): number {
  const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return end < text.length && isHalf ? end - 1 : end;
}

/** Cuts to the cell limit, ending in `…[+N]`, N the characters left out. The guard's apostrophe is counted too. */
export function cutText(text: string): string {
  if (text.length < maxCellLength) return text;
  const room = wholeCharacterEnd(text, maxCellLength - 20);
  return `${text.slice(0, room)}…[+${text.length - room}]`;
}

type Converter = (content: string | number | boolean, offsetMinutes: number) => CellValue;

const asNumber: Converter = (content) =>
  typeof content === 'number' && Number.isFinite(content) ? content : guardText(String(content));

const converters: Readonly<Record<ColumnKind, Converter>> = {
  text: (content) => guardText(String(content)),
  flag: (content) => (typeof content === 'boolean' ? content : guardText(String(content))),
  number: asNumber,
  time: (content, offsetMinutes) =>
    typeof content === 'number' ? toSerial(content, offsetMinutes) : guardText(String(content)),
  day: (content, offsetMinutes) =>
    typeof content === 'number'
      ? Math.floor(toSerial(content, offsetMinutes))
      : guardText(String(content)),
  duration: (content) =>
    typeof content === 'number' ? toDurationDays(content) : guardText(String(content)),
  formula: (content) => String(content),
};

const secondsOfDay = '86400';
const toWholeSeconds = (ms: number): string => String(Math.round(ms / 1000));

/** The formula of a duration that goes on, without decimals (see `formula.ts`). */
export function tickingFormula(ticking: Ticking, nowCell: string, offsetMinutes: number): string {
  const serial = (atMs: number): string =>
    `${String(Math.round(toSerial(atMs, offsetMinutes) * 86_400))}/${secondsOfDay}`;
  const { baseMs, sinceMs, untilMs, leastMs = 0 } = ticking;
  const passed = `${call('MIN', nowCell, serial(untilMs))}-${serial(sinceMs)}`;
  const whole = `${toWholeSeconds(baseMs)}/${secondsOfDay}+${call('MAX', '0', passed)}`;
  return formula(
    leastMs === 0 ? whole : call('MAX', `${toWholeSeconds(leastMs)}/${secondsOfDay}`, whole),
  );
}

/** Whether a cell's content is a duration that goes on. */
export const isTicking = (content: CellContent | undefined): content is Ticking =>
  typeof content === 'object' && content !== null;

/** What to hand to `setValues` for a cell of that kind; `keep` and `Ticking` must have been taken out before. */
export function toCell(
  kind: ColumnKind,
  content: CellContent | undefined,
  offsetMinutes: number,
): CellValue {
  if (content === null || content === undefined || content === keep || isTicking(content))
    return '';
  return converters[kind](content, offsetMinutes);
}
