import { describe, expect, it } from '@jest/globals';
import { busyTeam, drawStory } from '../support/teams';
import { liveThrough } from '../support/ordinary-traffic';

/** As many teams are drawn; each brings its own habits, hours and two platforms. */
const teams = 60;

describe('months of ordinary traffic', () => {
  it.each(Array.from({ length: teams }, (_unused, index) => `team ${index}`))(
    'raise no alarm: %s',
    (seed) => {
      expect(liveThrough(drawStory(seed, 49))).toEqual([]);
    },
  );
});

describe('a team whose week changes for good', () => {
  it('is told on some Mondays that nothing comes, until that is what Mondays are', () => {
    const story = busyTeam('changed', 119);
    const later = { fromDay: 42, week: [0, 0, 1, 1, 1, 1, 0] };
    const raised = liveThrough({
      ...story,
      habits: story.habits.map((one) => ({ ...one, later })),
    });
    const mondays = raised.map(({ day }) => day);
    expect(mondays.length).toBeGreaterThan(0);
    expect(mondays.length).toBeLessThan(8);
    const lastDay = Math.floor(story.startMs / 86_400_000) + 119;
    expect(Math.max(...mondays)).toBeLessThan(lastDay - 21);
  });
});
