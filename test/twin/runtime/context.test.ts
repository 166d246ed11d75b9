import { afterEach, describe, expect, it } from '@jest/globals';
import { start, stopAll } from './support';

afterEach(stopAll);

/** Runs the body of a function in a fresh twin and gives what it returns. */
async function evaluate(body: string, args: readonly unknown[] = []): Promise<unknown> {
  const twin = await start(`function main() { const args = arguments; ${body} }`);
  return twin.run('main', args);
}

describe('the globals of an execution', () => {
  it('lacks what Apps Script lacks', async () => {
    const names =
      'setTimeout setInterval setImmediate fetch URL URLSearchParams TextEncoder TextDecoder atob btoa crypto performance structuredClone queueMicrotask AbortController Buffer process require module global window document SharedArrayBuffer';
    const code = `return '${names}'.split(' ').filter((name) => eval('typeof ' + name) !== 'undefined');`;
    expect(await evaluate(code)).toEqual([]);
  });

  it('has what Apps Script has', async () => {
    const names =
      'Promise Intl Map Proxy BigInt WebAssembly console Logger SpreadsheetApp LockService CacheService PropertiesService ContentService HtmlService ScriptApp Utilities Session UrlFetchApp';
    const code = `return '${names}'.split(' ').filter((name) => eval('typeof ' + name) === 'undefined');`;
    expect(await evaluate(code)).toEqual([]);
  });

  it('shares nothing between executions', async () => {
    const twin = await start(`
      var count = 0;
      function bump() { count += 1; Array.prototype.extra = 1; globalThis.left = 1; return count; }
      function look() { return [count, typeof left, [].extra === undefined]; }`);
    expect(await twin.run('bump')).toBe(1);
    expect(await twin.run('bump')).toBe(1);
    expect(await twin.run('look')).toEqual([0, 'undefined', true]);
  });

  it('keeps the thread out of reach of the code', async () => {
    const code = `
      const outside = Probe.echo.constructor('return typeof process')();
      return [outside, Probe.echo([]).constructor === Array, Probe.echo({}).constructor === Object];`;
    expect(await evaluate(code)).toEqual(['undefined', true, true]);
  });

  it('finds functions behind const, let and objects, as menus may name them', async () => {
    const twin = await start('const arrow = () => 1; const menu = { item: () => 2 };');
    expect([await twin.run('arrow'), await twin.run('menu.item')]).toEqual([1, 2]);
  });

  it('says which function is missing', async () => {
    const twin = await start('function main() {}');
    await expect(twin.run('other')).rejects.toThrow(/^Script function not found: other$/);
    await expect(twin.run('a b')).rejects.toThrow(/^Script function not found: a b$/);
  });
});

describe('local time', () => {
  it.each([
    ['new Date(2024, 0, 31, 12, 5).toISOString()', '2024-01-31T15:05:00.000Z'],
    ["new Date('2024-02-03T10:00:00').toISOString()", '2024-02-03T13:00:00.000Z'],
    ["new Date('2024-02-03').toISOString()", '2024-02-03T00:00:00.000Z'],
    ["new Date('2024/02/03 10:00').toISOString()", '2024-02-03T13:00:00.000Z'],
    ["new Date('2024-02-03T10:00:00+02:00').toISOString()", '2024-02-03T08:00:00.000Z'],
    ["new Date('2024-02-03T01:30:00Z').getDate()", 2],
    ["new Date('2024-02-03T01:30:00Z').getHours()", 22],
    ["new Date('2018-12-01T12:00:00Z').getTimezoneOffset()", 120],
    ["String(new Date('2024-02-03T13:00:00Z')).slice(0, 33)", 'Sat Feb 03 2024 10:00:00 GMT-0300'],
    ["new Date('2024-02-03T13:00:00Z').toLocaleTimeString('pt-BR')", '10:00:00'],
    ["String(new Date('x'))", 'Invalid Date'],
    ["new Date(new Date(5)).getTime() + new Date('6').getFullYear() * 0", 5],
    ['new Date() instanceof Date && new Date().constructor === Date', true],
    ['typeof Date() + typeof Date.now() + Date.UTC(1970, 0, 2)', 'stringnumber86400000'],
  ])('%s is in the manifest’s zone', async (code, expected) => {
    expect(await evaluate(`return ${code};`)).toBe(expected);
  });

  it('sets fields in the zone', async () => {
    const code = "const d = new Date('2024-02-03T01:30:00Z'); d.setHours(0, 0, 0, 0); return d;";
    expect(await evaluate(code)).toEqual(new Date('2024-02-02T03:00:00Z'));
  });
});

describe('values between code and services', () => {
  it.each([
    null,
    true,
    -1.5,
    'texto “ç” \u{1F600}',
    [1, [2, null], { a: [] }],
    { $: 'date', v: 1, nested: { $: 2 } },
    new Date(1_700_000_000_000),
    [undefined, Number.NaN, Number.POSITIVE_INFINITY],
  ])('%j travels there and back', async (value) => {
    expect(await evaluate('return Probe.echo(args[0]);', [value])).toEqual(value);
  });

  it('carries an invalid date', async () => {
    const code = 'return String(Probe.echo(new Date(NaN)));';
    expect(await evaluate(code)).toBe('Invalid Date');
  });

  it('carries answers longer than the shared memory', async () => {
    const rows = Array.from({ length: 500 }, (_row, index) => [index, 'é'.repeat(50)]);
    expect(await evaluate('return Probe.echo(args[0]);', [rows])).toEqual(rows);
  });

  it('gives the same handle for the same object, and takes it back as that object', async () => {
    const code = `
      const child = Probe.child();
      return [child === Probe.child(), child === child.itself(), Probe.nameOf(child), String(child)];`;
    expect(await evaluate(code)).toEqual([true, true, 'child', 'Child']);
  });

  it('offers enum members that compare by identity and travel as their names', async () => {
    const code = `
      const { RED } = Probe.Colour;
      return [Probe.colour() === RED, String(RED), RED.name(), Probe.Colour.BLUE.ordinal(),
        Object.isFrozen(RED), Probe.describe(RED)];`;
    expect(await evaluate(code)).toEqual([true, 'RED', 'RED', 1, true, 'string:RED']);
  });

  it('waits for promises of the host', async () => {
    expect(await evaluate('return Probe.later();')).toBe('late');
  });

  it('throws what the host throws as an Exception', async () => {
    const code =
      'try { Probe.fail(); } catch (e) { return [e instanceof Error, e.name, e.message, String(e).slice(0, 9)]; }';
    const message = 'The coordinates of the range are outside the dimensions of the sheet.';
    expect(await evaluate(code)).toEqual([true, 'Exception', message, 'Exception']);
  });

  it.each([
    ['Probe.foo()', 'twin does not model Probe.foo'],
    ['Probe.child().foo()', 'twin does not model Child.foo'],
    ['Probe._hidden()', 'twin does not model Probe._hidden'],
    ['Probe.constructor()', 'Probe.constructor is not a function'],
    [
      "Probe.echo(() => 1, 'a')",
      "The parameters ((class),String) don't match the method signature for Probe.echo.",
    ],
    ['Probe.extra = 1', 'Cannot add property extra to Probe.'],
  ])('refuses %s', async (code, message) => {
    expect(await evaluate(`try { ${code}; } catch (e) { return e.message; }`)).toBe(message);
  });

  it('keeps a handle from being awaited or written as JSON through the host', async () => {
    expect(await evaluate('return [JSON.stringify({ h: Probe }), typeof Probe.then];')).toEqual([
      '{"h":{}}',
      'undefined',
    ]);
  });
});

describe('the end of an execution', () => {
  it('runs all microtasks first', async () => {
    const twin = await start(`
      const seen = [];
      async function main() { await null; await null; seen.push(1); console.log('late ' + seen.length); return seen; }
      function loose() { Promise.resolve().then(() => Probe.echo(1)).then(() => console.log('end')); return 0; }`);
    expect(await twin.run('main')).toEqual([1]);
    expect(await twin.run('loose')).toBe(0);
    expect(twin.executions().map(({ log }) => log.map(({ text }) => text))).toEqual([
      ['end'],
      ['late 1'],
    ]);
  });

  it.each([
    ["throw new TypeError('bad')", 'TypeError: bad'],
    ["throw 'text'", 'text'],
    ['Probe.fail()', /^Exception: The coordinates/],
    ["return Promise.reject(new Error('later'))", 'Error: later'],
    ['return (function deep() { return deep() + 1; })()', /^RangeError: Maximum call stack/],
  ])('reports %s', async (body, message) => {
    const twin = await start(`function main() {\n\n${body};\n}`);
    await expect(twin.run('main')).rejects.toThrow(message);
    const [record] = twin.executions();
    expect(record).toMatchObject({ function: 'main', status: 'failed' });
    expect(record?.log.at(-1)?.severity).toBe('error');
  });

  it('names line and file in the stack', async () => {
    const twin = await start("function main() {\n\n  throw new Error('bad');\n}");
    const failure = await twin.run('main').catch((error: unknown) => error);
    expect(failure).toMatchObject({ end: { failure: { stack: /\(Code:3:9\)/ } } });
  });
});

describe('console', () => {
  it('writes to the execution’s log with its severity', async () => {
    const twin = await start(`function main() {
      console.log('a %s b', 1, { c: [2] }); console.warn('w'); console.error(new Error('e').message); console.info(null);
    }`);
    await twin.run('main');
    expect(twin.executions()[0]?.log.map(({ severity, text }) => [severity, text])).toEqual([
      ['info', 'a 1 b {"c":[2]}'],
      ['warning', 'w'],
      ['error', 'e'],
      ['info', 'null'],
    ]);
  });
});
