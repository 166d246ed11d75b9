import { describe, expect, it } from '@jest/globals';
import { makeUtilities } from '../../../../src/twin/services/utilities/utilities';
import { openService } from '../../../support/execution-context';

const utilities = () => openService(makeUtilities());

describe('Utilities.formatDate', () => {
  const instant = new Date('2026-01-04T02:05:06.007Z');

  it.each([
    ['America/Sao_Paulo', 'yyyy-MM-dd HH:mm:ss', '2026-01-03 23:05:06'],
    ['GMT', 'yyyy-MM-dd HH:mm:ss', '2026-01-04 02:05:06'],
    ['GMT-3', 'HH:mm', '23:05'],
    ['GMT-03:00', 'HH:mm', '23:05'],
    ['GMT+0530', 'HH:mm', '07:35'],
    ['America/New_York', 'HH:mm z', '21:05 EST'],
    ['Asia/Kolkata', 'HH:mm Z', '07:35 +0530'],
    ['PST', 'HH:mm', '18:05'],
  ])('%s, %s', (zone, pattern, expected) => {
    expect(utilities().call('formatDate', instant, zone, pattern)).toBe(expected);
  });

  it.each(['Mars/Base', 'UTC-3', '-03:00', 'america/sao_paulo', 'GMT-24', 'BRT', ''])(
    'falls silently to GMT in the unknown zone %p',
    (zone) => {
      expect(utilities().call('formatDate', instant, zone, 'HH:mm z')).toBe('02:05 GMT');
    },
  );

  it.each([
    ['y', '2026'],
    ['yy', '26'],
    ['yyyyy', '02026'],
    ['M', '1'],
    ['MMM', 'Jan'],
    ['MMMM', 'January'],
    ['d', '4'],
    ['D', '4'],
    ['E', 'Sun'],
    ['EEEE', 'Sunday'],
    ['u', '7'],
    ['a', 'AM'],
    ['H', '2'],
    ['k', '2'],
    ['K', '2'],
    ['hh', '02'],
    ['S', '7'],
    ['SSS', '007'],
    ['X', 'Z'],
    ['Z', '+0000'],
    ['G', 'AD'],
    ['w', '2'],
    ['W', '2'],
    ['F', '1'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", '2026-01-04T02:05:06.007Z'],
    ["h 'o''clock' a", "2 o'clock AM"],
    ["''yy", "'26"],
    ['dd/MM/yyyy, HH:mm', '04/01/2026, 02:05'],
  ])('pattern %s', (pattern, expected) => {
    expect(utilities().call('formatDate', instant, 'GMT', pattern)).toBe(expected);
  });

  it.each([
    ['2024-12-28', '2024 2024 52'],
    ['2024-12-29', '2024 2025 1'],
    ['2025-01-04', '2025 2025 1'],
    ['2025-01-05', '2025 2025 2'],
    ['2022-12-31', '2022 2022 53'],
    ['2023-01-01', '2023 2023 1'],
  ])('year, week-year and week of %s: %s', (day, expected) => {
    const noon = new Date(`${day}T12:00:00Z`);
    expect(utilities().call('formatDate', noon, 'GMT', 'yyyy YYYY w')).toBe(expected);
  });

  it.each([
    ['2026-01-04T00:00:00Z', 'GMT', '12 24 0'],
    ['2026-01-04T12:00:00Z', 'GMT', '12 12 0'],
    ['2026-01-04T13:00:00Z', 'GMT', '1 13 1'],
  ])('h, k and K at %s', (iso, zone, expected) => {
    expect(utilities().call('formatDate', new Date(iso), zone, 'h k K')).toBe(expected);
  });

  it.each([
    ['X', '-03'],
    ['XX', '-0300'],
    ['XXX', '-03:00'],
  ])('%s of GMT-3 is %s', (pattern, expected) => {
    expect(utilities().call('formatDate', instant, 'GMT-3', pattern)).toBe(expected);
  });

  it('follows summer time of the past', () => {
    const summer = new Date('2018-12-01T12:00:00Z');
    expect(utilities().call('formatDate', summer, 'America/Sao_Paulo', 'HH:mm XXX')).toBe(
      '10:00 -02:00',
    );
  });

  it.each([
    [['2026-01-04', 'GMT', 'yyyy'], '(String,String,String)'],
    [[null, 'GMT', 'yyyy'], '(null,String,String)'],
    [[instant, 'GMT'], '(Date,String)'],
    [[0, null, 'yyyy'], '(number,null,String)'],
  ])('%p is a signature error', (values, types) => {
    expect(() => utilities().call('formatDate', ...values)).toThrow(
      `The parameters ${types} don't match the method signature for Utilities.formatDate.`,
    );
  });

  it.each([
    ['b', "Illegal pattern character 'b'"],
    ["yyyy'", 'Unterminated quote'],
  ])('pattern %s is refused: %s', (pattern, message) => {
    expect(() => utilities().call('formatDate', instant, 'GMT', pattern)).toThrow(message);
  });

  it('refuses an invalid date', () => {
    expect(() => utilities().call('formatDate', new Date(Number.NaN), 'GMT', 'yyyy')).toThrow(
      'Invalid argument: date. Should be of type: Date',
    );
  });
});
