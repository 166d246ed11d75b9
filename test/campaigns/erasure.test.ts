import { describe, expect, it } from '@jest/globals';
import { liveAndErase } from '../support/erase-story';
import { openErasureDesk } from '../support/erasure-desk';

describe('P8: a person who is erased', () => {
  it('leaves no trace in any cell or property; the others and the counts stay', () => {
    expect(liveAndErase('p8').length).toBeGreaterThan(7);
  });

  it('leaves none either when the run dies at some of its calls, the cache included', async () => {
    const desk = await openErasureDesk();
    for (const [call, when] of [
      [40, 'before'],
      [90, 'after'],
    ] as const) {
      const { died, left } = await desk.tryMoment({ call, when });
      expect([call, died, left]).toEqual([call, true, []]);
    }
    await desk.plantao.twin.stop();
  });
});
