import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { differences, shownRows } from '../../support/reconciled';
import { tellStory, type Story } from '../../support/strict-chatwoot/story';

/** A short history; `test/long/reconcile-evolvy.test.ts` tells longer ones. */
describe('what Evolvy sent while nobody took it in', () => {
  let story: Story;
  beforeAll(async () => {
    story = await tellStory({ count: 3, seed: 7, share: 0.3 });
  });
  afterAll(() => story.stop());

  it('is in the tabs after it was fetched, as if nothing had been missed', async () => {
    story.holed.wish(1);
    const { cause, doneMissing } = await story.holed.untilDone();
    await story.holed.minutes(2);
    expect({ cause, left: story.differences() }).toEqual({ cause: '', left: [] });
    expect(doneMissing).toBeGreaterThan(0);
  });

  it('is fetched without effect where nothing was missed', async () => {
    const before = shownRows(story.whole.plantao, { Conversas: ['Há'] });
    const lines = story.whole.plantao.rows('Diário').length;
    story.whole.wish(1);
    const { doneFound, doneMissing } = await story.whole.untilDone();
    await story.whole.minutes(2);
    expect({ doneMissing, isFound: doneFound > 0 }).toEqual({ doneMissing: 0, isFound: true });
    expect(story.whole.plantao.rows('Diário')).toHaveLength(lines);
    expect(differences(before, shownRows(story.whole.plantao, { Conversas: ['Há'] }))).toEqual([]);
  });
});
