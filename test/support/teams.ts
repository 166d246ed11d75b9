import type { BusinessHours } from '../../src/measures/business-time';
import { createRandom } from '../../src/twin/runtime/random';
import type { Habit, Story } from './ordinary-traffic';

const dayMs = 86_400_000;

/** Monday to Friday, with a holiday within the time that is told. */
const shift = { fromMinute: 480, untilMinute: 1080 };
const officeHours: BusinessHours = {
  week: [null, shift, shift, shift, shift, shift, null],
  holidays: 'brazil',
  days: [],
};

/** A story of some team, drawn by a seed: how much it gets and when, in clusters or one by one, with or without hours. */
export function drawStory(seed: string, days: number): Story {
  const random = createRandom(seed);
  const pick = <T>(all: readonly [T, ...T[]]): T => all[random.below(all.length)] ?? all[0];
  const habit = (id: string): Habit => ({
    id,
    perHour: pick([0.2, 0.5, 1, 2, 3, 6, 12, 40]),
    fromHour: pick([7, 8, 9]),
    untilHour: pick([17, 18, 20, 22]),
    week: pick([
      [0, 1, 1, 1, 1, 1, 0],
      [0.2, 1, 1, 1, 1, 1, 0.5],
      [1, 1, 1, 1, 1, 1, 1],
      [0, 1.3, 1, 1, 1, 0.7, 0.3],
    ]),
    atNight: pick([0, 0.02, 0.1]),
    events: pick([1, 2, 5, 10]),
    lengthMinutes: 20,
  });
  return {
    habits: [habit('c1'), habit('c2')],
    hours: pick([
      null,
      officeHours,
      { ...officeHours, week: [null, shift, shift, shift, shift, shift, shift] },
    ]),
    // A Monday, 0:00 in São Paulo.
    startMs: Date.UTC(2026, 8, 21, 3),
    days,
    random: random.fork('traffic').next,
  };
}

/** A team that gets about one conversation a minute, in office hours. */
export const busyTeam = (seed: string, days: number): Story => ({
  habits: [
    {
      id: 'c1',
      perHour: 40,
      fromHour: 8,
      untilHour: 18,
      week: [0, 1, 1, 1, 1, 1, 0],
      atNight: 0.02,
      events: 3,
      lengthMinutes: 20,
    },
  ],
  hours: officeHours,
  startMs: Date.UTC(2026, 8, 21, 3),
  days,
  random: createRandom(seed).next,
});

/** The local time of a story's day, epoch ms. */
export const momentOf = ({ startMs }: Story, day: number, hour: number): number =>
  startMs + day * dayMs + hour * 3_600_000;
