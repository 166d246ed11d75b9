const MS_PER_DAY = 86_400_000;
/** Serial 0 is 30 December 1899. */
const SERIAL_OF_UNIX_EPOCH = 25_569;

const FIXED_OFFSET = /^(?:GMT|UTC)(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/;

function readFixedOffsetMs(timeZone: string): number | null {
  const match = FIXED_OFFSET.exec(timeZone);
  if (!match) return null;
  const [, sign, hours = '0', minutes = '0'] = match;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -offset : offset;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

function findCalendar(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const calendar = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  calendars.set(timeZone, calendar);
  return calendar;
}

function readWallClockMs(epochMs: number, timeZone: string): number {
  const fixed = readFixedOffsetMs(timeZone);
  if (fixed !== null) return epochMs + fixed;
  const parts = new Map(
    findCalendar(timeZone)
      .formatToParts(epochMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const toSecond = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return toSecond + (((epochMs % 1000) + 1000) % 1000);
}

/** The wall clock of a zone (IANA name, or a fixed offset such as `GMT-3`) as a spreadsheet serial number. */
export function toSerial(epochMs: number, timeZone: string): number {
  return readWallClockMs(epochMs, timeZone) / MS_PER_DAY + SERIAL_OF_UNIX_EPOCH;
}
