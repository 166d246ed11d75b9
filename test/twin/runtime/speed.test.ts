import { afterEach, describe, expect, it } from '@jest/globals';
import { start, stopAll } from './support';

afterEach(stopAll);

const code = `
  function none() { return 1; }
  function many(count) { for (let index = 0; index < count; index += 1) Probe.echo(index); }`;

/** Processor time, which a busy machine does not stretch; some twenty times the usual. The bench prints the real figures. */
const mostCpuMsPerStart = 100;
const mostCpuMsPerCall = 1;

/** Milliseconds of processor time, all threads together. */
async function cpuMsOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe('speed', () => {
  it('an execution on a warm thread starts without making a thread', async () => {
    const twin = await start(code);
    for (let index = 0; index < 20; index += 1) await twin.run('none');
    const spentMs = await cpuMsOf(async () => {
      for (let index = 0; index < 50; index += 1) await twin.run('none');
    });
    expect(spentMs / 50).toBeLessThan(mostCpuMsPerStart);
  });

  it('a service call takes a fraction of a millisecond', async () => {
    const twin = await start(code);
    await twin.run('many', [100]);
    const runAll = () => Promise.all([1, 2, 3, 4].map(() => twin.run('many', [2_500])));
    expect((await cpuMsOf(runAll)) / 10_000).toBeLessThan(mostCpuMsPerCall);
  });
});
