import { afterEach, describe, expect, it } from '@jest/globals';
import { createVirtualClock } from '../../../src/twin/runtime/clock';
import { start, stopAll } from '../runtime/support';

afterEach(stopAll);

const code = `
  function fill() {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
    sheet.getRange(1, 1, 3, 4).setValues([
      ['Nome', 'Quando', 'Total', 'Ok'],
      ['João Alves', new Date(2026, 0, 2, 3, 4, 5), 1.5, true],
      ['Ana', '', 2, false],
    ]);
    sheet.getRange('C4').setFormula('=SUM(C2:C3)');
    return 'filled';
  }
  var held = { inner: function () { return 1; } };
  function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
  function ui() { return Boolean(SpreadsheetApp.getUi()); }
  function give(value) { return [value, new Date(0)]; }
  function fail() { throw new Error('bad'); }
  function private_() { return 1; }
  function plain(value) { return { value, list: [undefined, 1] }; }
  function ask() { return SpreadsheetApp.getUi().alert('Sure?') === SpreadsheetApp.getUi().Button.OK; }
  function onOpen() { SpreadsheetApp.getUi().createMenu('Plantão').addItem('Fill', 'fill').addToUi(); }
  function tick() {}
  function setUp() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(1).create(); }`;

const everyScope = [
  'spreadsheets.currentonly',
  'script.container.ui',
  'userinfo.email',
  'script.scriptapp',
].map((scope) => `https://www.googleapis.com/auth/${scope}`);

async function serveCode(options: Parameters<typeof start>[1] = {}) {
  const twin = await start(code, options);
  const url = await twin.listen(0);
  const get = async (path: string): Promise<unknown> => (await fetch(url + path)).json();
  const post = async (path: string, body: unknown) => {
    const response = await fetch(url + path, { method: 'POST', body: JSON.stringify(body) });
    const answer: unknown = await response.json();
    return { status: response.status, body: answer };
  };
  return { twin, url, get, post };
}

describe('reading', () => {
  it('lists sheets and gives their cells, dates as ISO texts, formulas evaluated', async () => {
    const { get, post } = await serveCode();
    expect(await post('/api/run/fill', [])).toEqual({ status: 200, body: { result: 'filled' } });
    expect(await get('/api/sheets')).toEqual([
      { id: 0, title: 'Página1', hidden: false, rows: 4, columns: 4 },
    ]);
    expect(await get(`/api/sheets/${encodeURIComponent('Página1')}`)).toEqual({
      title: 'Página1',
      header: ['Nome', 'Quando', 'Total', 'Ok'],
      values: [
        ['João Alves', '2026-01-02T06:04:05.000Z', 1.5, true],
        ['Ana', null, 2, false],
        [null, null, 3.5, null],
      ],
      display: [
        ['João Alves', expect.stringContaining('2026'), '1,5', 'VERDADEIRO'],
        ['Ana', '', '2', 'FALSO'],
        ['', '', '3,5', ''],
      ],
      formulas: [
        ['', '', '', ''],
        ['', '', '', ''],
        ['', '', '=SUM(C2:C3)', ''],
      ],
    });
  });

  it('gives the connections that whoever started it lists; none unless told', async () => {
    const { get, twin } = await serveCode({
      connections: (served) => [{ vendor: 'huggy', url: `${served.execUrl()}?k=1` }],
    });
    const url = `${twin.execUrl()}?k=1`;
    expect(await get('/api/connections')).toEqual([{ vendor: 'huggy', url }]);
    const plain = await serveCode();
    expect(await plain.get('/api/connections')).toEqual([]);
  });

  it('lists executions', async () => {
    const { get, post } = await serveCode();
    await post('/api/run/fail', []);
    expect(await get('/api/executions')).toMatchObject([
      { function: 'fail', status: 'failed', serviceCalls: 0, log: [{ severity: 'error' }] },
    ]);
  });

  it.each(['/api/sheets/None', '/api/none', '/../package.json', '/%2e%2e/package.json'])(
    'answers 404 at %s',
    async (path) => {
      const { url } = await serveCode();
      expect((await fetch(url + path)).status).toBe(404);
    },
  );
});

describe('acting', () => {
  it.each([
    ['give', [{ a: 1 }], { result: [{ a: 1 }, '1970-01-01T00:00:00.000Z'] }],
    ['fail', [], { error: 'Error: bad' }],
    ['none', [], { error: 'Script function not found: none' }],
  ])('runs %s as the owner', async (name, args, expected) => {
    const { post } = await serveCode();
    expect(await post(`/api/run/${name}`, args)).toEqual({ status: 200, body: expected });
  });

  it.each([
    ['plain', [1], { result: { value: 1, list: [null, 1] } }],
    ['give', [1], { result: null }],
    ['private_', [], { error: 'private_ is not a function' }],
    ['fail', [], { error: 'Error: bad' }],
  ])('runs %s for a page', async (functionName, args, expected) => {
    const { post } = await serveCode();
    expect(await post('/api/script-run', { functionName, args })).toEqual({
      status: 200,
      body: expected,
    });
  });

  it.each([
    ['plain', [1], { result: { value: 1, list: [null, 1] } }],
    ['who', [], { result: ['', 'owner@example.com'] }],
    ['private_', [], { error: 'private_ is not a function' }],
    ['none', [], { error: 'none is not a function' }],
    ['held.inner', [], { error: 'held.inner is not a function' }],
    ['eval', ['1'], { error: 'eval is not a function' }],
    ['__proto__', [], { error: '__proto__ is not a function' }],
    ['ui', [], { error: expect.stringContaining('getUi() from this context') }],
  ])('runs %s for a page of the web app, as the owner', async (name, args, expected) => {
    const { post, twin } = await serveCode({ manifest: { oauthScopes: everyScope } });
    const path = `/macros/s/${twin.deploymentId}/run/${name}`;
    expect(await post(path, args)).toEqual({ status: 200, body: expected });
  });

  it('has pages of the web app only at its own address, and takes lists only', async () => {
    const { url, twin } = await serveCode();
    const status = async (path: string, body: string): Promise<number> =>
      (await fetch(url + path, { method: 'POST', body })).status;
    expect(await status('/macros/s/other/run/plain', '[]')).toBe(404);
    expect(await status(`/macros/s/${twin.deploymentId}/run/plain`, '{}')).toBe(400);
    expect(await status(`/macros/s/${twin.deploymentId}/run/plain`, '{')).toBe(400);
  });

  it('refuses what is no JSON, no list, no method of the address', async () => {
    const { url } = await serveCode();
    const send = async (path: string, init: RequestInit) => (await fetch(url + path, init)).status;
    expect(await send('/api/run/give', { method: 'POST', body: '{' })).toBe(400);
    expect(await send('/api/run/give', { method: 'POST', body: '{}' })).toBe(400);
    expect(await send('/api/run/give', { method: 'GET' })).toBe(405);
    expect(await send('/api/script-run', { method: 'POST', body: '[]' })).toBe(400);
  });

  it('moves a virtual clock and fires its triggers; a real one stays', async () => {
    const clock = createVirtualClock(Date.parse('2026-01-01T00:00:00Z'));
    const { post, twin } = await serveCode({ clock });
    await post('/api/run/setUp', []);
    const { body } = await post('/api/clock', { advanceMs: 120_000 });
    expect(body).toEqual({ now: '2026-01-01T00:02:00.000Z' });
    expect(twin.executions().filter((record) => record.function === 'tick')).toHaveLength(2);
    expect((await post('/api/clock', { advanceMs: -1 })).status).toBe(400);
    const real = await serveCode();
    expect((await real.post('/api/clock', { advanceMs: 1 })).status).toBe(409);
  });
});

describe('live events', () => {
  it('tell of menus, commits, questions and executions; a question is answered', async () => {
    const { url, post } = await serveCode();
    const events = await listen(`${url}/api/events`);
    expect(
      await events.next('ui', (data) => JSON.stringify(data).includes('Plantão')),
    ).toMatchObject({
      type: 'menus',
      menus: [{ caption: 'Plantão' }],
    });
    await post('/api/run/fill', []);
    expect(await events.next('commit')).toEqual({ sheetIds: [0] });
    const run = post('/api/run/ask', []);
    const question = await events.next('ui', (data) => JSON.stringify(data).includes('alert'));
    expect(question).toMatchObject({ type: 'alert', prompt: 'Sure?', buttons: 'OK' });
    const id: unknown = typeof question === 'object' && question && Reflect.get(question, 'id');
    expect((await post('/api/ui/answer', { id, button: 'OK' })).status).toBe(200);
    expect((await run).body).toEqual({ result: true });
    expect((await post('/api/ui/answer', { id, button: 'OK' })).status).toBe(404);
    await events.next('executions', (data) => JSON.stringify(data).includes('"ask"'));
    await events.close();
  });

  it('are not waited for when nobody looks', async () => {
    const { post } = await serveCode();
    expect((await post('/api/run/ask', [])).body).toEqual({ result: false });
  });
});

/** Reads a stream of server-sent events. */
async function listen(address: string) {
  const response = await fetch(address);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const seen: { readonly name: string; readonly data: unknown }[] = [];
  const readMore = async () => {
    text += (await reader?.read())?.value ?? '';
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, name = '', json = ''] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
      if (name) seen.push({ name, data: JSON.parse(json) });
    }
  };
  return {
    next: async (name: string, fits: (data: unknown) => boolean = () => true): Promise<unknown> => {
      for (;;) {
        const index = seen.findIndex((event) => event.name === name && fits(event.data));
        if (index >= 0) return seen.splice(index, 1)[0]?.data;
        await readMore();
      }
    },
    close: () => reader?.cancel(),
  };
}
