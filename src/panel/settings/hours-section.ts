import type { BusinessHours, Shift } from '../../measures/business-time';
import type { FieldFault } from '../outcome';
import { sayClock } from './clock-time';
import { readDays, readWeek } from './read-hours';
import { holidayLists, nextHoliday } from './holiday-names';
import { weekOrder } from './week-order';
import type { FieldLine, Section, SettingsDesk, ShownField } from './section';

const usual: Shift = { fromMinute: 480, untilMinute: 1080 };
/** What the page shows while none are set. */
const example: BusinessHours = {
  week: [null, usual, usual, usual, usual, usual, null],
  holidays: 'none',
  days: [],
};

/** When the team works. */
export const hoursSection: Section = {
  id: 'hours',
  title: 'setHours',
  about: 'setHoursAbout',
  saved: 'setSavedCounted',
  sum: ({ settings: { hours }, speak }) => {
    if (hours === null) return speak('setAlways');
    const names = speak('setShortDays').split(' ');
    const open = weekOrder.filter((weekday) => (hours.week[weekday] ?? null) !== null);
    const first = hours.week[open[0] ?? 1] ?? usual;
    return speak('setHoursSum', {
      days: open.map((weekday) => names[weekday] ?? '').join(' '),
      from: sayClock(first.fromMinute),
      until: sayClock(first.untilMinute),
    });
  },
  fields: (desk) => {
    const { hours } = desk.settings;
    return [
      countsField(desk),
      ...[weekField, holidaysField, daysField].map((make) => make(desk, hours ?? example)),
    ];
  },
  take: (typed, desk) => {
    if (typed['counts'] !== true)
      return { faults: [], change: (settings) => ({ ...settings, hours: null }) };
    const week = readWeek(typed, desk);
    const days = readDays(typed, desk);
    const holidays = typed['holidays'] === true ? 'brazil' : 'none';
    const faults: readonly FieldFault[] = [...week.faults, ...days.faults];
    return {
      faults,
      change: (settings) => ({
        ...settings,
        hours: { week: week.shifts, holidays, days: days.days },
      }),
    };
  },
};

const countsField = ({ settings, speak }: SettingsDesk): ShownField => ({
  kind: 'switch',
  id: 'counts',
  label: speak('setCounts'),
  help: speak('setCountsHelp'),
  value: settings.hours !== null,
  lists: [],
});

function weekField({ speak }: SettingsDesk, { week }: BusinessHours): ShownField {
  const names = speak('setWeekdays').split(' ');
  const lines = weekOrder.map((weekday): FieldLine => {
    const shift = week[weekday] ?? null;
    return {
      name: names[weekday] ?? '',
      cells: { open: shift !== null, ...clocksOf(shift ?? usual) },
      fixed: [],
    };
  });
  return {
    kind: 'table',
    id: 'week',
    when: 'counts',
    label: speak('setWeek'),
    help: speak('setWeekHelp'),
    columns: [
      { id: 'open', label: speak('setOpen'), kind: 'tick' },
      { id: 'from', label: speak('setFrom'), kind: 'time' },
      { id: 'until', label: speak('setUntil'), kind: 'time' },
    ],
    value: lines,
    add: '',
  };
}

const clocksOf = (shift: Shift | null): { readonly from: string; readonly until: string } => ({
  from: shift === null ? '' : sayClock(shift.fromMinute),
  until: shift === null ? '' : sayClock(shift.untilMinute),
});

function holidaysField(desk: SettingsDesk, { holidays }: BusinessHours): ShownField {
  return {
    kind: 'switch',
    id: 'holidays',
    when: 'counts',
    label: desk.speak('setBrazil'),
    help: desk.speak('setBrazilHelp', nextHoliday(desk)),
    value: holidays === 'brazil',
    lists: holidayLists(desk),
  };
}

function daysField({ speak }: SettingsDesk, { days }: BusinessHours): ShownField {
  return {
    kind: 'table',
    id: 'days',
    when: 'counts',
    label: speak('setDays'),
    help: speak('setDaysHelp'),
    columns: [
      { id: 'day', label: speak('setDay'), kind: 'date' },
      { id: 'name', label: speak('setName'), kind: 'text' },
      { id: 'from', label: speak('setFrom'), kind: 'time' },
      { id: 'until', label: speak('setUntil'), kind: 'time' },
    ],
    value: days.map(({ day, name, shift }) => ({
      name: '',
      cells: { day, name, ...clocksOf(shift) },
      fixed: [],
    })),
    add: speak('setAddDay'),
  };
}
