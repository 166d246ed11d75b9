import { MONTHS, type PatternToken, splitPattern, WEEKDAYS } from './simple-date-format';
import { instantOfWallTime, readTimeZone } from './time-zone';

/** What a text says of a date; absent fields have Java's defaults (midnight of 1 January 1970). */
interface Found {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  isAfternoon: boolean;
  /** Offset that the text itself names (`Z`, `X`, `z`). */
  offsetMs: number | null;
}

interface Reading {
  readonly found: Found;
  readonly nowMs: number;
}

type Store = (reading: Reading, text: string) => void;

const NUMBER = String.raw`\s*(\d+)`;
const OFFSET = String.raw`(Z|GMT|UTC|(?:GMT)?[+-]\d{2}:?(?:\d{2})?)`;

const numeric =
  (name: Exclude<keyof Found, 'isAfternoon' | 'offsetMs'>, shift = 0): Store =>
  ({ found }, text) => {
    found[name] = Number(text) + shift;
  };

const hourOfTwelve: Store = ({ found }, text) => {
  found.hour = Number(text) % 12;
};

const storeOffset: Store = ({ found }, text) => {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):?(\d{2})?/.exec(text) ?? [];
  const total = (Number(hours) * 60 + Number(minutes)) * 60_000;
  found.offsetMs = sign === '-' ? -total : total;
};

/** Number fields by letter; text fields are in TEXT_FIELDS. */
const NUMBER_FIELDS: Readonly<Record<string, Store>> = {
  y: storeYear,
  M: numeric('month', -1),
  d: numeric('day'),
  H: numeric('hour'),
  k: ({ found }, text) => {
    found.hour = Number(text) % 24;
  },
  K: hourOfTwelve,
  h: hourOfTwelve,
  m: numeric('minute'),
  s: numeric('second'),
  S: numeric('millisecond'),
};

const TEXT_FIELDS: Readonly<Record<string, readonly [pattern: string, store: Store]>> = {
  M: [
    namesPattern(MONTHS),
    ({ found }, text) => {
      const start = text.slice(0, 3).toLowerCase();
      found.month = MONTHS.findIndex((name) => name.toLowerCase().startsWith(start));
    },
  ],
  E: [namesPattern(WEEKDAYS), () => undefined],
  a: [
    '(AM|PM)',
    ({ found }, text) => {
      found.isAfternoon = text.toUpperCase() === 'PM';
    },
  ],
  z: [OFFSET, storeOffset],
  Z: [OFFSET, storeOffset],
  X: [OFFSET, storeOffset],
};

/** Where a text is read: `zoneId` holds unless the text names an offset; `nowMs` is for years of two digits. */
export interface ParseSettings {
  readonly zoneId: string;
  readonly pattern: string;
  readonly nowMs: number;
}

/**
 * Reads a date by a SimpleDateFormat pattern, leniently as Java does (32 January is 1 February); text after it is ignored.
 * Throws `Unparseable date: "…"`. Week fields, eras and zone names other than GMT are not modelled.
 * Source: https://docs.oracle.com/javase/7/docs/api/java/text/SimpleDateFormat.html
 */
export function parseJavaDate(text: string, { zoneId, pattern, nowMs }: ParseSettings): number {
  const found: Found = {
    year: 1970,
    month: 0,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    millisecond: 0,
    isAfternoon: false,
    offsetMs: null,
  };
  const tokens = splitPattern(pattern);
  const match = new RegExp(`^${tokens.map(tokenPattern).join('')}`, 'i').exec(text);
  if (match === null) throw new Error(`Unparseable date: "${text}"`);
  const fields = tokens.filter(({ literal }) => literal === null);
  for (const [index, token] of fields.entries()) {
    storeOf(token)({ found, nowMs }, match[index + 1] ?? '');
  }
  return toInstant(found, zoneId);
}

function toInstant(found: Found, zoneId: string): number {
  const hour = found.hour + (found.isAfternoon && found.hour < 12 ? 12 : 0);
  const wall = new Date(0);
  wall.setUTCFullYear(found.year, found.month, found.day);
  wall.setUTCHours(hour, found.minute, found.second, found.millisecond);
  return found.offsetMs === null
    ? instantOfWallTime(readTimeZone(zoneId), wall.getTime())
    : wall.getTime() - found.offsetMs;
}

function tokenPattern(token: PatternToken, index: number, tokens: readonly PatternToken[]): string {
  if (token.literal !== null)
    return token.literal.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  const asText = textField(token);
  if (asText !== undefined) return asText[0];
  // Numbers with no gap between them take just as many digits as the pattern has letters.
  const next = tokens[index + 1];
  const isAbutting = next !== undefined && next.literal === null && textField(next) === undefined;
  return isAbutting ? String.raw`\s*(\d{${token.width}})` : NUMBER;
}

function storeOf(token: PatternToken): Store {
  const store = textField(token)?.[1] ?? NUMBER_FIELDS[token.letter];
  if (store === undefined) {
    throw new Error(`The local twin does not read the pattern letter '${token.letter}'.`);
  }
  return store;
}

function textField({ letter, width }: PatternToken) {
  return letter === 'M' && width < 3 ? undefined : TEXT_FIELDS[letter];
}

function namesPattern(names: readonly string[]): string {
  return `(${names.join('|')}|${names.map((name) => name.slice(0, 3)).join('|')})`;
}

/** A year of exactly two digits lies within 80 years before and 20 after now. */
function storeYear({ found, nowMs }: Reading, text: string): void {
  found.year = Number(text);
  if (text.length !== 2) return;
  const earliest = new Date(nowMs).getUTCFullYear() - 80;
  found.year += Math.ceil((earliest - found.year) / 100) * 100;
}
