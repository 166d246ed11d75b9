import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPollCrashes, type PollCrashes } from '../support/poll-crashes';

describe('A run that dies while it asks for agents', () => {
  let desk: PollCrashes;
  beforeAll(async () => {
    desk = await openPollCrashes();
  });
  afterAll(() => desk.stop());

  it('loses no change and doubles none, at every one of its calls', async () => {
    expect(await desk.tryMoments(1)).toBeGreaterThan(100);
  });
});
