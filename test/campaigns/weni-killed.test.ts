import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCrashDesk, type CrashDesk } from '../support/weni-crashes';

describe('a run that dies while it sends to Weni, at each of its calls', () => {
  let desk: CrashDesk;
  beforeAll(async () => {
    desk = await openCrashDesk();
  });
  afterAll(() => desk.stop());

  it.each(['before', 'after'] as const)('%s its effect', async (when) => {
    let tried = 0;
    for (;;) {
      const { died, verdict } = await desk.tryMoment({ call: tried, when });
      expect([tried, verdict]).toEqual([tried, null]);
      if (!died) break;
      tried += 1;
    }
    expect(tried).toBeGreaterThan(100);
  });
});
