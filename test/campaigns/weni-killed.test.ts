import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCrashDesk, type CrashDesk } from '../support/weni-crashes';

/** All moments with `WENI_MOMENTS=all npm run campaign -- weni-killed`, which takes half an hour; else some of them. */
const step = process.env['WENI_MOMENTS'] === 'all' ? 1 : 13;

describe('a run that dies while it sends to Weni, at its calls', () => {
  let desk: CrashDesk;
  beforeAll(async () => {
    desk = await openCrashDesk();
  });
  afterAll(() => desk.stop());

  it.each(['before', 'after'] as const)('%s its effect', async (when) => {
    let call = 0;
    for (; ; call += step) {
      const { died, verdict } = await desk.tryMoment({ call, when });
      expect([call, verdict]).toEqual([call, null]);
      if (!died) break;
    }
    expect(call).toBeGreaterThan(100);
  });
});
