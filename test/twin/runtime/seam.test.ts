import { afterEach, describe, expect, it } from '@jest/globals';
import { createVirtualClock } from '../../../src/twin/runtime/clock';
import { createPlainSeam, type Seam } from '../../../src/twin/runtime/seam';
import { start, stopAll } from './support';

afterEach(stopAll);

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
  ] as const)('makes a call go wrong: %s', async (...row) => {
    const [, fault, expected, effects] = row;
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

  it('lets a flush time out and land later, over whatever stands there then', async () => {
    const fault = {
      kind: 'throw',
      when: 'late',
      delayMs: 60_000,
      message: 'Service Spreadsheets timed out while accessing document.',
    } as const;
    const seam: Seam = {
      beforeCall: ({ execution, method }) =>
        execution.number === 1 && method === 'flush' ? fault : undefined,
    };
    const code = `
      function cell() { return SpreadsheetApp.getActive().getRange('A1'); }
      function write(value) { cell().setValue(value); SpreadsheetApp.flush(); }
      function read() { return cell().getValue(); }`;
    const twin = await start(code, { seam, clock: createVirtualClock(0) });
    await expect(twin.run('write', ['late'])).rejects.toThrow('timed out');
    expect(await twin.run('read')).toBe('');
    await twin.run('write', ['newer']);
    expect(await twin.run('read')).toBe('newer');
    await twin.advance(60_000);
    expect(await twin.run('read')).toBe('late');
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
