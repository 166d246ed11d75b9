import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readState } from '../../../src/projections/read-state';
import { sayingHash, type Saying } from '../../../src/projections/saying';
import { emptyState, joinStates, stateOf, type State } from '../../../src/projections/state';

/** A saying without a time of its own, in the copy that was received then. */
const undated = (name: string, receivedAtMs: number): Saying => ({
  atMs: receivedAtMs,
  receivedAtMs,
  index: 0,
  hash: sayingHash(name, 0, false),
  revision: 1,
  fields: { name },
});

const join = (sayings: readonly Saying[]): State =>
  sayings.reduce(
    (known, saying) => joinStates('contact', known, stateOf('contact', saying)),
    emptyState,
  );

const nameAfter = (...sayings: readonly Saying[]) => readState('contact', join(sayings)).name;

describe('Sayings without a time', () => {
  it('the one first received last holds', () => {
    expect(nameAfter(undated('A', 1), undated('B', 2))).toBe('B');
  });

  it('a later copy of an overtaken one changes nothing', () => {
    const before = join([undated('A', 1), undated('B', 2)]);
    expect(joinStates('contact', before, stateOf('contact', undated('A', 3)))).toEqual(before);
  });

  it('a first copy that is merged late puts the others in their place', () => {
    expect(nameAfter(undated('A', 3), undated('B', 2), undated('A', 1))).toBe('B');
  });

  it('one with a time of its own is compared by it', () => {
    const dated: Saying = { ...undated('C', 9), atMs: 5, hash: 'c' };
    expect(nameAfter(undated('A', 1), dated, undated('B', 4))).toBe('C');
    expect(nameAfter(dated, undated('B', 6))).toBe('B');
  });

  it('are a function of the first receipts, whatever the order and number of their copies', () => {
    const names = ['A', 'B', 'C', 'D'];
    const copies = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(50)), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(copies, fc.infiniteStream(fc.nat()), (received, random) => {
        const sayings = received.map(([name, at]) => undated(name, at));
        const shuffled = sayings
          .map((saying) => [saying, random.next().value] as const)
          .sort(([, x], [, y]) => x - y)
          .map(([saying]) => saying);
        expect(join(shuffled)).toEqual(join(sayings));
      }),
    );
  });
});
