import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createUrlFetchState,
  makeUrlFetchApp,
  type UrlFetchOptions,
} from '../../../../src/twin/services/web/url-fetch';
import { startEchoServer, type EchoServer } from '../../../support/echo-server';
import { makeUtilities } from '../../../../src/twin/services/utilities/utilities';
import {
  makeExecution,
  makeHandle,
  messageOf,
  openService,
} from '../../../support/execution-context';

let server: EchoServer;
let base = '';
beforeAll(async () => {
  server = await startEchoServer();
  base = server.address;
});
afterAll(() => server.stop());

const open = (options?: UrlFetchOptions) =>
  openService(makeUrlFetchApp(createUrlFetchState(options)), makeExecution());

async function fetchEcho(path: string, options?: unknown): Promise<unknown> {
  const response = makeHandle(await open().call('fetch', `${base}${path}`, options));
  return JSON.parse(String(response.call('getContentText')));
}

describe('UrlFetchApp: requests', () => {
  const form = 'application/x-www-form-urlencoded';

  it.each([
    [undefined, { method: 'GET', body: '', type: null }],
    [
      { method: 'post', payload: 'x' },
      { method: 'POST', body: 'x', type: form },
    ],
    [{ payload: { a: '1', b: 'é' } }, { method: 'POST', body: 'a=1&b=%C3%A9', type: form }],
    [
      { method: 'PUT', payload: '{}', contentType: 'application/json' },
      { method: 'PUT', body: '{}', type: 'application/json' },
    ],
    [{ headers: { Authorization: 'Bearer t' } }, { method: 'GET', auth: 'Bearer t' }],
    [{ method: 'delete' }, { method: 'DELETE' }],
  ])('options %p', async (options, expected) => {
    expect(await fetchEcho('/echo?q=1', options)).toMatchObject({ url: '/echo?q=1', ...expected });
  });

  it("sends a blob's bytes with its type", async () => {
    const payload = openService(makeUtilities()).call('newBlob', 'é', 'text/csv');
    expect(await fetchEcho('/echo', { payload })).toMatchObject({ body: 'é', type: 'text/csv' });
  });

  it('fetchAll sends all, in the order of the list', async () => {
    const responses = await open().call('fetchAll', [
      `${base}/status/201`,
      { url: `${base}/echo`, method: 'post' },
    ]);
    const list: unknown[] = Array.isArray(responses) ? responses : [];
    expect(list.map((response) => makeHandle(response).call('getResponseCode'))).toEqual([
      201, 200,
    ]);
  });

  it('getRequest says what would be sent', () => {
    const request = open().call('getRequest', 'https://api.example.com/x', {
      method: 'post',
      payload: 'a',
    });
    expect(request).toMatchObject({
      url: 'https://api.example.com/x',
      method: 'post',
      payload: 'a',
      contentType: form,
    });
  });
});

describe('UrlFetchApp: responses', () => {
  it('gives code, headers, text, bytes and blob', async () => {
    const response = makeHandle(await open().call('fetch', `${base}/echo`));
    expect(response.call('getResponseCode')).toBe(200);
    expect(response.call('getHeaders')).toMatchObject({ 'X-Request-Id': '7' });
    expect(response.call('getAllHeaders')).toMatchObject({ 'Set-Cookie': ['a=1', 'b=2'] });
    expect(response.call('getContent')).toHaveLength(
      String(response.call('getContentText')).length,
    );
    expect(response.open('getBlob').call('getContentType')).toBe('application/json');
  });

  it('reads text in another charset when asked', async () => {
    const response = makeHandle(await open().call('fetch', `${base}/status/200`));
    expect(String(response.call('getContentText'))).toMatch(/^não/);
    expect(String(response.call('getContentText', 'ISO-8859-1'))).toMatch(/^nÃ£o/);
  });

  it.each([400, 404, 500])('%p throws, unless muted', async (code) => {
    const url = `${base}/status/${code}`;
    const message = await messageOf(() => open().call('fetch', url));
    expect(message).toContain(
      `Request failed for ${base} returned code ${code}. Truncated server response: não não`,
    );
    expect(message).toContain('(use muteHttpExceptions option to examine full response)');
    const muted = makeHandle(await open().call('fetch', url, { muteHttpExceptions: true }));
    expect(muted.call('getResponseCode')).toBe(code);
  });

  it.each([
    [{ method: 'post', payload: 'x' }, 200],
    [{ method: 'post', payload: 'x', followRedirects: false }, 302],
  ])('redirect with %p gives %p', async (options, code) => {
    const response = makeHandle(await open().call('fetch', `${base}/to?/echo`, options));
    expect(response.call('getResponseCode')).toBe(code);
  });

  it('a POST that is redirected goes on as GET without its body', async () => {
    const echo = await fetchEcho('/to?/echo', { method: 'post', payload: 'x' });
    expect(echo).toMatchObject({ method: 'GET', body: '', type: null });
  });
});

describe('UrlFetchApp: limits', () => {
  it.each([
    [
      'a URL of more than 2,082 characters',
      () => `${base}/${'a'.repeat(2_082)}`,
      {},
      'Limit exceeded: URLFetch URL Length.',
    ],
    ['another scheme', () => 'ftp://127.0.0.1/x', {}, 'Invalid argument: ftp://127.0.0.1/x'],
    [
      'a header that is not the script’s',
      () => base,
      { headers: { Host: 'x' } },
      'Attribute provided with invalid value: Header:Host',
    ],
    [
      'an unknown method',
      () => base,
      { method: 'steal' },
      'Attribute provided with invalid value: method',
    ],
    [
      'more than 100 headers',
      () => base,
      {
        headers: Object.fromEntries(
          Array.from({ length: 101 }, (_one, index) => [`x-${index}`, 'a']),
        ),
      },
      'Limit exceeded: URLFetch Headers.',
    ],
    [
      'a header of more than 8 KB',
      () => base,
      { headers: { Authorization: 'a'.repeat(8_193) } },
      'Limit exceeded: URLFetch Header Size.',
    ],
    ['nobody there', () => 'http://127.0.0.1:1/', {}, 'Address unavailable: http://127.0.0.1:1/'],
  ])('%s', async (...[, url, options, expected]) => {
    expect(await messageOf(() => open().call('fetch', url(), options))).toBe(expected);
  });

  it.each(['https://api.example.com/v1', 'http://10.0.0.1/'])(
    'does not leave loopback: %s',
    async (url) => {
      expect(await messageOf(() => open().call('fetch', url))).toContain(
        'reaches loopback addresses only',
      );
    },
  );

  it('does not leave loopback by a redirect', async () => {
    const url = `${base}/to?https://example.com/`;
    expect(await messageOf(() => open().call('fetch', url))).toContain(
      'refused https://example.com',
    );
  });

  it('can send a foreign address to a stand-in', async () => {
    const rewrite = (url: URL) => new URL(url.pathname, base);
    const fetched = await open({ rewrite }).call('fetch', 'https://api.example.com/echo');
    expect(makeHandle(fetched).call('getContentText')).toContain('"url":"/echo"');
  });

  it('ends a call that takes longer than its time', async () => {
    const message = await messageOf(() =>
      open().call('fetch', `${base}/never`, { timeoutSeconds: 0.05 }),
    );
    expect(message).toBe(`Timeout: ${base}/never`);
  });

  it('fetchAll tells of no answer when one call gets none', async () => {
    const both = [`${base}/echo`, 'http://127.0.0.1:1/'];
    expect(await messageOf(() => open().call('fetchAll', both))).toBe(
      'Address unavailable: http://127.0.0.1:1/',
    );
  });

  it('has a number of calls a day', async () => {
    const service = open({ callsPerDay: 2 });
    await service.call('fetch', `${base}/echo`);
    const tooMany = () => service.call('fetchAll', [`${base}/echo`, `${base}/echo`]);
    expect(await messageOf(tooMany)).toBe('Service invoked too many times for one day: urlfetch.');
  });
});
