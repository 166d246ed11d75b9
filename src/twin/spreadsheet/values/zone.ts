const fixedOffset = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/;
const quarterHourMs = 900_000;
const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** Days from the sheets' day zero (30 Dec 1899) to 1 Jan 1970. */
const epochDay = 25_569;

/** Minutes a zone is ahead of UTC at an instant. */
type OffsetAt = (epochMs: number) => number;

const zones = new Map<string, OffsetAt>();

/** Serial number of an instant's wall clock in a zone; to the millisecond. */
export function serialFromEpoch(epochMs: number, timeZone: string): number {
  return (epochMs + offsetMs(epochMs, timeZone)) / dayMs + epochDay;
}

/** Instant at which the wall clock of a zone shows a serial number. */
export function epochFromSerial(serial: number, timeZone: string): number {
  const wallMs = Math.round((serial - epochDay) * dayMs);
  const guess = wallMs - offsetMs(wallMs, timeZone);
  return wallMs - offsetMs(guess, timeZone);
}

/** Serial number of a calendar day. Month 1–12. */
export function serialOfDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / dayMs + epochDay;
}

function offsetMs(epochMs: number, timeZone: string): number {
  const known = zones.get(timeZone) ?? makeZone(timeZone);
  zones.set(timeZone, known);
  return known(epochMs) * 60_000;
}

/** An unknown zone is GMT, as in Java. */
function makeZone(timeZone: string): OffsetAt {
  const fixed = fixedOffset.exec(timeZone);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    return () => (fixed[1] === '-' ? -minutes : minutes);
  }
  try {
    return namedZone(new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }));
  } catch {
    return () => 0;
  }
}

function namedZone(format: Intl.DateTimeFormat): OffsetAt {
  const known = new Map<number, number>();
  const offsetAt = (epochMs: number): number => {
    const found = known.get(epochMs);
    if (found !== undefined) return found;
    const offset = readOffset(format, epochMs);
    if (known.size > 100_000) known.clear();
    known.set(epochMs, offset);
    return offset;
  };
  return (epochMs) => {
    const week = Math.floor(epochMs / weekMs) * weekMs;
    const offset = offsetAt(week);
    // No zone changes its clocks twice within a week.
    if (offset === offsetAt(week + weekMs)) return offset;
    return offsetAt(Math.floor(epochMs / quarterHourMs) * quarterHourMs);
  };
}

/** Local mean times of long ago have seconds; they count here. */
function readOffset(format: Intl.DateTimeFormat, epochMs: number): number {
  const parts = format.formatToParts(new Date(epochMs));
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]) + Number(match[4] ?? 0) / 60;
  return match[1] === '-' ? -minutes : minutes;
}
