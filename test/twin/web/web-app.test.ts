import { request } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { makeProbe, start, stopAll, until } from '../runtime/support';

afterEach(stopAll);

const code = `
  function doGet(e) {
    const name = e.parameter.answer;
    if (name === 'text') return ContentService.createTextOutput('plain');
    if (name === 'json') return ContentService.createTextOutput(JSON.stringify(e)).setMimeType(ContentService.MimeType.JSON);
    if (name === 'html') return HtmlService.createHtmlOutput('<b>it\\'s "ok" & well</b>').setTitle('A <title>');
    if (name === 'throw') throw new Error('not <good>');
    if (name === 'service') Probe.fail();
    if (name === 'number') return 5;
    if (name === 'promise') return Promise.resolve(1);
    if (name === 'wait') { Probe.pass(); return HtmlService.createHtmlOutput('waited'); }
    if (name === 'sleep') { Utilities.sleep(100000); }
  }`;

async function serveCode(body = code) {
  const { service, gate } = makeProbe();
  const twin = await start(body, { extraServices: [service] });
  const url = await twin.listen(0);
  return { twin, gate, url, exec: `${url}/macros/s/${twin.deploymentId}/exec` };
}

async function read(address: string, init: RequestInit = {}) {
  const response = await fetch(address, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('a text output', () => {
  it('comes by a redirect to a one-time address', async () => {
    const { exec, url } = await serveCode();
    const first = await read(`${exec}?answer=text`);
    expect([first.status, first.headers.get('content-type')]).toEqual([
      302,
      'text/html; charset=UTF-8',
    ]);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.text).toContain('<TITLE>Moved Temporarily</TITLE>');
    const location = first.headers.get('location') ?? '';
    expect(location).toMatch(/^\/macros\/echo\?user_content_key=[0-9a-f]{64}&lib=/);
    const refused = await read(url + location, { method: 'POST', body: 'x' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'HEAD, GET']);
    const second = await read(url + location);
    expect([second.status, second.text]).toEqual([200, 'plain']);
    expect(second.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect((await read(url + location)).status).toBe(404);
  });

  it('keeps its MIME type, and brings the event object over the wire', async () => {
    const { exec } = await serveCode();
    const response = await fetch(`${exec}?answer=json&a=%C3%A7`);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({
      queryString: 'answer=json&a=%C3%A7',
      parameter: { answer: 'json', a: 'ç' },
      parameters: { answer: ['json'], a: ['ç'] },
      contextPath: '',
      contentLength: -1,
    });
  });
});

describe('an HTML output', () => {
  it('comes at once, in Google’s frame', async () => {
    const { exec } = await serveCode();
    const { status, headers, text } = await read(`${exec}?answer=html`);
    expect([status, headers.get('location')]).toEqual([200, null]);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(text).toContain('<b>it&#39;s "ok" &amp; well</b>');
    expect(text).toContain('<title>A &lt;title&gt;</title>');
    expect(text).toContain(
      'sandbox="allow-downloads allow-forms allow-modals allow-popups allow-scripts"',
    );
  });
});

describe('Google’s own pages, all with status 200', () => {
  it.each([
    ['answer=throw', 'Error: not &lt;good&gt; (line 7, file &quot;Code&quot;)'],
    [
      'answer=service',
      /Exception: The coordinates of the range are outside .* \(line 8, file &quot;Code&quot;\)/,
    ],
    ['answer=number', 'the returned value is not a supported return type'],
    ['answer=promise', 'the returned value is not a supported return type'],
    ['', 'The script completed but did not return anything'],
  ])('GET ?%s', async (query, expected) => {
    const { exec } = await serveCode();
    const { status, headers, text } = await read(`${exec}?${query}`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toMatch(typeof expected === 'string' ? new RegExp(escape(expected)) : expected);
  });

  it('say when there is no handler', async () => {
    const { exec } = await serveCode();
    const { status, text } = await read(exec, { method: 'POST', body: 'x' });
    expect([status, text.includes('Script function not found: doPost')]).toEqual([200, true]);
  });

  it('refuse the 31st call at once', async () => {
    const { exec, gate } = await serveCode();
    const calls = Array.from({ length: 30 }, () => read(`${exec}?answer=wait`));
    await until(() => gate.waiting === 30);
    const refused = await read(`${exec}?answer=text`);
    expect([refused.status, refused.headers.get('location')]).toEqual([200, null]);
    expect(refused.text).toContain(
      'Service invoked too many times in a short time: exec qps. Try Utilities.sleep(1000) between calls.',
    );
    gate.open();
    const answers = await Promise.all(calls);
    expect(answers.every(({ text }) => text.includes('waited'))).toBe(true);
  });

  it('hide that an execution was killed', async () => {
    const { exec, twin } = await serveCode();
    const call = read(`${exec}?answer=sleep`);
    await until(() => twin.running().length === 1);
    twin.kill('exec-00000001');
    const { status, text } = await call;
    expect([status, text.includes('a server error occurred')]).toEqual([200, true]);
  });
});

describe('what Google does not serve', () => {
  it.each([
    ['HEAD', '', 403],
    ['PUT', '', 405],
    ['DELETE', '', 405],
    ['OPTIONS', '', 405],
    ['GET', '?c=1', 405],
    ['POST', '?a=1&sid=2', 405],
    ['GET', '/path', 302],
  ])('%s /exec%s is %i and runs nothing', async (method, rest, status) => {
    const { exec, twin } = await serveCode();
    const answer = await read(exec + rest, { method });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(twin.executions()).toEqual([]);
  });

  it('asks to sign in at /dev', async () => {
    const { url, twin } = await serveCode();
    const { status, headers } = await read(`${url}/macros/s/${twin.deploymentId}/dev?answer=text`);
    expect([status, headers.get('location')]).toEqual([
      302,
      expect.stringContaining('accounts.google.com'),
    ]);
  });

  it('answers 404 for an unknown deployment', async () => {
    const { url } = await serveCode();
    const { status, text } = await read(`${url}/macros/s/AKfycbOther/exec`);
    expect([status, text.includes('does not exist')]).toEqual([404, true]);
  });

  it('answers 413 for a body over 50 MB', async () => {
    const { twin } = await serveCode();
    const body = new Uint8Array(50 * 1024 * 1024 + 1);
    const answer = await twin.webCall({ method: 'POST', query: '', contentType: null, body });
    expect(answer.status).toBe(413);
  });
});

describe('pages of other sites', () => {
  it.each([
    ['a foreign origin', { origin: 'https://example.com' }],
    ['a foreign host name', { host: 'example.com' }],
  ])('cannot use the twin’s own interface: %s', async (_name, headers) => {
    const { url } = await serveCode();
    expect(await statusOf(`${url}/api/executions`, headers)).toBe(403);
  });

  it('may call the web app', async () => {
    const { exec } = await serveCode();
    expect(await statusOf(`${exec}?answer=text`, { origin: 'https://example.com' })).toBe(302);
  });
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function statusOf(address: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(address, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
