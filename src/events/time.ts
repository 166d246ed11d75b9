/** Brazil's official time has no daylight saving since 2019: a fixed offset is exact. */
export const gmtMinus3Minutes = -180;

const millisecondsFrom = 1e11;
/** The end of 2199: a larger number is no time, and a date cell could not show it. */
const latestMs = 7_258_118_399_999;

/**
 * Reads a time in any form the vendors send and gives epoch milliseconds, or null when it is no time (0 counts as none).
 * Forms: unix seconds (also with a fraction), unix milliseconds (≥ 1e11), both also as digit strings; ISO 8601 with zone;
 * `YYYY-MM-DD HH:MM:SS[.ffffff]` with ` UTC` or no zone (then `offsetMinutes` applies); a JavaScript Date's text.
 */
export function parseTime(value: unknown, offsetMinutes = gmtMinus3Minutes): number | null {
  const atMs = readTime(typeof value === 'string' ? value.trim() : value, offsetMinutes);
  return atMs !== null && atMs > 0 && atMs <= latestMs ? atMs : null;
}

function readTime(value: unknown, offsetMinutes: number): number | null {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string') return null;
  if (/^\d+(\.\d+)?$/.test(value)) return fromNumber(Number(value));
  return fromWallClock(value, offsetMinutes) ?? fromText(value);
}

function fromNumber(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return Math.round(value < millisecondsFrom ? value * 1000 : value);
}

const wallClock =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?(?: ?(UTC|GMT|Z))?$/;

function fromWallClock(text: string, offsetMinutes: number): number | null {
  const match = wallClock.exec(text);
  if (!match) return null;
  const part = (index: number): number => Number(match[index] ?? 0);
  const [month, day] = [part(2), part(3)];
  const [hour, minute, second] = [part(4), part(5), part(6)];
  const fractionMs = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const utc = Date.UTC(part(1), month - 1, day, hour, minute, second, fractionMs);
  const isReal =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 25 && minute < 60 && second < 61;
  if (!isReal) return null;
  return utc - (match[8] === undefined ? offsetMinutes * 60_000 : 0);
}

/** `Date.parse` takes nearly any text with a year in it, in the zone of the machine: so only what names its zone is asked. */
const withZone = /\d{4}.*\d{1,2}:\d{2}.*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/;

function fromText(text: string): number | null {
  const bare = text.replace(/\s*\([^)]*\)$/, '');
  const parsed = withZone.test(bare) ? Date.parse(bare) : NaN;
  return Number.isNaN(parsed) ? null : parsed;
}

const dayMs = 86_400_000;
/** Days from Sheets' day zero (30 December 1899) to 1 January 1970. */
const epochSerial = 25_569;

/** The spreadsheet's serial number of the wall clock at that offset, to the second; so a cell reads the same in any spreadsheet zone. */
export function toSerial(atMs: number, offsetMinutes = gmtMinus3Minutes): number {
  const seconds = Math.floor(atMs / 1000) + offsetMinutes * 60;
  return (seconds * 1000) / dayMs + epochSerial;
}

/** A duration in milliseconds as days, the number that `[h]:mm:ss` shows. */
export function toDurationDays(durationMs: number): number {
  return durationMs / dayMs;
}
