import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measureDuration, quantile } from '../../../src/measures/histogram';
import { addMeasures, type GrowingSums } from '../../../src/measures/sums';

const sumOf = (durationsMs: readonly number[], sign: 1 | -1 = 1, sums: GrowingSums = new Map()) => {
  for (const ms of durationsMs) addMeasures(sums, ['x', measureDuration('wait', ms)], sign);
  return sums;
};

describe('durations in buckets', () => {
  const durations = fc.array(fc.integer({ min: 0, max: 40 * 86_400_000 }), {
    minLength: 1,
    maxLength: 200,
  });

  it.each([0.5, 0.9])('any percentile is within 5 %% of the exact one (%d)', (share) => {
    fc.assert(
      fc.property(durations, (all) => {
        const seconds = all.map((ms) => Math.floor(ms / 1000)).sort((a, b) => a - b);
        const exact = (seconds[Math.ceil(share * seconds.length) - 1] ?? 0) * 1000;
        const found = quantile(sumOf(all).get('x') ?? {}, 'wait', share) ?? -1;
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact * 0.05);
      }),
    );
  });

  it('counts and sums are exact, and what is taken away again leaves nothing', () => {
    fc.assert(
      fc.property(durations, (all) => {
        const sums = sumOf(all);
        expect(sums.get('x')).toMatchObject({ 'wait.n': all.length });
        sumOf(all, -1, sums);
        expect(sums.size).toBe(0);
      }),
    );
  });

  it('there is none of nothing', () => {
    expect(quantile({}, 'wait', 0.5)).toBeNull();
  });
});
