import { describe, expect, it } from '@jest/globals';
import { busyTeam, drawStory, momentOf } from '../../support/teams';
import { liveThrough } from '../../support/ordinary-traffic';

const minuteMs = 60_000;

describe('a month of ordinary traffic', () => {
  // Nights, weekends, a holiday, lunch, busy days and slow ones; many more are lived through in the campaign.
  it.each(['first', 'second'])('raises no alarm (%s)', (seed) => {
    expect(liveThrough(drawStory(seed, 35))).toEqual([]);
  });
});

describe('a platform that falls silent', () => {
  const story = busyTeam('silent', 36);
  const silentMs = momentOf(story, 35, 10);
  const raised = liveThrough({ ...story, silentFrom: () => silentMs });

  it('is told within an hour and a half, once on that day', () => {
    expect(raised).toMatchObject([{ cause: 'silent:c1', kind: 'silent' }]);
    const delayMs = (raised[0]?.atMs ?? 0) - silentMs;
    expect(delayMs).toBeGreaterThan(30 * minuteMs);
    expect(delayMs).toBeLessThanOrEqual(90 * minuteMs);
  });
});
