import { describe, expect, it } from '@jest/globals';
import { makePropertiesService } from '../../../../src/twin/services/stores/properties';
import {
  createPropertyStores,
  type PropertyOptions,
} from '../../../../src/twin/services/stores/property-stores';
import {
  makeExecution,
  makeManualClock,
  makeRecordingStorage,
  messageOf,
  openService,
} from '../../../support/execution-context';

const QUOTA_TEXT = 'Service invoked too many times for one day: properties.';
const FULL_TEXT =
  'You have exceeded the property storage quota. Please remove some properties and try again.';

function openStores(options: PropertyOptions = {}, storage = makeRecordingStorage()) {
  const clock = makeManualClock();
  const stores = createPropertyStores(storage, options);
  const open = (method = 'getScriptProperties', user = 'owner@example.com') =>
    openService(makePropertiesService(stores), makeExecution({ clock, user })).open(method);
  return { clock, storage, stores, open, properties: open() };
}

describe('PropertiesService: reading and writing', () => {
  it('sets, gets, lists and deletes; setters give the store back', () => {
    const { properties } = openStores();
    expect(properties.call('setProperty', 'a', '1')).toBe(properties.target);
    expect(properties.call('setProperties', { b: '2', c: 3 })).toBe(properties.target);
    expect(properties.call('getProperties')).toEqual({ a: '1', b: '2', c: '3' });
    expect(properties.call('getKeys')).toEqual(['a', 'b', 'c']);
    properties.call('deleteProperty', 'b');
    expect(properties.call('getProperty', 'b')).toBeNull();
    properties.call('setProperties', { d: '4' }, true);
    expect(properties.call('getProperties')).toEqual({ d: '4' });
    properties.call('deleteAllProperties');
    expect(properties.call('getKeys')).toEqual([]);
  });

  it.each([
    [1, '1'],
    [null, 'null'],
    [false, 'false'],
    [{ a: 1 }, '[object Object]'],
  ])('keeps %p as the text %p', (value, text) => {
    const { properties } = openStores();
    properties.call('setProperty', 'a', value);
    expect(properties.call('getProperty', 'a')).toBe(text);
  });

  it('the three stores are apart, the user store for each user', () => {
    const { open } = openStores();
    for (const kind of ['Script', 'Document', 'User']) {
      open(`get${kind}Properties`).call('setProperty', 'k', kind);
    }
    for (const kind of ['Script', 'Document', 'User']) {
      expect(open(`get${kind}Properties`).call('getProperty', 'k')).toBe(kind);
    }
    expect(open('getUserProperties', 'ana@example.com').call('getProperty', 'k')).toBeNull();
  });
});

describe('PropertiesService: durability', () => {
  it('each write is one durable commit, and a new twin on the same storage reads it', () => {
    const { properties, open, storage } = openStores();
    properties.call('setProperty', 'a/b %', 'é');
    properties.call('setProperties', { x: '1', y: '2' });
    open('getUserProperties').call('setProperty', 'u', 'mine');
    properties.call('deleteProperty', 'y');
    expect(storage.commits.map(({ length }) => length)).toEqual([1, 2, 1, 1]);
    const again = openStores({}, storage);
    expect(again.properties.call('getProperties')).toEqual({ 'a/b %': 'é', x: '1' });
    expect(again.open('getUserProperties').call('getProperty', 'u')).toBe('mine');
  });

  it('setProperties that is stopped in the middle leaves the keys before it', async () => {
    const written: string[] = [];
    const { properties } = openStores({
      beforeEachWrite: (_, key) => {
        if (key === 'c') throw new Error('stopped');
        written.push(key);
      },
    });
    await expect(properties.call('setProperties', { a: '1', b: '2', c: '3' })).rejects.toThrow(
      'stopped',
    );
    expect(written).toEqual(['a', 'b']);
    expect(properties.call('getKeys')).toEqual(['a', 'b']);
  });
});

describe('PropertiesService: limits', () => {
  it.each([
    ['a value of 9,216 bytes', 'x'.repeat(9_216), null],
    ['a value of 9,217 bytes', 'x'.repeat(9_217), 'Argument too large: value'],
    ['bytes, not characters', 'é'.repeat(4_609), 'Argument too large: value'],
  ])('%s', async (_, value, error) => {
    const { properties } = openStores();
    expect(await messageOf(() => properties.call('setProperty', 'a', value))).toBe(error);
  });

  it('a store holds 500 KB of keys and values; replacing counts the difference', () => {
    const { properties } = openStores();
    const value = 'x'.repeat(9_000);
    for (let n = 10; n < 66; n += 1) properties.call('setProperty', `k${n}`, value);
    expect(() => properties.call('setProperty', 'more', value)).toThrow(FULL_TEXT);
    expect(properties.call('getProperty', 'more')).toBeNull();
    properties.call('setProperty', 'k10', value);
    properties.call('setProperty', 'k10', 'short');
    properties.call('setProperty', 'more', value);
    expect(properties.call('getProperty', 'more')).toBe(value);
  });

  it.each([
    ['key', 3],
    ['call', 1],
  ] as const)('setProperties of three keys counted by %s costs %p', (countBulkWritesBy, cost) => {
    const { properties, stores, clock } = openStores({ countBulkWritesBy, operationsPerDay: 10 });
    properties.call('setProperties', { a: '1', b: '2', c: '3' });
    expect(stores.quota.remaining('owner@example.com', clock.now())).toBe(10 - cost);
  });

  it('a user has so many operations until 24 hours after the first', async () => {
    const { clock, open, properties } = openStores({ operationsPerDay: 2 });
    properties.call('setProperty', 'a', '1');
    await clock.advance(23 * 3_600_000);
    properties.call('getProperty', 'a');
    expect(() => properties.call('getKeys')).toThrow(QUOTA_TEXT);
    expect(open('getScriptProperties', 'ana@example.com').call('getProperty', 'a')).toBe('1');
    await clock.advance(3_600_000);
    expect(properties.call('getProperty', 'a')).toBe('1');
  });

  it('an empty key is refused', () => {
    expect(() => openStores().properties.call('setProperty', '', 'x')).toThrow(
      'Invalid argument: key',
    );
  });
});
