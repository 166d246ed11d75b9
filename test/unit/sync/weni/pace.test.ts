import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backOffMs } from '../../../../src/sync/jobs/back-off';
import { mostCredit, paceAt } from '../../../../src/sync/weni/pace';

const hourMs = 3_600_000;

describe('the pace', () => {
  it('never lets more calls go within an hour than Weni takes, however they come', () => {
    const times = fc.array(fc.integer({ min: 1, max: 10 * 60_000 }), { maxLength: 400 });
    fc.assert(
      fc.property(times, fc.integer({ min: 200, max: 10_000 }), (waits, callsPerHour) => {
        let [nowMs, credit, creditAtMs] = [1e12, 0, 0];
        const made: { readonly atMs: number; readonly count: number }[] = [];
        for (const waitMs of waits) {
          nowMs += waitMs;
          const pace = paceAt({ credit, creditAtMs }, { callsPerHour }, nowMs);
          const count = Math.floor(pace.credit);
          [credit, creditAtMs] = [pace.credit - count, nowMs];
          made.push({ atMs: nowMs, count });
        }
        return made.every(({ atMs }) => {
          const within = made.filter((one) => one.atMs > atMs - hourMs && one.atMs <= atMs);
          return within.reduce((sum, { count }) => sum + count, 0) <= callsPerHour;
        });
      }),
    );
  });

  it('lets some go at once', () => {
    const pace = paceAt({ credit: 0, creditAtMs: 0 }, { callsPerHour: 2500 }, 1e12);
    expect(pace.credit).toBe(mostCredit({ callsPerHour: 2500 }));
    expect(pace.credit).toBe(375);
  });

  it('after failures waits ever longer, up to an hour', () => {
    expect([1, 2, 3, 7, 50].map(backOffMs)).toEqual([60_000, 120_000, 240_000, hourMs, hourMs]);
  });
});
