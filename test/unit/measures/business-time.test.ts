import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { businessMs } from '../../../src/measures/business-time';

const usual = { fromMinute: 480, untilMinute: 1200 } as const;
const hours = {
  week: [null, usual, usual, usual, usual, usual, null],
  holidays: 'brazil',
  days: [
    { day: '2026-11-24', name: 'Meio dia', shift: { fromMinute: 480, untilMinute: 720 } },
    { day: '2026-11-15', name: 'Plantão', shift: { fromMinute: 540, untilMinute: 600 } },
  ],
} as const;
/** A moment of November 2026 in GMT-3; the 16th is a Monday. */
const at = (day: number, hour: number, minute = 0): number =>
  Date.UTC(2026, 10, day, hour + 3, minute);
const between = (fromMs: number, untilMs: number): number =>
  businessMs(fromMs, untilMs, { hours, offsetMinutes: -180 }) / 60_000;

describe('time within business hours', () => {
  it.each([
    ['within a day', at(16, 9), at(16, 9, 30), 30],
    ['before it opens', at(16, 6), at(16, 8, 10), 10],
    ['over night', at(16, 19, 50), at(17, 8, 20), 30],
    ['over a weekend', at(6, 19), at(9, 9), 120],
    ['over a holiday', at(19, 19), at(23, 9), 120],
    ['on a day off', at(20, 9), at(20, 18), 0],
    ['on a short day', at(24, 11), at(25, 8, 30), 90],
    ['on a holiday that is worked', at(14, 0), at(16, 8), 60],
  ])('%s', (...[, fromMs, untilMs, minutes]) => {
    expect(between(fromMs, untilMs)).toBe(minutes);
  });

  it('is all of it where no hours are set', () => {
    const none = { hours: null, offsetMinutes: -180 };
    expect(businessMs(at(14, 1), at(15, 1), none)).toBe(24 * 3_600_000);
  });

  it('equals a count minute by minute', () => {
    const moment = fc
      .integer({ min: 0, max: 20 * 1440 })
      .map((minute) => at(10, 0) + minute * 60_000);
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [fromMs, untilMs] = [Math.min(a, b), Math.max(a, b)];
        let minutes = 0;
        for (let ms = fromMs; ms < untilMs; ms += 60_000) {
          const local = new Date(ms - 3 * 3_600_000);
          const date = local.getUTCDate();
          const isWeekday = local.getUTCDay() >= 1 && local.getUTCDay() <= 5;
          const [opens, closes] = date === 15 ? [9, 10] : [8, date === 24 ? 12 : 20];
          const isOpen = date === 15 || (isWeekday && date !== 20);
          if (isOpen && local.getUTCHours() >= opens && local.getUTCHours() < closes) minutes += 1;
        }
        expect(between(fromMs, untilMs)).toBe(minutes);
      }),
    );
  });
});
