import type { Language } from '../../../events/localized';
import { toSerial } from '../../../events/time';
import type { CellValue } from '../../../platform/services';
import { guardText } from '../../../sheets/cells';
import { call, formula, text } from '../../../sheets/formula';
import { boardTexts, type BoardText } from '../../../tabs/dashboard/labels';

/** How a cell of the dashboard is written. */
export interface Pen {
  readonly language: Language;
  readonly offsetMinutes: number;
  /** A1 reference of the cell of the present time. */
  readonly nowCell: string;
}

/** A text of the dashboard, `{name}` filled in. */
export function phrase(
  { language }: Pen,
  id: BoardText,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return boardTexts[id][language].replace(/\{(\w+)\}/g, (_whole, name: string) =>
    String(values[name] ?? ''),
  );
}

/** Small print of a card: four blanks of its size bring its edge to that of the number. */
const indent = '    ';
export const small = (line: string): CellValue => `'${indent}${line}`;

/** One of two lines of small print, by what holds at the time. */
export const smallIf = (condition: string, line: string, otherwise: string): CellValue =>
  formula(call('IF', condition, text(`${indent}${line}`), text(`${indent}${otherwise}`)));

/** A text that Sheets must not take for anything else. */
export const plainText = (line: string): CellValue => guardText(line);

/** Minutes since a moment, as an expression that goes on by itself; no decimals. */
export const minutesSince = ({ nowCell, offsetMinutes }: Pen, sinceMs: number): string =>
  call('MAX', '0', call('ROUNDDOWN', `(${nowCell}-${daysAt(sinceMs, offsetMinutes)})*1440`, '0'));

/** Days since a moment, as a formula that goes on by itself. */
export const elapsedSince = ({ nowCell, offsetMinutes }: Pen, sinceMs: number): string =>
  formula(call('MAX', '0', `${nowCell}-${daysAt(sinceMs, offsetMinutes)}`));

const daysAt = (atMs: number, offsetMinutes: number): string =>
  `${Math.round(toSerial(atMs, offsetMinutes) * 86_400)}/86400`;

/** From so many minutes on, time is said in hours, and in days. */
const hoursFrom = 120;
const daysFrom = 48 * 60;

/** A line of a card with the time since a moment, which goes on by itself: in minutes, later in hours or days. */
export function tickingLine(pen: Pen, ahead: string, sinceMs: number): string {
  const minutes = minutesSince(pen, sinceMs);
  const inUnits = (size: number, unit: BoardText): string =>
    `${call('ROUNDDOWN', `${minutes}/${size}`, '0')}&${text(phrase(pen, unit))}`;
  const longer = call(
    'IF',
    `${minutes}<${daysFrom}`,
    inUnits(60, 'hours'),
    inUnits(24 * 60, 'days'),
  );
  const said = call('IF', `${minutes}<${hoursFrom}`, inUnits(1, 'minutes'), longer);
  return formula(`${text(`${indent}${ahead}`)}&${said}`);
}

/** A number with one decimal, as the language writes it. */
export function decimal({ language }: Pen, value: number): string {
  const written = value.toFixed(1);
  return language === 'en' ? written : written.replace('.', ',');
}

export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`;

const longestBar = 19;

/** A bar of whole signs: in some fonts half a sign is of another height. */
export const bar = (part: number, whole: number): string =>
  '█'.repeat(whole === 0 ? 0 : Math.round((part / whole) * longestBar));

/** Milliseconds as the days that a cell of time holds; blank for null. */
export const asDays = (ms: number | null): CellValue => (ms === null ? '' : ms / 86_400_000);
