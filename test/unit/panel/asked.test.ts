import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bodyTest, isId, isName, readAsked, type Asked } from '../../../src/panel/search/asked';

function ask(text: string): Asked {
  const asked = readAsked(text);
  if (asked === null) throw new Error(`${text} is too short.`);
  return asked;
}

describe('A phone is found', () => {
  const forms = [
    '+55 11 99999-0000',
    '5511999990000',
    '551199990000',
    '(11) 99999-0000',
    '11 9999-0000',
    '011999990000',
    '99999-0000',
    '9999 0000',
  ];
  const pairs = forms.flatMap((typed) => forms.map((written) => [typed, written] as const));

  it.each(pairs)('typed %s, written %s', (typed, written) => {
    expect(isId(ask(typed), written)).toBe(true);
    expect(isId(ask(typed), `huggy|tel:${written.replace(/\D/g, '')}`)).toBe(true);
    expect(bodyTest(ask(typed))(JSON.stringify({ from: `${written}@c.us`, id: 7 }))).toBe(true);
  });

  it.each([
    ['another area', '11 99999-0000', '+55 21 99999-0000'],
    ['another number', '11 99999-0000', '+55 11 99999-0001'],
    ['another country', '+54 9 11 9999-0000', '+55 11 99999-0000'],
    ['too few digits', '9990000', '+55 11 99999-0000'],
  ])('but not %s', (_what, typed, written) => {
    expect(isId(ask(typed), written) && !written.includes(typed)).toBe(false);
  });

  it('of any country, with and without its code, whatever stands between the digits', () => {
    const digits = fc.stringMatching(/^[2-9]\d{9}$/);
    const separator = fc.constantFrom('', ' ', '-', '.');
    fc.assert(
      fc.property(digits, fc.constantFrom('57', '52', '1', '34'), separator, (own, code, sign) => {
        const written = `+${code}${sign}${own.split('').join(sign)}`;
        expect([own, written, isId(ask(own), written)]).toEqual([own, written, true]);
        expect(isId(ask(written), own)).toBe(true);
      }),
    );
  });
});

describe('An id is found', () => {
  it.each([
    ['the same', 'a1b2', 'a1b2'],
    ['in capitals', 'a1b2', 'A1B2'],
    ['in a key', '4711', 'c12345678|4711'],
    ['as a part of a key', '4711', 'c12345678|4711#2'],
    ['by a long part', 'hbgxy12', 'wamid.HBGXY12345'],
  ])('%s', (_how, typed, cell) => expect(isId(ask(typed), cell)).toBe(true));

  it.each([
    ['by a short part', '12', '4712'],
    ['by the connection', 'c12345678', 'c12345678|4711'],
    ['in an empty cell', '12', ''],
  ])('but not %s', (_how, typed, cell) => expect(isId(ask(typed), cell)).toBe(false));

  it('in a body only where it stands alone', () => {
    expect(bodyTest(ask('4711'))('{"id":4711,"at":1}')).toBe(true);
    expect(bodyTest(ask('4711'))('{"id":14711,"at":47112}')).toBe(false);
  });
});

describe('A name is found', () => {
  it.each([
    ['joao', 'João Alves'],
    ['JOÃO AL', 'João Alves'],
    ['alves', 'João Alves'],
    ['ana@example', 'ana@example.com'],
  ])('%s in %s', (typed, cell) => expect(isName(ask(typed), cell)).toBe(true));

  it('at the beginning of a word only', () => {
    expect(isName(ask('ana'), 'Mariana')).toBe(false);
    expect(isName(ask('alves joao'), 'João Alves')).toBe(false);
  });

  it.each([
    ['as it is', '{"name":"João Alves"}'],
    ['escaped', '{"name":"Jo\\u00e3o Alves"}'],
    ['in a form', 'name=Jo%C3%A3o+Alves&x=1'],
  ])('in a body, %s', (_how, body) => expect(bodyTest(ask('joão al'))(body)).toBe(true));
});

it('One letter is not looked for; nothing that is typed breaks the search', () => {
  expect(readAsked(' a ')).toBeNull();
  fc.assert(
    fc.property(fc.string({ minLength: 2 }), fc.string(), (typed, body) => {
      const asked = readAsked(typed);
      if (asked === null) return;
      bodyTest(asked)(body);
      isId(asked, body);
      isName(asked, body);
    }),
  );
});
