import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../../src/events/canonical';
import { contactKey, phoneDigits } from '../../../src/events/contact-key';
import { decodeRecord, parseObject } from '../../../src/events/decode-record';
import { describeType } from '../../../src/events/failure';
import { notBefore, readObservedState } from '../../../src/events/observed';
import { isVendorId } from '../../../src/vendors/registry';

describe('a record that this app wrote itself', () => {
  const pattern = { count: 0, name: '', list: [], known: { a: 1 }, next: null, isOn: false };

  it('is read field by field; what is of another type is as if it were not there', () => {
    const text = '{"count":3,"name":7,"list":{},"known":[],"next":"x","isOn":true,"other":1}';
    expect(decodeRecord(text, pattern)).toEqual({ ...pattern, count: 3, next: 'x', isOn: true });
  });

  it.each([undefined, null, '', 'x', '[1]', 'null', '7', '{"count":'])(
    '%j is the pattern',
    (text) => {
      expect(decodeRecord(text, pattern)).toEqual(pattern);
    },
  );

  it('has the pattern’s fields and types whatever text is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const record = decodeRecord(text, pattern);
        expect(Object.keys(record)).toEqual(Object.keys(pattern));
        expect(typeof record.count).toBe('number');
        expect(Array.isArray(record.list)).toBe(true);
      }),
    );
  });

  it('never takes a prototype for data', () => {
    expect(parseObject('{"__proto__":{"count":9}}')).not.toHaveProperty('count');
    expect(decodeRecord('{"__proto__":{"count":9}}', pattern).count).toBe(0);
  });
});

describe('the canonical text of an item', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  });

  it('is the same for all orders, and tells different values apart', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (item) => {
        const reversed = Object.fromEntries(Object.entries(item).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(item));
        expect(JSON.parse(canonicalJson(item))).toEqual(JSON.parse(JSON.stringify(item)));
      }),
    );
  });

  it('holds on an endless nesting, and with keys that objects have anyway', () => {
    const deep: unknown = JSON.parse('['.repeat(5000) + ']'.repeat(5000));
    expect(canonicalJson(deep).length).toBeLessThan(500);
    expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
    expect(canonicalJson(undefined)).toBe('null');
  });
});

describe('who a contact is', () => {
  it.each([
    [{ id: '7', phone: '+55 11 99999-0000', email: 'a@example.com' }, '7'],
    [{ id: '', phone: '+55 11 99999-0000', email: 'a@example.com' }, 'tel:5511999990000'],
    [{ phone: '()', email: ' A@Example.com ' }, 'mailto:a@example.com'],
    [{ id: null, phone: null, email: null }, null],
  ])('%j is %s', (contact, key) => {
    expect(contactKey(contact)).toBe(key);
  });

  it('digits of a phone', () => {
    expect(phoneDigits('+55 (11) 9')).toBe('55119');
    expect(phoneDigits(undefined)).toBeNull();
  });
});

describe('small words', () => {
  it('an observation known only as "not before" says so', () => {
    const state = 'resolved';
    expect(readObservedState(notBefore(state))).toEqual({ state, isExact: false, isCut: false });
    expect(readObservedState(state)).toEqual({ state, isExact: true, isCut: false });
  });

  it('types are told without their content', () => {
    const values = [undefined, null, [1, 2], 'João', 5, true, {}];
    expect(values.map(describeType)).toEqual([
      'nothing',
      'null',
      'list(2)',
      'text(4)',
      'number',
      'boolean',
      'object',
    ]);
  });

  it('only known platforms have an id', () => {
    expect(['huggy', 'constructor', ''].map(isVendorId)).toEqual([true, false, false]);
  });
});
