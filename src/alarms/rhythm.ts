import { isOpenAt, type BusinessHours } from '../measures/business-time';

/**
 * How a connection usually speaks, by hour of the week: learnt from when Saúde saw its last event. What is counted are parts of an
 * hour in which anything came, not events: those come in clusters.
 */
export interface Rhythm {
  /** Local hour of the last event, counted from 1970; -1 before the first. */
  readonly hour: number;
  /** A bit for each part of that hour in which something came. */
  readonly bits: number;
  /** When it was last looked at, epoch ms, and whether that was done all the time since that hour. */
  readonly seenMs: number;
  readonly isWatched: boolean;
  /** What is known of each hour of the week, see `readHour`. */
  readonly week: string;
}

export const unlearnt: Rhythm = { hour: -1, bits: 0, seenMs: 0, isWatched: false, week: '' };

const hourMs = 3_600_000;
const partMs = 5 * 60_000;
const partsOfHour = hourMs / partMs;
const hoursOfWeek = 168;
/** So many weeks are remembered: a change of habits is learnt within two months. */
const mostWeeks = 8;
/** What is noted of looks is as old as that: a row is not written anew for every look. */
const notedMs = 15 * 60_000;
/** An hour during which nobody looked for so long was not seen; a sweep with nothing to do comes every twenty minutes. */
const unseenMs = 60 * 60_000;
/** A share is kept in so many steps: two digits of base 36. */
const steps = 1295;
const digits = 5;

/** What is known of an hour of the week. */
interface KnownHour {
  /** In how many weeks it was seen; one digit. */
  readonly weeks: number;
  /** Share of its parts in which something came. */
  readonly spoken: number;
  /** Share of its parts in which something came after silent ones: of a talk that goes on, each part says less than the first. */
  readonly begun: number;
}

function readHour(week: string, index: number): KnownHour {
  const word = week.slice(index * digits, (index + 1) * digits).padEnd(digits, '0');
  const share = (from: number): number => parseInt(word.slice(from, from + 2), 36) / steps;
  return { weeks: parseInt(word.slice(0, 1), 36), spoken: share(1), begun: share(3) };
}

function writeHour({ weeks, spoken, begun }: KnownHour): string {
  const word = (share: number): string =>
    Math.round(share * steps)
      .toString(36)
      .padStart(2, '0');
  return weeks.toString(36) + word(spoken) + word(begun);
}

/** 1 January 1970 was a Thursday; the week begins on Sunday, 0:00. */
const hourOfWeek = (hour: number): number => (hour + 4 * 24) % hoursOfWeek;

/** An hour counts whole, when its middle is worked. */
const isWorked = (hour: number, hours: BusinessHours | null): boolean =>
  isOpenAt((hour + 0.5) * hourMs, hours);

/** What a look at a connection finds. */
export interface Sighting {
  readonly nowMs: number;
  /** When its last event came, epoch ms; 0: never. */
  readonly lastMs: number;
  readonly offsetMinutes: number;
  /** Within which hours a silence counts. */
  readonly hours: BusinessHours | null;
}

/**
 * The rhythm after one more look. An hour is learnt when a later one brings something: a silence must not become usual while it
 * lasts.
 */
export function learn(known: Rhythm, sighting: Sighting): Rhythm {
  const { nowMs, lastMs, offsetMinutes } = sighting;
  const isWatched = known.isWatched && nowMs - known.seenMs <= unseenMs;
  const seenMs = nowMs - known.seenMs < notedMs ? known.seenMs : nowMs;
  const localMs = lastMs + offsetMinutes * 60_000;
  const hour = Math.floor(localMs / hourMs);
  if (lastMs === 0 || hour < known.hour) return { ...known, seenMs, isWatched };
  if (hour === known.hour)
    return { ...known, bits: known.bits | bitOf(localMs), seenMs, isWatched };
  const week = isWatched ? learnUpTo(hour, known, sighting) : known.week;
  return { hour, bits: bitOf(localMs), seenMs, isWatched: true, week };
}

const bitOf = (localMs: number): number => 1 << Math.floor((localMs % hourMs) / partMs);

/** The week with the hour that spoke, and the silent ones after it; a silence that was unusual only raises doubts. */
function learnUpTo(end: number, known: Rhythm, { lastMs, hours, offsetMinutes }: Sighting): string {
  const fromMs = (known.hour + 1) * hourMs - offsetMinutes * 60_000;
  const silence = { fromMs, untilMs: lastMs, hours, offsetMinutes };
  const isUsual = unusualnessOf(known, silence) < unusual;
  const withSilence = (one: KnownHour): KnownHour =>
    isUsual ? withParts(one, 0) : { ...one, weeks: Math.max(0, one.weeks - 1) };
  let week = known.week;
  // A day off teaches nothing of a day of work.
  for (let hour = Math.max(known.hour, end - hoursOfWeek); hour < end; hour += 1)
    if (isWorked(hour, hours))
      week = changeHour(week, hour, (one) =>
        hour === known.hour ? withParts(one, known.bits) : withSilence(one),
      );
  return week;
}

function changeHour(week: string, hour: number, change: (known: KnownHour) => KnownHour): string {
  const index = hourOfWeek(hour);
  const full = week.padEnd(hoursOfWeek * digits, '0');
  const changed = writeHour(change(readHour(week, index)));
  return full.slice(0, index * digits) + changed + full.slice((index + 1) * digits);
}

/** What is known with the hour of one more week, a bit for each of its parts that spoke. */
function withParts(known: KnownHour, bits: number): KnownHour {
  const weeks = Math.min(known.weeks + 1, mostWeeks);
  const mean = (share: number, parts: number): number =>
    share + (countBits(parts) / partsOfHour - share) / weeks;
  const spoken = mean(known.spoken, bits);
  return { weeks, spoken, begun: mean(known.begun, beginnings(bits)) };
}

/** Parts that spoke after two silent ones: a pause within a talk is no beginning. */
const beginnings = (bits: number): number => bits & ~(bits << 1) & ~(bits << 2) & ~3;

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left > 0; left >>= 1) count += left & 1;
  return count;
}

/** As if so many parts more had been seen: what was seen in few weeks weighs less. */
const doubtParts = 6;

/**
 * How unusual it is that one silent part of that hour follows another: -ln of its probability. Where there were hardly any silent ones
 * it is told by how many were not. Nothing where the hour was never seen.
 */
function weightOf(week: string, hour: number): number {
  const { weeks, spoken, begun } = readHour(week, hourOfWeek(hour));
  const parts = weeks * partsOfHour;
  const known = (spoken * parts) / (parts + doubtParts);
  const silentParts = (1 - spoken) * parts;
  return -Math.log(1 - (begun * parts + known * doubtParts) / (silentParts + doubtParts));
}

/** A silence is told when it is so unusual: once in e^22 (4 billion) such moments, if a connection kept to its rhythm by chance. */
export const unusual = 22;

/** What usually lies between two events at that hour of the week, ms, in parts of an hour; null where hardly anything comes. */
export function usualGapMs({ week }: Rhythm, atMs: number, offsetMinutes: number): number | null {
  const hour = Math.floor((atMs + offsetMinutes * 60_000) / hourMs);
  const { spoken } = readHour(week, hourOfWeek(hour));
  return spoken * partsOfHour < 1 ? null : partMs / spoken;
}

/** Further back nothing is asked. */
const longestMs = 10 * 24 * hourMs;

/** A silence: since when, until when, epoch ms, and within which hours it counts. */
export interface Silence {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly hours: BusinessHours | null;
  readonly offsetMinutes: number;
}

/**
 * How unusual it is that nothing came for so long: -ln of the probability, by what the connection usually does at these hours. Only
 * whole parts within business hours count.
 */
export function unusualnessOf({ week }: Rhythm, silence: Silence): number {
  const offsetMs = silence.offsetMinutes * 60_000;
  const untilMs = silence.untilMs + offsetMs;
  const fromMs = Math.max(silence.fromMs + offsetMs, untilMs - longestMs);
  const first = Math.ceil(fromMs / partMs);
  const end = Math.floor(untilMs / partMs);
  let sum = 0;
  for (let part = first; part < end;) {
    const hour = Math.floor(part / partsOfHour);
    const next = Math.min(end, (hour + 1) * partsOfHour);
    if (isWorked(hour, silence.hours)) sum += (next - part) * weightOf(week, hour);
    part = next;
  }
  return sum;
}
