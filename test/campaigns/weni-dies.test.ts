import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCrashDesk, type CrashDesk } from '../support/weni-crashes';

/** Here a few moments; `test/campaigns/weni-killed.test.ts` tries more, or all. */
const sampleEvery = 41;

describe('a run that dies while it sends to Weni', () => {
  let desk: CrashDesk;
  beforeAll(async () => {
    desk = await openCrashDesk();
  });
  afterAll(() => desk.stop());

  it('loses nothing and doubles nothing, whenever it dies', async () => {
    let tried = 0;
    for (let call = 0; ; call += sampleEvery) {
      const when = tried % 2 === 0 ? 'before' : 'after';
      const { died, verdict } = await desk.tryMoment({ call, when });
      expect([call, when, verdict]).toEqual([call, when, null]);
      if (!died) break;
      tried += 1;
    }
    expect(tried).toBeGreaterThan(5);
  });
});
