import { describe, expect, it } from '@jest/globals';
import {
  makeUtilities,
  type UtilitiesOptions,
} from '../../../../src/twin/services/utilities/utilities';
import {
  makeExecution,
  makeHandle,
  messageOf,
  openService,
} from '../../../support/execution-context';

const utilities = (options?: UtilitiesOptions) => openService(makeUtilities(options));

function toHex(bytes: unknown): string {
  return Array.isArray(bytes) ? Buffer.from(bytes).toString('hex') : '';
}

describe('Utilities: digests', () => {
  // Known answers of the algorithms for "abc" (RFC 1321, FIPS 180-4).
  it.each([
    ['MD5', '900150983cd24fb0d6963f7d28e17f72'],
    ['SHA_1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['SHA_256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('%s of abc', (algorithm, hex) => {
    expect(toHex(utilities().call('computeDigest', algorithm, 'abc'))).toBe(hex);
    expect(toHex(utilities().call('computeDigest', algorithm, [97, 98, 99]))).toBe(hex);
  });

  it('gives signed bytes', () => {
    expect(utilities().call('computeDigest', 'MD5', 'abc')).toEqual([
      -112, 1, 80, -104, 60, -46, 79, -80, -42, -106, 63, 125, 40, -31, 127, 114,
    ]);
  });

  it('reads text as US_ASCII unless told: what is outside becomes a question mark', () => {
    const digest = (...values: unknown[]) =>
      utilities().call('computeDigest', 'SHA_256', ...values);
    expect(digest('café')).toEqual(digest('caf?'));
    expect(digest('a😀b')).toEqual(digest('a?b'));
    expect(digest('café', 'UTF_8')).toEqual(digest([99, 97, 102, -61, -87]));
    expect(digest('\ud800', 'UTF_8')).toEqual(digest('?'));
  });

  // RFC 4231, test case 2.
  it('computeHmacSha256Signature takes texts or bytes', () => {
    const hex = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    const text = 'what do ya want for nothing?';
    const bytes = [...Buffer.from(text)];
    const sign = (...values: unknown[]) =>
      toHex(utilities().call('computeHmacSha256Signature', ...values));
    expect(sign(text, 'Jefe')).toBe(hex);
    expect(sign(bytes, [...Buffer.from('Jefe')])).toBe(hex);
    expect(toHex(utilities().call('computeHmacSignature', 'HMAC_SHA_256', text, 'Jefe'))).toBe(hex);
    expect(sign('café', 'k', 'UTF_8')).not.toBe(sign('café', 'k'));
  });

  it.each([
    ['computeHmacSha256Signature', [[1], 'key'], '(number[],String)'],
    ['computeHmacSha256Signature', [[1], [2], 'UTF_8'], '(number[],number[],String)'],
    ['computeDigest', ['SHA_256', [200]], '(String,number[])'],
    ['computeDigest', ['CRC', 'a'], '(String,String)'],
    ['computeDigest', ['MD5', 5], '(String,number)'],
  ])('%s%p is a signature error', (method, values, types) => {
    expect(() => utilities().call(method, ...values)).toThrow(
      `The parameters ${types} don't match the method signature for Utilities.${method}.`,
    );
  });
});

describe('Utilities: base64', () => {
  it.each([
    ['base64Encode', [-5, -1, -66], '+/++'],
    ['base64EncodeWebSafe', [-5, -1, -66], '-_--'],
    ['base64Encode', [1], 'AQ=='],
    ['base64EncodeWebSafe', [1], 'AQ=='],
    ['base64Encode', 'ab', 'YWI='],
    ['base64Encode', 'é', 'Pw=='],
    ['base64Decode', 'YWI=', [97, 98]],
    ['base64Decode', 'YWI', [97, 98]],
    ['base64Decode', '+/++', [-5, -1, -66]],
    ['base64DecodeWebSafe', '-_--', [-5, -1, -66]],
  ])('%s(%p) is %p', (method, value, expected) => {
    expect(utilities().call(method, value)).toEqual(expected);
  });

  it('encodes text in a charset', () => {
    expect(utilities().call('base64Encode', 'é', 'UTF_8')).toBe('w6k=');
  });

  it.each([
    ['base64Decode', '*'],
    ['base64Decode', '-_--'],
    ['base64DecodeWebSafe', '+/++'],
    ['base64Decode', 'YWIzY'],
  ])('%s(%p) cannot be decoded', (method, value) => {
    expect(() => utilities().call(method, value)).toThrow('Could not decode string.');
  });
});

describe('Utilities: blobs and gzip', () => {
  it.each([
    [['é'], [-61, -87], 'text/plain'],
    [[[-61, -87]], [-61, -87], null],
    [['{}', 'application/json', 'a.json'], [123, 125], 'application/json'],
  ])('newBlob%p', (values, bytes, type) => {
    const blob = utilities().open('newBlob', ...values);
    expect(blob.call('getBytes')).toEqual(bytes);
    expect(blob.call('getContentType')).toBe(type);
    expect(blob.open('copyBlob').call('getBytes')).toEqual(bytes);
  });

  it('a blob can be changed', () => {
    const blob = utilities().open('newBlob', 'a');
    blob.call('setBytes', [98, 99]);
    expect(blob.call('getDataAsString')).toBe('bc');
    expect(blob.open('setDataFromString', 'é').call('getDataAsString', 'UTF-8')).toBe('é');
    blob.open('setName', 'tabela.csv').call('setContentTypeFromExtension');
    expect(blob.call('getContentType')).toBe('text/csv');
    expect(blob.open('setContentType', null).call('getContentType')).toBeNull();
    expect(blob.call('isGoogleType')).toBe(false);
  });

  it('gzip and ungzip are real', () => {
    const host = utilities();
    const zipped = host.open('gzip', host.call('newBlob', 'ação '.repeat(1_000)), 'a.txt.gz');
    expect(zipped.call('getContentType')).toBe('application/x-gzip');
    const back = host.open('ungzip', zipped.target);
    expect(back.call('getDataAsString')).toBe('ação '.repeat(1_000));
    expect(back.call('getName')).toBe('a.txt');
  });

  it.each([
    [undefined, 'Could not decompress gzip.'],
    [{ ungzipNeedsType: false }, null],
  ])('ungzip of a blob without the gzip type, with %p: %p', async (options, expected) => {
    const host = utilities(options);
    const bytes = makeHandle(host.call('gzip', host.call('newBlob', 'a'))).call('getBytes');
    const untyped = host.call('newBlob', bytes);
    expect(await messageOf(() => host.call('ungzip', untyped))).toBe(expected);
  });

  it('ungzip of something else fails', () => {
    const host = utilities();
    const blob = host.call('newBlob', 'not gzip', 'application/x-gzip');
    expect(() => host.call('ungzip', blob)).toThrow('Could not decompress gzip.');
  });
});

describe('Utilities: text and time', () => {
  it.each([
    [['%s tem %d', 'Ana', 3], 'Ana tem 3'],
    [['%5.2f|%-5s|%05d', 3.1449, 'ab', 42], ' 3.14|ab   |00042'],
    [['%x %X %o %e', 255, 255, 8, 1_500], 'ff FF 10 1.500000e+03'],
    [['%+d %+d %05d', 5, -5, -5], '+5 -5 -0005'],
    [['%2$s %1$s 100%%', 'a', 'b'], 'b a 100%'],
    [['%.3s', 'abcdef'], 'abc'],
    [['%f', 1], '1.000000'],
    [['%q'], '%q'],
  ])('formatString%p', (values, expected) => {
    expect(utilities().call('formatString', ...values)).toBe(expected);
  });

  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a ""x"", b",c\r\n', [['a "x", b', 'c']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"linha 1\nlinha 2",x', [['linha 1\nlinha 2', 'x']]],
    ['', []],
  ])('parseCsv(%p)', (csv, rows) => {
    expect(utilities().call('parseCsv', csv)).toEqual(rows);
  });

  it('parseCsv takes another delimiter', () => {
    expect(utilities().call('parseCsv', 'a;b', ';')).toEqual([['a', 'b']]);
  });

  it.each(['"a', '"a"b,c'])('parseCsv(%p) cannot be read', (csv) => {
    expect(() => utilities().call('parseCsv', csv)).toThrow('Could not parse text.');
  });

  it('jsonParse and jsonStringify', () => {
    expect(utilities().call('jsonParse', '{"a":[1]}')).toEqual({ a: [1] });
    expect(utilities().call('jsonStringify', { a: [1] })).toBe('{"a":[1]}');
  });

  it("getUuid comes from the execution's random numbers", () => {
    const uuid = utilities().call('getUuid');
    expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(utilities().call('getUuid')).toBe(uuid);
  });

  it("sleep waits on the execution's clock, five minutes at most", async () => {
    const execution = makeExecution();
    const host = openService(makeUtilities(), execution);
    let isAwake = false;
    void Promise.resolve(host.call('sleep', 1_000)).then(() => (isAwake = true));
    await execution.clock.advance(999);
    expect(isAwake).toBe(false);
    await execution.clock.advance(1);
    expect(isAwake).toBe(true);
    expect(() => host.call('sleep', 300_001)).toThrow('Invalid argument');
  });
});
