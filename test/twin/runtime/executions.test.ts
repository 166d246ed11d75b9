import { afterEach, describe, expect, it } from '@jest/globals';
import { createVirtualClock } from '../../../src/twin/runtime/clock';
import { TooManyExecutions } from '../../../src/twin/runtime/run';
import { createPlainSeam } from '../../../src/twin/runtime/seam';
import type { Seam } from '../../../src/twin/runtime/seam';
import { createMemoryStorage } from '../../../src/twin/storage/memory-storage';
import { makeProbe, start, stopAll, until, writeBundle } from './support';

afterEach(stopAll);

const epochMs = Date.parse('2026-01-01T12:00:00Z');

describe('executions at once', () => {
  it('run on threads of their own', async () => {
    const { service, gate } = makeProbe();
    const code = 'function main(n) { Probe.pass(); return n; }';
    const twin = await start(code, { extraServices: [service] });
    const runs = [1, 2, 3, 4].map((n) => twin.run('main', [n]));
    await until(() => gate.waiting === 4);
    gate.open();
    expect(await Promise.all(runs)).toEqual([1, 2, 3, 4]);
  });

  it('are at most 30; the next is refused, and a slot is free again after one ends', async () => {
    const { service, gate } = makeProbe();
    const code = 'function main() { Probe.pass(); } function quick() { return 1; }';
    const twin = await start(code, { extraServices: [service] });
    const runs = Array.from({ length: 30 }, () => twin.run('main'));
    await expect(twin.run('quick')).rejects.toThrow(TooManyExecutions);
    await until(() => gate.waiting === 30);
    gate.open();
    await Promise.all(runs);
    expect(await twin.run('quick')).toBe(1);
  });
});

describe('kill', () => {
  it.each([
    ['computes', 'for (;;) {}'],
    ['waits in a call', 'Probe.pass();'],
    ['sleeps', 'Utilities.sleep(100000);'],
  ])('ends an execution that %s', async (_what, body) => {
    const code = `function main() { console.log('on'); ${body} } function next() { return 'next'; }`;
    const twin = await start(code);
    const { info, done } = twin.start('main', [], 'trigger');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(twin.kill(info.id)).toBe(true);
    expect(await done).toMatchObject({ outcome: 'killed' });
    expect(twin.kill(info.id)).toBe(false);
    expect(twin.executions()[0]).toMatchObject({ status: 'killed', function: 'main' });
    expect(await twin.run('next')).toBe('next');
  });

  it('loses what was not flushed, as a time-out does; an exception does not', async () => {
    const seam: Seam = {
      beforeCall: ({ method, execution }) =>
        method === 'sleep' && execution.functionName !== 'fails'
          ? {
              kind: 'kill',
              when: 'before',
              outcome: execution.functionName === 'late' ? 'timedOut' : 'killed',
            }
          : undefined,
    };
    const code = `
      const put = (row) => SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(row, 1).setValue(row);
      function dies() { put(1); Utilities.sleep(1); }
      function late() { put(2); Utilities.sleep(1); }
      function fails() { put(3); throw new Error('x'); }
      function flushed() { put(4); SpreadsheetApp.flush(); put(5); Utilities.sleep(1); }`;
    const twin = await start(code, { seam });
    for (const name of ['dies', 'late', 'fails', 'flushed']) {
      await twin.run(name).catch(() => undefined);
    }
    const sheet = twin.workbook.sheets[0];
    const rows = [1, 2, 3, 4, 5].map((row) => sheet?.cell(row, 1)?.value ?? null);
    expect(rows).toEqual([null, null, 3, 4, null]);
    expect(twin.executions().map(({ status }) => status)).toEqual([
      'killed',
      'failed',
      'timedOut',
      'killed',
    ]);
  });
});

describe('run-time limits', () => {
  it.each([
    ['trigger', 6 * 60_000],
    ['simpleTrigger', 30_000],
  ] as const)('end a %s after its limit on the clock', async (kind, limitMs) => {
    const clock = createVirtualClock(epochMs);
    const twin = await start('function main() { for (;;) Utilities.sleep(7000); }', { clock });
    const end = await twin.start('main', [], kind).done;
    expect(end.outcome).toBe('timedOut');
    expect(clock.now() - epochMs).toBe(limitMs);
    expect(twin.executions()[0]?.log.at(-1)?.text).toBe('Exceeded maximum execution time');
  });
});

describe('the seam', () => {
  it('sees each call with its class, service and arguments, and what came of it', async () => {
    const seen: string[] = [];
    const seam: Seam = {
      beforeCall: ({ index, className, method, service, args }) => {
        seen.push(`${index} ${service} ${className}.${method} ${JSON.stringify(args)}`);
        return undefined;
      },
      afterCall: ({ method }, result) => {
        seen.push(`${method} ${result.ok ? 'ok' : result.message}`);
      },
    };
    const code =
      "function main() { Probe.child().getName(); try { Probe.nameOf(null); } catch {} Probe.echo(1, 'a'); }";
    const twin = await start(code, { seam });
    await twin.run('main');
    expect(seen).toEqual([
      '0 Probe Probe.child []',
      'child ok',
      '1 Probe Child.getName []',
      'getName ok',
      '2 Probe Probe.nameOf [null]',
      expect.stringMatching(/^nameOf Cannot read properties of null/),
      '3 Probe Probe.echo [1,"a"]',
      'echo ok',
    ]);
  });

  it('counts calls', async () => {
    const seam = createPlainSeam();
    const twin = await start('function main() { Probe.echo(1); Probe.echo(2); }', { seam });
    await twin.run('main');
    expect([...seam.counts]).toEqual([['Probe.echo', 2]]);
  });

  it.each([
    ['throw before', { kind: 'throw', when: 'before', message: 'lost' }, 'Exception: lost', 0],
    ['throw after', { kind: 'throw', when: 'after', message: 'lost' }, 'Exception: lost', 1],
    ['kill before', { kind: 'kill', when: 'before' }, 'The execution was killed.', 0],
    ['kill after', { kind: 'kill', when: 'after' }, 'The execution was killed.', 1],
    ['answer', { kind: 'answer', value: 'made up' }, 'made up', 0],
  ] as const)('makes a call go wrong: %s', async (_name, fault, expected, effects) => {
    const seam: Seam = {
      beforeCall: ({ method }) => (method === 'setProperty' ? fault : undefined),
    };
    const code =
      "function main() { return PropertiesService.getScriptProperties().setProperty('k', 'v'); }" +
      'function look() { return PropertiesService.getScriptProperties().getKeys().length; }';
    const twin = await start(code, { seam });
    const result = await twin.run('main').catch((error: unknown) => error);
    expect(result instanceof Error ? result.message : result).toBe(expected);
    expect(await twin.run('look')).toBe(effects);
  });

  it('can hold a call back and let others pass', async () => {
    const order: unknown[] = [];
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const seam: Seam = {
      beforeCall: async ({ args }) => {
        if (args[0] === 1) await opened;
        order.push(args[0]);
        return undefined;
      },
    };
    const twin = await start('function main(n) { return Probe.echo(n); }', { seam });
    const first = twin.run('main', [1]);
    await twin.run('main', [2]);
    open();
    expect([await first, order]).toEqual([1, [2, 1]]);
  });
});

describe('two versions at once', () => {
  it('runs the deployed code for web calls and the latest for the rest', async () => {
    const deployedBundleDir = writeBundle(
      'function doGet() { return version(); } function version() { return ContentService.createTextOutput("old"); }',
    );
    const twin = await start("function main() { return 'new'; }", { deployedBundleDir });
    const request = { method: 'GET', query: '', contentType: null, body: new Uint8Array() };
    expect(await twin.webOutput(request)).toMatchObject({ kind: 'text', text: 'old' });
    expect(await twin.run('main')).toBe('new');
  });
});

describe('authorisation', () => {
  it('asks at the first menu click, which is spent', async () => {
    const twin = await start('function main() { return 1; } function doGet() {}', {
      authorisation: 'fresh',
    });
    const request = { method: 'GET', query: '', contentType: null, body: new Uint8Array() };
    expect(await twin.webOutput(request)).toMatchObject({
      html: expect.stringContaining('Authorization needed'),
    });
    await expect(twin.run('main')).rejects.toThrow('Authorization is required');
    expect(await twin.run('main')).toBe(1);
  });

  it('names the call and the scope that the manifest lacks', async () => {
    const oauthScopes = ['https://www.googleapis.com/auth/spreadsheets.currentonly'];
    const code =
      "function main() { SpreadsheetApp.getActiveSpreadsheet(); UrlFetchApp.fetch('http://127.0.0.1:9/'); }";
    const twin = await start(code, { manifest: { oauthScopes } });
    await expect(twin.run('main')).rejects.toThrow(
      'Exception: You do not have permission to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
    );
  });

  it('ends an execution that demands authorisation, whatever it catches', async () => {
    const code =
      'function main() { try { ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL); } catch (e) {} return 1; }';
    const twin = await start(code, { manifest: { oauthScopes: ['scope'] } });
    twin.services.authorization.revoke('owner@example.com');
    await expect(twin.run('main')).rejects.toThrow('Authorization is required');
  });
});

describe('triggers', () => {
  it('fire on the clock, one after the other, with the latest code', async () => {
    const clock = createVirtualClock(epochMs);
    const code = `
      function setUp() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create(); }
      function tick() { console.log(new Date().toISOString()); }`;
    const twin = await start(code, { clock });
    await twin.run('setUp');
    await twin.advance(15 * 60_000);
    const ticks = twin.executions().filter((record) => record.function === 'tick');
    expect(ticks).toHaveLength(3);
    expect(ticks.every(({ kind, status }) => kind === 'trigger' && status === 'completed')).toBe(
      true,
    );
    expect(clock.now()).toBe(epochMs + 15 * 60_000);
  });
});

describe('the list of executions', () => {
  it('is kept over a restart, newest first, with what Google would have taken', async () => {
    const storage = createMemoryStorage();
    const code =
      'function first() { Probe.echo(1); } function second() { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 1).getValues(); }';
    const twin = await start(code, { storage });
    await twin.run('first');
    await twin.run('second');
    await twin.stop();
    const again = await start(code, { storage });
    await again.run('first');
    expect(again.executions()).toMatchObject([
      { id: 'exec-00000003', function: 'first', serviceCalls: 0, modelMs: 400 },
      { id: 'exec-00000002', function: 'second', serviceCalls: 3, modelMs: 730 },
      { id: 'exec-00000001', function: 'first', status: 'completed', log: [] },
    ]);
  });
});
