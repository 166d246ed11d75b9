import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { liveAndErase } from '../support/erase-story';
import { openErasureDesk, tracesOf } from '../support/erasure-desk';

/** All moments with `ERASURE_MOMENTS=all npm run campaign:long -- erasure`; else some of them. */
const step = process.env['ERASURE_MOMENTS'] === 'all' ? 1 : 37;

describe('an erasure that dies, at its calls', () => {
  it.each(['before', 'after'] as const)(
    '%s their effect: nothing is left of anybody',
    async (when) => {
      const desk = await openErasureDesk();
      let call = 0;
      for (; ; call += step) {
        const { died, left } = await desk.tryMoment({ call, when });
        expect([call, left]).toEqual([call, []]);
        if (!died) break;
      }
      expect(call).toBeGreaterThan(100);
      await desk.plantao.twin.stop();
    },
  );

  it.each(['a', 'b', 'c', 'd', 'e'])('leaves everybody else as they were (seed %s)', (seed) => {
    expect(liveAndErase(seed).length).toBeGreaterThan(7);
  });

  it('no byte of the data folder tells of anybody', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'erased-'));
    try {
      const desk = await openErasureDesk({ dataDir });
      for (const call of [20, 60, 100, 140]) await desk.tryMoment({ call, when: 'after' });
      await desk.plantao.twin.stop();
      const bytes = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name), 'utf8'));
      const traces = [1, 2, 3, 4].flatMap(tracesOf);
      expect(traces.filter((trace) => bytes.some((text) => text.includes(trace)))).toEqual([]);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
