import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readJson } from '../../../../src/intake/judge/read-json';

describe('reading a body', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json(), (body) => {
        fc.pre(!/\d{16}/.test(body));
        const value: unknown = JSON.parse(body);
        expect(readJson(body)).toEqual({ value });
      }),
    );
  });

  it('skips a byte order mark', () => {
    expect(readJson('\uFEFF{"a":1}')).toEqual({ value: { a: 1 } });
  });

  it.each(['', ' ', 'a=1', '{"a":', '\uFEFF', '{"a":1}x', "{'a':1}"])('%j is no JSON', (body) => {
    expect(readJson(body)).toBeNull();
  });

  it.each([
    ['{"id":12345678901234567890}', { id: '12345678901234567890' }],
    ['{"id": -9007199254740993 }', { id: '-9007199254740993' }],
    ['[9007199254740993,9007199254740991]', ['9007199254740993', 9007199254740991]],
    ['{"id":9007199254740993\n}', { id: '9007199254740993' }],
    [
      '{"a":"x:12345678901234567890,","b":12345678901234567890}',
      { a: 'x:12345678901234567890,', b: '12345678901234567890' },
    ],
    ['{"a":"\\\\\\"","b":12345678901234567890}', { a: '\\"', b: '12345678901234567890' }],
    [
      '{"a":0.12345678901234567890,"b":12345678901234567890}',
      { a: 0.12345678901234568, b: '12345678901234567890' },
    ],
    ['{"a":[12345678901234567000e3]}', { a: [Number('12345678901234567000e3')] }],
    ['{"12345678901234567890":1}', { '12345678901234567890': 1 }],
  ])('%s keeps every digit of its whole numbers', (body, value) => {
    expect(readJson(body)).toEqual({ value });
  });

  it('never makes two long ids one', () => {
    const digits = fc.bigInt({ min: 10n ** 15n, max: 10n ** 25n });
    fc.assert(
      fc.property(digits, digits, (a, b) => {
        const read = (id: bigint): string => JSON.stringify(readJson(`{"id":${id}}`));
        expect(read(a) === read(b)).toBe(a === b);
      }),
    );
  });
});
