import { describe, expect, it } from '@jest/globals';
import {
  type CacheOptions,
  createCacheContent,
  makeCacheService,
} from '../../../../src/twin/services/stores/cache';
import {
  makeExecution,
  makeManualClock,
  messageOf,
  openService,
} from '../../../support/execution-context';

function openCache(options: CacheOptions = {}) {
  const clock = makeManualClock();
  const content = createCacheContent(options);
  const open = (method = 'getScriptCache', user = 'owner@example.com') =>
    openService(makeCacheService(content), makeExecution({ clock, user, kind: 'menu' })).open(
      method,
    );
  return { clock, content, open, cache: open() };
}

describe('CacheService: put and get', () => {
  it('gives back what any execution put; null for what is missing', () => {
    const { cache, open } = openCache();
    cache.call('put', 'a', 'x');
    expect(open().call('get', 'a')).toBe('x');
    expect(cache.call('get', 'b')).toBeNull();
  });

  it.each([
    [null, 'null'],
    [5, '5'],
    [true, 'true'],
    [{ a: 1 }, '[object Object]'],
  ])('keeps %p as the text %p', (value, text) => {
    const { cache } = openCache();
    cache.call('put', 'a', value);
    expect(cache.call('get', 'a')).toBe(text);
  });

  it('getAll gives only what is there; putAll, remove and removeAll act on many', () => {
    const { cache } = openCache();
    cache.call('putAll', { a: '1', b: '2', c: '3' }, 60);
    cache.call('remove', 'a');
    expect(cache.call('getAll', ['a', 'b', 'c', 'd'])).toEqual({ b: '2', c: '3' });
    cache.call('removeAll', ['b', 'c']);
    expect(cache.call('getAll', ['a', 'b', 'c'])).toEqual({});
  });

  it('the three caches are apart, the user cache for each user', () => {
    const { open } = openCache();
    open('getScriptCache').call('put', 'k', 'script');
    open('getDocumentCache').call('put', 'k', 'document');
    open('getUserCache').call('put', 'k', 'user');
    expect(open('getScriptCache').call('get', 'k')).toBe('script');
    expect(open('getDocumentCache').call('get', 'k')).toBe('document');
    expect(open('getUserCache').call('get', 'k')).toBe('user');
    expect(open('getUserCache', 'ana@example.com').call('get', 'k')).toBeNull();
  });

  it.each([
    [{}, true],
    [{ documentCacheInWebApp: 'works' }, false],
  ] as const)('getDocumentCache in a web call with %p: null is %p', (options, isNull) => {
    const service = openService(makeCacheService(createCacheContent(options)));
    expect(service.call('getDocumentCache') === null).toBe(isNull);
  });
});

describe('CacheService: time to live', () => {
  it.each([
    [undefined, 600],
    [1, 1],
    [21_600, 21_600],
    [99_999, 21_600],
  ])('put(key, value, %p) lives %p s', async (seconds, lifeSeconds) => {
    const { cache, clock } = openCache();
    cache.call('put', 'a', 'x', ...(seconds === undefined ? [] : [seconds]));
    await clock.advance(lifeSeconds * 1000 - 1);
    expect(cache.call('get', 'a')).toBe('x');
    await clock.advance(1);
    expect(cache.call('get', 'a')).toBeNull();
  });

  it('a time of zero or less is taken, and is over at once', () => {
    const { cache } = openCache();
    cache.call('put', 'a', 'x', -1);
    expect(cache.call('get', 'a')).toBeNull();
  });

  it('forgetAll empties every cache', () => {
    const { cache, content } = openCache();
    cache.call('put', 'a', 'x');
    content.forgetAll();
    expect(cache.call('get', 'a')).toBeNull();
  });
});

describe('CacheService: limits', () => {
  it.each([
    ['a value of 102,400 bytes', ['a', 'x'.repeat(102_400)], null],
    ['a value of 102,401 bytes', ['a', 'x'.repeat(102_401)], 'Argument too large: value'],
    ['bytes, not characters', ['a', 'é'.repeat(51_201)], 'Argument too large: value'],
    ['a key of 250 characters', ['k'.repeat(250), 'x'], null],
    ['a key of 251 characters', ['k'.repeat(251), 'x'], 'Argument too large: key'],
    ['an empty key', ['', 'x'], 'Invalid argument: key'],
  ])('%s', async (_, [key, value], error) => {
    const { cache } = openCache();
    expect(await messageOf(() => cache.call('put', key, value))).toBe(error);
  });

  it('putAll writes nothing when one value is too large', () => {
    const { cache } = openCache();
    expect(() => cache.call('putAll', { a: 'x', b: 'x'.repeat(102_401) })).toThrow('value');
    expect(cache.call('get', 'a')).toBeNull();
  });

  it('put without a value is a signature error', () => {
    expect(() => openCache().cache.call('put', 'a')).toThrow(
      "The parameters (String) don't match the method signature for CacheService.Cache.put.",
    );
  });

  // 1,001 items: those put first live longest, so the two readings forget opposite ends.
  it.each([
    ['farthestFromExpiry', 'k0', 'k1000'],
    ['fifo', 'k1000', 'k0'],
  ] as const)('past 1,000 items, %s keeps 900 with %s and without %s', (eviction, kept, gone) => {
    const { cache, content } = openCache({ eviction });
    for (let n = 0; n <= 1_000; n += 1) cache.call('put', `k${n}`, 'x', 20_000 - n);
    expect(content.items('script').size).toBe(900);
    expect(cache.call('get', kept)).toBe('x');
    expect(cache.call('get', gone)).toBeNull();
  });

  it('items that are over do not count', async () => {
    const { cache, clock, content } = openCache();
    for (let n = 0; n < 1_000; n += 1) cache.call('put', `old${n}`, 'x', 1);
    await clock.advance(2_000);
    cache.call('put', 'new', 'x');
    expect([...content.items('script').keys()]).toEqual(['new']);
  });
});
