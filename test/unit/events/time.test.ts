import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gmtMinus3Minutes, parseTime, toDurationDays, toSerial } from '../../../src/events/time';

const documented = Date.UTC(2022, 7, 1, 19, 36, 21);

describe('a time in any form that platforms send', () => {
  it.each([
    ['unix seconds', 1659382581, documented],
    ['unix seconds with a fraction', 1659382581.25, documented + 250],
    ['unix milliseconds', 1659382581000, documented],
    ['seconds as text', '1659382581', documented],
    ['seconds with a fraction as text', '1659382581.5', documented + 500],
    ['milliseconds as text', '1659382581000', documented],
    ['ISO 8601 in UTC', '2022-08-01T19:36:21Z', documented],
    ['ISO 8601 with milliseconds', '2022-08-01T19:36:21.123Z', documented + 123],
    ['ISO 8601 with microseconds', '2022-08-01T19:36:21.123456Z', documented + 123],
    ['ISO 8601 with an offset', '2022-08-01T16:36:21-03:00', documented],
    ['an offset without a colon', '2022-08-01 16:36:21 -0300', documented],
    ['database time in UTC', '2022-08-01 19:36:21 UTC', documented],
    ['a wall clock: GMT-3', '2022-08-01 16:36:21', documented],
    ['a wall clock with a T', '2022-08-01T16:36:21', documented],
    ['a wall clock to the minute', '2022-08-01 16:36', documented - 21_000],
    ['a wall clock with a comma', '2022-08-01 16:36:21,57', documented + 570],
    ['a day', '2022-08-01', Date.UTC(2022, 7, 1, 3)],
    ["a JavaScript Date's text", 'Mon Aug 01 2022 16:36:21 GMT-0300 (GMT-03:00)', documented],
    ['an e-mail’s date', 'Mon, 01 Aug 2022 19:36:21 GMT', documented],
    ['spaces around', '  1659382581 ', documented],
  ])('%s', (_, value, atMs) => {
    expect(parseTime(value)).toBe(atMs);
  });

  it('a wall clock is read at the offset given', () => {
    expect(parseTime('2022-08-01 19:36:21', 0)).toBe(documented);
  });

  it.each([
    ['zero', 0],
    ['zero as text', '0'],
    ['MySQL’s zero date', '0000-00-00 00:00:00'],
    ['negative', -5],
    ['before 1970', '1969-12-31 00:00:00'],
    ['after 2199', '2200-01-01 03:00:00'],
    ['too many milliseconds', 1e17],
    ['not a number', Number.NaN],
    ['endless', Number.POSITIVE_INFINITY],
    ['blank', ''],
    ['a month too many', '2022-13-01 00:00:00'],
    ['an hour too many', '2022-08-01 29:00:00'],
    ['words with a year', 'Protocolo 2020'],
    ['day first, zone unknown', '01/08/2022 16:36'],
    ['a phone', '+5511999990000'],
    ['null', null],
    ['a flag', true],
    ['an object', {}],
  ])('%s is none', (_, value) => {
    expect(parseTime(value)).toBeNull();
  });

  it('never throws, and gives whole milliseconds between 1970 and 2199', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.anything()), (value) => {
        const atMs = parseTime(value);
        if (atMs === null) return;
        expect(Number.isInteger(atMs)).toBe(true);
        expect(atMs).toBeGreaterThan(0);
        expect(atMs).toBeLessThan(Date.UTC(2200, 0, 1));
      }),
    );
  });

  it('every form of one moment is that moment', () => {
    const seconds = fc.integer({ min: 200_000_000, max: 4_000_000_000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const iso = new Date(second * 1000).toISOString();
        const local = new Date((second - 3 * 3600) * 1000).toISOString();
        const forms = [
          second,
          String(second),
          second * 1000,
          iso,
          iso.replace('T', ' ').replace('.000Z', ' UTC'),
          local.slice(0, 19).replace('T', ' '),
          local.replace('Z', '-03:00'),
        ];
        expect(forms.map((form) => parseTime(form))).toEqual(forms.map(() => second * 1000));
      }),
    );
  });
});

describe('the date in a cell', () => {
  it('is the wall clock of GMT-3, whatever zone the spreadsheet has', () => {
    expect(toSerial(documented)).toBeCloseTo(44774 + (16 * 3600 + 36 * 60 + 21) / 86_400, 9);
    expect(toSerial(Date.UTC(1970, 0, 1), 0)).toBe(25_569);
  });

  it('round trips to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7_000_000_000 }), (second) => {
        const serial = toSerial(second * 1000);
        const back = Math.round((serial - 25_569) * 86_400) - gmtMinus3Minutes * 60;
        expect(back).toBe(second);
      }),
    );
  });

  it('a duration is a part of a day', () => {
    expect(toDurationDays(86_400_000)).toBe(1);
    expect(toDurationDays(5400_000)).toBe(0.0625);
  });
});
