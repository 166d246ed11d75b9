import { describe, expect, it } from '@jest/globals';
import { tellMissed } from '../support/lists/missed-story';
import { platforms } from '../support/lists/platforms';

/** 10,000 events in all, or as many as told: `RECONCILE_EVENTS=500 npm run campaign:long -- reconcile-all`. */
const events = Number(process.env['RECONCILE_EVENTS'] ?? 10_000) / platforms.length;
const seed = Number(process.env['RECONCILE_SEED'] ?? 1);
const nowMs = Date.UTC(2026, 9, 5, 15);
const days = 14;
const startMs = nowMs - 12 * 86_400_000;

describe('a fifth of what platforms sent was missed', () => {
  it.each(platforms.map((make) => make(events, seed, startMs)))(
    '$connection: after the search the tabs are as if nothing had been, to the second',
    async (platform) => {
      const { dropped, state, left, changed } = await tellMissed(platform, {
        seed,
        share: 0.2,
        nowMs,
        days,
      });
      expect({ cause: state.cause, left: left.slice(0, 20) }).toEqual({ cause: '', left: [] });
      expect(changed.slice(0, 20)).toEqual([]);
      expect(dropped).toBeGreaterThan(events / 50);
      expect(state.doneMissing).toBeGreaterThan(0);
    },
  );
});
