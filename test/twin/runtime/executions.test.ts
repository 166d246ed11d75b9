import { afterEach, describe, expect, it } from '@jest/globals';
import { createVirtualClock } from '../../../src/twin/runtime/clock';
import { TooManyExecutions } from '../../../src/twin/runtime/run';
import type { Seam } from '../../../src/twin/runtime/seam';
import { createMemoryStorage } from '../../../src/twin/storage/memory-storage';
import { makeProbe, start, stopAll, until } from './support';

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
    const code = `function main() { Probe.echo('on'); ${body} } function next() { return 'next'; }`;
    let isOn = false;
    const seam: Seam = { afterCall: ({ method }) => void (isOn ||= method === 'echo') };
    const twin = await start(code, { seam });
    const { info, done } = twin.start('main', [], 'trigger');
    await until(() => isOn);
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

describe('the time', () => {
  it('is in whole milliseconds, though calls take parts of one', async () => {
    const clock = createVirtualClock(epochMs + 0.75);
    const code = 'function main() { return [Date.now(), new Date().getTime()]; }';
    const twin = await start(code, { clock });
    expect(await twin.run('main')).toEqual([epochMs, epochMs]);
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

describe('a trigger that finds all slots taken', () => {
  it('fails, and fires again at its next time', async () => {
    const clock = createVirtualClock(epochMs);
    const { service, gate } = makeProbe();
    const code = `
      function setUp() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(1).create(); }
      function hold() { Probe.pass(); }
      function tick() {}`;
    const twin = await start(code, { clock, extraServices: [service], maxExecutions: 1 });
    await twin.run('setUp');
    const held = twin.run('hold');
    await until(() => gate.waiting === 1);
    await twin.advance(60_000);
    expect(twin.executions()[0]).toMatchObject({ function: 'tick', status: 'failed' });
    expect(twin.executions()[0]?.log[0]?.text).toMatch(/^There are too many scripts running/);
    gate.open();
    await held;
    await twin.advance(60_000);
    expect(twin.executions()[0]).toMatchObject({ function: 'tick', status: 'completed' });
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
      { id: 'exec-00000002', function: 'second', serviceCalls: 2, modelMs: 730 },
      { id: 'exec-00000001', function: 'first', status: 'completed', log: [] },
    ]);
  });
});
