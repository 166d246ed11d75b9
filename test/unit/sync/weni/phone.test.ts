import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  otherFormOf,
  toCalledForm,
  toInternational,
  toLongForm,
  toShortForm,
} from '../../../../src/sync/weni/phone';

describe('a phone number with its country', () => {
  it.each([
    ['+55 (11) 98888-7777', '55', '5511988887777'],
    ['55 11 98888-7777', '55', '5511988887777'],
    ['(11) 98888-7777', '55', '5511988887777'],
    ['011 98888-7777', '55', '5511988887777'],
    ['1133334444', '55', '551133334444'],
    ['554499999999', '55', '554499999999'],
    ['0055 11 98888 7777', '57', '5511988887777'],
    ['300 123 4567', '57', '573001234567'],
    ['+57 300 123 4567', '55', '573001234567'],
    ['55 1234 5678', '52', '525512345678'],
    ['+1 415 555 0123', '55', '14155550123'],
    ['14155550123', '55', '14155550123'],
    ['912 345 678', '56', '56912345678'],
    ['56987654321', '55', '56987654321'],
    ['6591234567', '65', null],
    ['98765-4321', '55', null],
    ['3333-4444', '55', null],
    ['1112345678', '55', null],
    ['11 98765-4321 ramal 22', '55', null],
    ['56 9 8765 4321', null, '56987654321'],
    ['4791234567', null, '4791234567'],
    ['123', '55', null],
    ['não informado', '55', null],
    ['+0055', '55', null],
    ['5511988887777999999', '55', null],
  ])('%s in +%s: %s', (phone, country, digits) => {
    expect(toInternational(phone, country)).toBe(digits);
  });

  it('never throws, and gives 8 to 15 digits or nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('55', '57', '52', '1'), (phone, country) => {
        const digits = toInternational(phone, country);
        return digits === null || /^[1-9]\d{7,14}$/.test(digits);
      }),
    );
  });
});

describe("a country's extra digit", () => {
  it.each([
    ['Brazil', '551188887777', '5511988887777'],
    ['Mexico', '525512345678', '5215512345678'],
    ['Argentina', '541123456789', '5491123456789'],
  ])('%s: %s and %s are one number', (_country, short, long) => {
    expect([toLongForm(short), toShortForm(long)]).toEqual([long, short]);
    expect([toLongForm(long), toShortForm(short)]).toEqual([long, short]);
    expect([otherFormOf(short), otherFormOf(long)]).toEqual([long, short]);
  });

  it.each(['551133334444', '573001234567', '14155550123'])('%s has none', (digits) => {
    expect([toLongForm(digits), toShortForm(digits), otherFormOf(digits)]).toEqual([
      digits,
      digits,
      null,
    ]);
  });

  it.each([
    ['551188887777', '5511988887777'],
    ['5215512345678', '525512345678'],
    ['5491123456789', '5491123456789'],
  ])('%s is called %s', (digits, called) => {
    expect(toCalledForm(digits)).toBe(called);
  });
});
