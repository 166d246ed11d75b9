import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPollCrashes, type PollCrashes } from '../support/poll-crashes';

/** Here a few moments; `test/long/polling-killed.test.ts` tries them all. */
const sampleEvery = 37;

describe('A run that dies while it asks for agents', () => {
  let desk: PollCrashes;
  beforeAll(async () => {
    desk = await openPollCrashes();
  });
  afterAll(() => desk.stop());

  it('loses no change and doubles none, whenever it dies', async () => {
    expect(await desk.tryMoments(sampleEvery)).toBeGreaterThan(2);
  });
});
