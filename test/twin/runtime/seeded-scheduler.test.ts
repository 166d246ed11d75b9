import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { workerFile } from '../../../src/twin/runtime/bundle-worker';
import { createVirtualClock } from '../../../src/twin/runtime/clock';
import {
  createSeededScheduler,
  type SeededSchedulerOptions,
  type TraceStep,
} from '../../../src/twin/runtime/seeded-scheduler';
import { createThreadPool } from '../../../src/twin/runtime/thread-pool';
import { start, stopAll } from './support';

/** Threads are slow to start; the twins here use the same ones. */
const threads = createThreadPool(workerFile);

afterEach(stopAll);
afterAll(() => threads.stop());

const code = `
  const sheet = () => SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  function add(value) {
    const row = sheet().getLastRow() + 1;
    sheet().getRange(row, 1).setValue(value);
    SpreadsheetApp.flush();
    return row;
  }
  function addLocked(value) {
    const lock = LockService.getScriptLock();
    lock.waitLock(60000);
    try { Utilities.sleep(50); return add(value); } finally { lock.releaseLock(); }
  }
  function draw() { Utilities.sleep(1000 * Math.random()); return [Utilities.getUuid(), Math.random(), Date.now()]; }`;

interface Scene {
  readonly results: readonly unknown[];
  readonly trace: readonly TraceStep[];
  readonly rows: number;
}

/** Runs a function ten times at once under a seed. */
async function play(functionName: string, options: SeededSchedulerOptions): Promise<Scene> {
  const seam = createSeededScheduler(options);
  const clock = createVirtualClock(Date.parse('2026-01-01T12:00:00Z'));
  const twin = await start(code, { seam, clock, seed: options.seed, threads });
  const runs = Array.from({ length: 10 }, (_run, index) => twin.run(functionName, [index]));
  const settled = await Promise.allSettled(runs);
  const results = settled.map((one) =>
    one.status === 'fulfilled' ? one.value : String(one.reason),
  );
  return { results, trace: seam.trace, rows: twin.workbook.sheets[0]?.lastRow ?? 0 };
}

describe('the seeded scheduler', () => {
  it.each(['add', 'addLocked', 'draw'])('plays %s alike for the same seed', async (name) => {
    const first = await play(name, { seed: 'same' });
    const second = await play(name, { seed: 'same' });
    expect(second).toEqual(first);
  });

  it('plays differently for another seed', async () => {
    const first = await play('add', { seed: 'one' });
    const second = await play('add', { seed: 'two' });
    expect(second.trace).not.toEqual(first.trace);
  });

  it('shows lost updates without a lock and none with one', async () => {
    expect((await play('add', { seed: '1' })).rows).toBeLessThan(10);
    expect((await play('addLocked', { seed: '1' })).rows).toBe(10);
  });

  it('replays faults too, and names them in the trace', async () => {
    const options: SeededSchedulerOptions = {
      seed: 'faults',
      fault: (_execution, call, random) =>
        call?.method === 'flush' && random.next() < 0.4
          ? { kind: 'kill', when: 'before' }
          : undefined,
    };
    const first = await play('addLocked', options);
    expect(first.trace.some(({ detail }) => detail.endsWith('! kill before'))).toBe(true);
    expect(first.results).toContain('Error: The execution was killed.');
    expect(await play('addLocked', options)).toEqual(first);
  });

  it('records starts, calls with short arguments, timers and ends', async () => {
    const { trace } = await play('addLocked', { seed: 'x' });
    expect(trace.filter(({ step }) => step === 'start')).toHaveLength(10);
    expect(trace.filter(({ step }) => step === 'end')).toHaveLength(10);
    expect(trace).toContainEqual(
      expect.objectContaining({ step: 'Range.setValue', detail: expect.stringMatching(/^\d$/) }),
    );
    expect(trace.some(({ execution, step }) => execution === 0 && step === 'timer')).toBe(true);
  });
});
