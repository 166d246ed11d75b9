import type { Shift, SpecialDay } from '../../measures/business-time';
import type { FieldFault } from '../outcome';
import { readClock } from './clock-time';
import { cellAt, linesIn, textIn, type SettingsDesk, type Typed } from './section';
import { weekOrder } from './week-order';

const longestName = 40;
/** A property holds 9 KB; days that are over are of no use. */
const mostDays = 60;

interface ReadWeek {
  readonly faults: readonly FieldFault[];
  /** Sunday first. */
  readonly shifts: readonly (Shift | null)[];
}

/** The table of weekdays, Monday first. */
export function readWeek(typed: Typed, desk: SettingsDesk): ReadWeek {
  const lines = linesIn(typed, 'week');
  const read = weekOrder.map((weekday, index) => {
    const line = lines[index] ?? {};
    const isOpen = line['open'] === true;
    const place = { field: 'week', index };
    return { weekday, ...(isOpen ? readShift(line, place, desk) : dayOff) };
  });
  const faults = read.flatMap((one) => one.faults);
  const isNever = faults.length === 0 && read.every(({ shift }) => shift === null);
  const none = { field: cellAt('week', 0, 'open'), sentence: desk.speak('setNoDay') };
  return {
    faults: isNever ? [none] : faults,
    shifts: [0, 1, 2, 3, 4, 5, 6].map(
      (weekday) => read.find((one) => one.weekday === weekday)?.shift ?? null,
    ),
  };
}

interface ReadShift {
  readonly faults: readonly FieldFault[];
  readonly shift: Shift | null;
}

const dayOff: ReadShift = { faults: [], shift: null };

function readShift(
  line: Typed,
  { field, index }: { readonly field: string; readonly index: number },
  { speak }: SettingsDesk,
): ReadShift {
  const [from, until] = [readClock(textIn(line, 'from')), readClock(textIn(line, 'until'))];
  const at = (column: string, sentence: string): FieldFault => ({
    field: cellAt(field, index, column),
    sentence,
  });
  if (from === null || until === null)
    return {
      faults: [
        ...(from === null ? [at('from', speak('setBadTime'))] : []),
        ...(until === null ? [at('until', speak('setBadTime'))] : []),
      ],
      shift: null,
    };
  if (until <= from) return { faults: [at('until', speak('setBackwards'))], shift: null };
  return { faults: [], shift: { fromMinute: from, untilMinute: until } };
}

/** The table of days unlike others, in order of their dates; a line that is blank is none. */
export function readDays(
  typed: Typed,
  desk: SettingsDesk,
): { readonly faults: readonly FieldFault[]; readonly days: readonly SpecialDay[] } {
  const lines = linesIn(typed, 'days');
  const known = new Set<string>();
  const faults: FieldFault[] = [];
  const days: SpecialDay[] = [];
  lines.forEach((line, index) => {
    const [day, name] = [textIn(line, 'day'), textIn(line, 'name')];
    const hasHours = textIn(line, 'from') !== '' || textIn(line, 'until') !== '';
    if (day === '' && name === '' && !hasHours) return;
    const at = (column: string, sentence: string): void =>
      void faults.push({ field: cellAt('days', index, column), sentence });
    if (!isDay(day)) at('day', desk.speak('setBadDay'));
    else if (known.has(day)) at('day', desk.speak('setDayTwice'));
    if (name.length > longestName)
      at('name', desk.speak('setTooLong', { count: String(longestName) }));
    known.add(day);
    const { faults: wrong, shift } = hasHours
      ? readShift(line, { field: 'days', index }, desk)
      : dayOff;
    faults.push(...wrong);
    days.push({ day, name, shift });
  });
  if (days.length > mostDays)
    faults.push({ field: 'days', sentence: desk.speak('setTooMany', { count: String(mostDays) }) });
  return { faults, days: days.sort((a, b) => (a.day < b.day ? -1 : 1)) };
}

/** `YYYY-MM-DD` of a day that there is. */
function isDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text);
}
