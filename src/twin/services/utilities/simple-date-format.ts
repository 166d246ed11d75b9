import { formatOffset, readTimeZone, type TimeZone } from './time-zone';

const DAY_MS = 86_400_000;
/** English names, from January. */
export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
/** English names, from Sunday. */
export const WEEKDAYS: readonly string[] =
  'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

interface Moment {
  readonly epochMs: number;
  readonly zone: TimeZone;
  /** The wall time, as the UTC fields of a Date. */
  readonly wall: Date;
}

type Field = (moment: Moment, width: number) => string;

/** Pattern letters of SimpleDateFormat in the locale en_US: weeks begin on Sunday, week 1 is the one with 1 January. */
const FIELDS: Readonly<Record<string, Field>> = {
  G: ({ wall }) => (wall.getUTCFullYear() > 0 ? 'AD' : 'BC'),
  y: ({ wall }, width) => year(wall.getUTCFullYear(), width),
  Y: ({ wall }, width) => year(weekOfYear(wall).year, width),
  M: ({ wall }, width) => name(MONTHS, wall.getUTCMonth(), width),
  L: ({ wall }, width) => name(MONTHS, wall.getUTCMonth(), width),
  w: ({ wall }, width) => pad(weekOfYear(wall).week, width),
  W: ({ wall }, width) => pad(weekOfMonth(wall), width),
  D: ({ wall }, width) => pad(dayOfYear(wall), width),
  d: ({ wall }, width) => pad(wall.getUTCDate(), width),
  F: ({ wall }, width) => pad(Math.ceil(wall.getUTCDate() / 7), width),
  E: ({ wall }, width) => name(WEEKDAYS, wall.getUTCDay(), Math.max(3, width)),
  u: ({ wall }, width) => pad(wall.getUTCDay() || 7, width),
  a: ({ wall }) => (wall.getUTCHours() < 12 ? 'AM' : 'PM'),
  H: ({ wall }, width) => pad(wall.getUTCHours(), width),
  k: ({ wall }, width) => pad(wall.getUTCHours() || 24, width),
  K: ({ wall }, width) => pad(wall.getUTCHours() % 12, width),
  h: ({ wall }, width) => pad(wall.getUTCHours() % 12 || 12, width),
  m: ({ wall }, width) => pad(wall.getUTCMinutes(), width),
  s: ({ wall }, width) => pad(wall.getUTCSeconds(), width),
  S: ({ wall }, width) => pad(wall.getUTCMilliseconds(), width),
  z: ({ zone, epochMs }, width) => zone.names(epochMs)[width < 4 ? 0 : 1],
  Z: ({ zone, epochMs }) => formatOffset(zone.offsetMs(epochMs), ''),
  X: ({ zone, epochMs }, width) => isoOffset(zone.offsetMs(epochMs), width),
};

/**
 * Formats an instant by a Java SimpleDateFormat pattern.
 * Source: https://docs.oracle.com/javase/7/docs/api/java/text/SimpleDateFormat.html , which
 * https://developers.google.com/apps-script/reference/utilities/utilities#formatDate(Date,String,String) names as its specification.
 */
export function formatJavaDate(epochMs: number, zoneId: string, pattern: string): string {
  const zone = readTimeZone(zoneId);
  const moment = { epochMs, zone, wall: new Date(epochMs + zone.offsetMs(epochMs)) };
  return splitPattern(pattern)
    .map((token) => (token.literal === null ? formatField(moment, token) : token.literal))
    .join('');
}

/** A piece of a pattern: a run of one letter, or (when `literal` is text) text that stands for itself. */
export interface PatternToken {
  readonly letter: string;
  readonly width: number;
  readonly literal: string | null;
}

/** Splits a SimpleDateFormat pattern; throws on an unknown letter or an open quote, as Java does. */
export function splitPattern(pattern: string): readonly PatternToken[] {
  const pieces = pattern.match(/''|'(?:[^']|'')*'|'|([A-Za-z])\1*|[^A-Za-z']+/g) ?? [];
  return pieces.map(readPiece);
}

function readPiece(piece: string): PatternToken {
  if (piece === "'") throw new Error('Unterminated quote');
  if (piece === "''") return literal("'");
  if (piece.startsWith("'")) return literal(piece.slice(1, -1).replaceAll("''", "'"));
  const letter = piece.charAt(0);
  if (!/[A-Za-z]/.test(letter)) return literal(piece);
  if (FIELDS[letter] === undefined) throw new Error(`Illegal pattern character '${letter}'`);
  return { letter, width: piece.length, literal: null };
}

function literal(text: string): PatternToken {
  return { letter: '', width: 0, literal: text };
}

function formatField(moment: Moment, { letter, width }: PatternToken): string {
  return FIELDS[letter]?.(moment, width) ?? '';
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function year(value: number, width: number): string {
  const shown = value > 0 ? value : 1 - value;
  return width === 2 ? pad(shown % 100, 2) : pad(shown, width);
}

function name(names: readonly string[], index: number, width: number): string {
  const full = names[index] ?? '';
  return width < 3 ? pad(index + 1, width) : width === 3 ? full.slice(0, 3) : full;
}

function dayOfYear(wall: Date): number {
  return Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / DAY_MS) + 1;
}

function weekOfYear(wall: Date): { readonly year: number; readonly week: number } {
  const saturday = new Date(wall.getTime() + (6 - wall.getUTCDay()) * DAY_MS);
  return { year: saturday.getUTCFullYear(), week: Math.ceil(dayOfYear(saturday) / 7) };
}

function weekOfMonth(wall: Date): number {
  return Math.ceil((wall.getUTCDate() + 6 - wall.getUTCDay()) / 7);
}

function isoOffset(offsetMs: number, width: number): string {
  if (width > 3) throw new Error(`invalid ISO 8601 format: length=${width}`);
  if (offsetMs === 0) return 'Z';
  return width === 1
    ? formatOffset(offsetMs, '').slice(0, 3)
    : formatOffset(offsetMs, width === 2 ? '' : ':');
}
