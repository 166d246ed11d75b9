import { describe, expect, it } from '@jest/globals';
import { addByHour, lastHours, oneAt } from '../../../../src/intake/books/by-hour';

const hourMs = 3_600_000;

describe('Counts by hour', () => {
  it('of one hour add up', () => {
    const both = addByHour(oneAt(7 * hourMs), oneAt(8 * hourMs - 1));
    expect(both).toEqual({ 7: 2 });
  });

  it('of more than a day before the newest are forgotten', () => {
    const all = [1, 2, 26].map((hour) => oneAt(hour * hourMs)).reduce(addByHour);
    expect(all).toEqual({ 2: 1, 26: 1 });
  });

  it('are told hour by hour up to the present one, damaged ones as none', () => {
    expect(lastHours({ 5: Number.NaN, 6: 3 }, 7.5 * hourMs, 4)).toEqual([0, 0, 3, 0]);
  });
});
