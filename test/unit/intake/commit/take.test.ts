import { describe, expect, it } from '@jest/globals';
import { takeForHold } from '../../../../src/intake/commit/take';
import type { Request } from '../../../../src/intake/journal/request';

const requests = (count: number, bodyLength: number): readonly Request[] =>
  Array.from({ length: count }, (_unused, index) => ({
    id: `r${index}`,
    connectionId: 'c1',
    webhook: 'main',
    receivedAtMs: index,
    body: 'x'.repeat(bodyLength),
  }));

/** A part of a body in the journal has at most 45,000 characters. */
const rows = (taken: readonly Request[]): number =>
  taken.reduce((sum, { body }) => sum + Math.ceil(body.length / 45_000), 0);

describe('what a hold takes of those that wait', () => {
  it('all of a few, oldest first', () => {
    const waiting = requests(7, 100);
    expect(takeForHold(waiting, undefined)).toEqual(waiting);
  });

  it('300 of many', () => {
    expect(
      takeForHold(requests(400, 100), undefined)
        .map(({ id }) => id)
        .at(-1),
    ).toBe('r299');
  });

  it('of long ones no more than 1,000 journal rows, which the next hold looks at', () => {
    const taken = takeForHold(requests(300, 180_000), undefined);
    expect([taken.length, rows(taken)]).toEqual([250, 1000]);
    const [own] = requests(1, 50_000);
    expect(takeForHold(requests(300, 180_000), own)).toHaveLength(249);
  });
});
