import { afterEach, describe, expect, it } from '@jest/globals';
import { start, stopAll } from './support';

afterEach(stopAll);

const code = `
  function none() { return 1; }
  function many(count) { for (let index = 0; index < count; index += 1) Probe.echo(index); }`;

/** Bounds that hold on a busy machine; the bench prints the real figures. */
const slowestStartMs = 100;
const fewestCallsPerSecond = 2_000;

describe('speed', () => {
  it('starts an execution on a warm thread in milliseconds', async () => {
    const twin = await start(code);
    for (let index = 0; index < 20; index += 1) await twin.run('none');
    const startedAt = performance.now();
    for (let index = 0; index < 50; index += 1) await twin.run('none');
    expect((performance.now() - startedAt) / 50).toBeLessThan(slowestStartMs);
  });

  it('makes thousands of service calls a second', async () => {
    const twin = await start(code);
    await twin.run('many', [100]);
    const startedAt = performance.now();
    await Promise.all([1, 2, 3, 4].map(() => twin.run('many', [2_500])));
    const seconds = (performance.now() - startedAt) / 1_000;
    expect(10_000 / seconds).toBeGreaterThan(fewestCallsPerSecond);
  });
});
