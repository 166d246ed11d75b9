import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EntityId } from '../../../src/events/fields';
import { shortenState } from '../../../src/projections/long-text';
import type { Saying } from '../../../src/projections/saying';
import { emptyState, joinStates, stateOf, type State } from '../../../src/projections/state';
import { parseState, writeState } from '../../../src/projections/state-text';
import { deliveriesOf, registerEntities } from '../../support/sayings';

const told = (entity: EntityId, sayings: readonly Saying[]): State =>
  sayings.reduce((state, saying) => joinStates(entity, state, stateOf(entity, saying)), emptyState);

/** As it goes in the spreadsheet: read from the cell, joined, shortened, written. */
const stored = (entity: EntityId, sayings: readonly Saying[]): string =>
  sayings.reduce(
    (text, saying) =>
      writeState(shortenState(joinStates(entity, parseState(text), stateOf(entity, saying)))),
    '',
  );

describe.each(registerEntities)('what is known of %s', (entity) => {
  const deliveries = deliveriesOf(entity);

  it('does not depend on who tells first: join is commutative', () => {
    fc.assert(
      fc.property(deliveries, deliveries, (some, others) => {
        const [a, b] = [told(entity, some), told(entity, others)];
        expect(joinStates(entity, b, a)).toEqual(joinStates(entity, a, b));
      }),
    );
  });

  it('does not depend on how the telling is grouped: join is associative', () => {
    fc.assert(
      fc.property(deliveries, deliveries, deliveries, (...groups) => {
        const [a, b, c] = groups.map((group) => told(entity, group));
        if (a === undefined || b === undefined || c === undefined) return;
        const left = joinStates(entity, joinStates(entity, a, b), c);
        expect(joinStates(entity, a, joinStates(entity, b, c))).toEqual(left);
      }),
    );
  });

  it('does not change by being told again: join is idempotent, nothing is neutral', () => {
    fc.assert(
      fc.property(deliveries, (some) => {
        const state = told(entity, some);
        expect(joinStates(entity, state, state)).toEqual(state);
        expect(joinStates(entity, state, emptyState)).toEqual(state);
        expect(joinStates(entity, emptyState, state)).toEqual(state);
      }),
    );
  });

  it('is the same for every order of delivery, in memory and through the cell', () => {
    fc.assert(
      fc.property(deliveries, fc.array(fc.nat(99), { minLength: 6 }), (some, numbers) => {
        const shuffled = shuffle(some, numbers);
        expect(told(entity, shuffled)).toEqual(told(entity, some));
        expect(parseState(stored(entity, shuffled))).toEqual(parseState(stored(entity, some)));
      }),
    );
  });

  it('does not change, not by a letter, when an event is delivered again later', () => {
    fc.assert(
      fc.property(deliveriesOf(entity, 1), fc.nat(), fc.nat(9_999_999), (some, pick, laterMs) => {
        const again = some[pick % some.length];
        if (again === undefined) return;
        const repeated = { ...again, receivedAtMs: again.receivedAtMs + laterMs, index: 7 };
        expect(stored(entity, [...some, repeated])).toBe(stored(entity, some));
      }),
    );
  });

  it('is read from the cell as it was written', () => {
    fc.assert(
      fc.property(deliveries, (some) => {
        const state = shortenState(told(entity, some));
        expect(parseState(writeState(state))).toEqual(state);
      }),
    );
  });

  it('shortened twice is shortened once, and always fits a cell', () => {
    fc.assert(
      fc.property(deliveries, (some) => {
        const state = shortenState(told(entity, some));
        expect(shortenState(state)).toEqual(state);
        expect(writeState(state).length).toBeLessThan(50_000);
      }),
    );
  });
});

function shuffle<T>(items: readonly T[], numbers: readonly number[]): readonly T[] {
  const keyed = items.map((item, index) => [numbers[index] ?? 0, item] as const);
  return keyed.toSorted(([a], [b]) => a - b).map(([, item]) => item);
}
