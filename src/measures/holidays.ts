/** Brazil's national holidays with a date of their own, as `MM-DD` (https://www.planalto.gov.br/ccivil_03/leis/l0662.htm, leis/2002/L10607.htm, leis/L6802.htm). */
const fixedDays = [
  '01-01',
  '04-21',
  '05-01',
  '09-07',
  '10-12',
  '11-02',
  '11-15',
  '11-20',
  '12-25',
] as const;

/** A national holiday by its date; Good Friday moves. */
export type HolidayId = (typeof fixedDays)[number] | 'goodFriday';

/** 20 November is one since 2024 (https://www.planalto.gov.br/ccivil_03/_ato2023-2026/2023/lei/l14759.htm). */
const sinceYear: Readonly<Record<string, number>> = { '11-20': 2024 };

/** Which national holiday a day (`YYYY-MM-DD`) is; null for an ordinary one. */
export function holidayOf(day: string): HolidayId | null {
  const [year, date] = [Number(day.slice(0, 4)), day.slice(5)];
  const fixed = fixedDays.find((one) => one === date);
  if (fixed !== undefined) return year >= (sinceYear[fixed] ?? 0) ? fixed : null;
  // It lies between 20 March and 23 April.
  return /^0[34]/.test(date) && day === goodFriday(year) ? 'goodFriday' : null;
}

/** The national holidays of a year, in order. */
export function holidaysOf(
  year: number,
): readonly { readonly day: string; readonly id: HolidayId }[] {
  const days = [...new Set([...fixedDays.map((date) => `${year}-${date}`), goodFriday(year)])];
  return days.sort().flatMap((day) => {
    const id = holidayOf(day);
    return id === null ? [] : [{ day, id }];
  });
}

/** Two days before Easter Sunday of the Gregorian calendar, by the rule that was printed in Nature of 20 April 1876. */
function goodFriday(year: number): string {
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const cycle = year % 19;
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * cycle + century - Math.floor(century / 4) - skipped + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((cycle + 11 * moon + 22 * weekday) / 451);
  const sum = moon + weekday - 7 * late + 114;
  const [month, date] = [Math.floor(sum / 31), (sum % 31) + 1];
  return new Date(Date.UTC(year, month - 1, date - 2)).toISOString().slice(0, 10);
}
