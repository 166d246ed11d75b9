import { describe, expect, it } from '@jest/globals';
import { holidayOf, holidaysOf } from '../../../src/measures/holidays';

describe("Brazil's national holidays", () => {
  it('are ten a year, in order', () => {
    expect(holidaysOf(2026).map(({ day }) => day)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-21',
      '2026-05-01',
      '2026-09-07',
      '2026-10-12',
      '2026-11-02',
      '2026-11-15',
      '2026-11-20',
      '2026-12-25',
    ]);
  });

  it('know Good Friday of every year', () => {
    // https://www.census.gov/data/software/x13as/genhol/easter-dates.html, two days before.
    const known = [
      '2024-03-29',
      '2025-04-18',
      '2026-04-03',
      '2027-03-26',
      '2028-04-14',
      '2038-04-23',
    ];
    expect(known.map(holidayOf)).toEqual(known.map(() => 'goodFriday'));
    const found = Array.from({ length: 100 }, (_unused, index) =>
      holidaysOf(2000 + index).filter(({ id }) => id === 'goodFriday'),
    );
    // In 2000 and 2079 it is Tiradentes, too.
    expect(found.flatMap((days, index) => (days.length === 1 ? [] : [2000 + index]))).toEqual([
      2000, 2079,
    ]);
    for (const day of [...found.flat().map((one) => one.day), '2000-04-21', '2079-04-21'])
      expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(5);
  });

  it('know 20 November since 2024 only, and no ordinary day', () => {
    expect(['2023-11-20', '2024-11-20', '2026-04-10', '2026-03-20'].map(holidayOf)).toEqual([
      null,
      '11-20',
      null,
      null,
    ]);
  });
});
