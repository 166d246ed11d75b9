const MINUTE_MS = 60_000;
const GMT: TimeZone = { id: 'GMT', offsetMs: () => 0, names: () => ['GMT', 'Greenwich Mean Time'] };

/** A time zone as Java's `TimeZone.getTimeZone(id)` would give it. `names` are the short and the long English name at an instant. */
export interface TimeZone {
  readonly id: string;
  offsetMs(epochMs: number): number;
  names(epochMs: number): readonly [short: string, long: string];
}

/** Java's three-letter ids that it still knows and Intl does not (java.time.ZoneId.SHORT_IDS). */
const SHORT_IDS: Readonly<Record<string, string>> = {
  ACT: 'Australia/Darwin',
  AET: 'Australia/Sydney',
  AGT: 'America/Argentina/Buenos_Aires',
  ART: 'Africa/Cairo',
  AST: 'America/Anchorage',
  BET: 'America/Sao_Paulo',
  BST: 'Asia/Dhaka',
  CAT: 'Africa/Harare',
  CNT: 'America/St_Johns',
  CST: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  EAT: 'Africa/Addis_Ababa',
  ECT: 'Europe/Paris',
  IET: 'America/Indiana/Indianapolis',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  MIT: 'Pacific/Apia',
  NET: 'Asia/Yerevan',
  NST: 'Pacific/Auckland',
  PLT: 'Asia/Karachi',
  PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico',
  PST: 'America/Los_Angeles',
  SST: 'Pacific/Guadalcanal',
  VST: 'Asia/Ho_Chi_Minh',
};

const known = new Map<string, TimeZone>();

/**
 * Reads `GMT-3`, `GMT-0300`, `GMT-03:00`, IANA ids and Java's short ids, case-sensitive; any other id falls silently to GMT.
 * Source: https://docs.oracle.com/javase/7/docs/api/java/util/TimeZone.html
 */
export function readTimeZone(id: string): TimeZone {
  const found = known.get(id) ?? fixedZone(id) ?? namedZone(SHORT_IDS[id] ?? id) ?? GMT;
  known.set(id, found);
  return found;
}

/** `-03:00`-like text of an offset; `separator` between hours and minutes. */
export function formatOffset(offsetMs: number, separator: string): string {
  const minutes = Math.trunc(Math.abs(offsetMs) / MINUTE_MS);
  const hours = String(Math.trunc(minutes / 60)).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${hours}${separator}${String(minutes % 60).padStart(2, '0')}`;
}

/** The instant at which clocks of a zone show the given wall time (written as if it were UTC); gaps of summer time move on. */
export function instantOfWallTime(zone: TimeZone, wallMs: number): number {
  const guessMs = wallMs - zone.offsetMs(wallMs);
  return wallMs - zone.offsetMs(guessMs);
}

function fixedZone(id: string): TimeZone | null {
  const match = /^GMT([+-])(\d{1,2})(?::?([0-5]\d))?$/.exec(id);
  if (match === null || Number(match[2]) > 23) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  const offsetMs = (match[1] === '-' ? -minutes : minutes) * MINUTE_MS;
  const name = `GMT${formatOffset(offsetMs, ':')}`;
  return { id: name, offsetMs: () => offsetMs, names: () => [name, name] };
}

function namedZone(id: string): TimeZone | null {
  // Intl takes any case and bare offsets; Java takes neither.
  if (!/^[A-Z]/.test(id) || id === 'GMT') return null;
  try {
    const offset = nameFormatter(id, 'longOffset');
    const short = nameFormatter(id, 'short');
    const long = nameFormatter(id, 'long');
    return {
      id,
      offsetMs: (epochMs) => readOffset(zoneNameAt(offset, epochMs)),
      names: (epochMs) => [
        zoneNameAt(short, epochMs).replace(/^GMT(?=[+-]).*/, zoneNameAt(offset, epochMs)),
        zoneNameAt(long, epochMs),
      ],
    };
  } catch {
    return null;
  }
}

function nameFormatter(
  id: string,
  timeZoneName: 'longOffset' | 'short' | 'long',
): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName });
}

function zoneNameAt(formatter: Intl.DateTimeFormat, epochMs: number): string {
  const parts = formatter.formatToParts(epochMs);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
}

function readOffset(name: string): number {
  const match = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(name);
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return (match[1] === '-' ? -seconds : seconds) * 1000;
}
