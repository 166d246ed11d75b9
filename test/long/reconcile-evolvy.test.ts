import { describe, expect, it } from '@jest/globals';
import { tellStory } from '../support/strict-chatwoot/story';

/** Histories and their length: `RECONCILE_SEEDS=40 RECONCILE_COUNT=100 npm run campaign:long -- reconcile-evolvy`. */
const seeds = Number(process.env['RECONCILE_SEEDS'] ?? 6);
const count = Number(process.env['RECONCILE_COUNT'] ?? 40);

describe('a fifth of what Evolvy sent was missed', () => {
  it.each(Array.from({ length: seeds }, (_unused, seed) => seed + 1))(
    'history %i: after the search the tabs are as if nothing had been',
    async (seed) => {
      const story = await tellStory({ count, seed });
      story.holed.wish(1);
      const { doneFound, doneMissing, cause } = await story.holed.untilDone();
      await story.holed.minutes(2);
      expect({ seed, cause, left: story.differences() }).toEqual({ seed, cause: '', left: [] });
      expect(doneFound).toBeGreaterThan(doneMissing);
      expect(doneMissing).toBeGreaterThan(0);
      await story.stop();
    },
  );
});
