import { describe, expect, it } from '@jest/globals';
import type { Fact, VendorEvent } from '../../../src/events/event';
import { planChanges, type Receipt } from '../../../src/rows/plan';

const receipt: Receipt = {
  connectionId: 'c1',
  vendorName: 'Plug',
  account: 'Principal',
  language: 'pt',
  derives: 'own',
  revision: 1,
  statusNames: {},
  receivedAtMs: 1_790_000_000_000,
  index: 0,
  hash: '0123456789abcdef',
};

const eventOf = (facts: readonly Fact[]): VendorEvent => ({
  name: 'chat',
  entityId: 'a1',
  atMs: 1_790_000_000_000,
  item: {},
  facts,
});

const message = (index: number): Fact => ({
  entity: 'message',
  id: `M${index}`,
  atMs: 1_790_000_000_000,
  fields: {},
});

describe('the changes that an event asks for', () => {
  it('tell facts of the same row apart, however many facts of others stand between them', () => {
    const twice: readonly Fact[] = [message(1), message(2), message(1)];
    const changes = planChanges(eventOf(twice), receipt);
    const [first, other, second] = changes.map((change) =>
      change.kind === 'merge' ? change.saying.hash : '',
    );
    expect(first).toBe(other);
    expect(second).not.toBe(first);
  });

  it('are made without looking through all facts for each one', () => {
    let looks = 0;
    const watched = Array.from({ length: 1000 }, (_fact, index) => {
      const fact = message(index);
      return Object.defineProperty({ ...fact }, 'entity', {
        get: () => {
          looks += 1;
          return fact.entity;
        },
      });
    });
    expect(planChanges(eventOf(watched), receipt)).toHaveLength(1000);
    expect(looks / watched.length).toBeLessThan(30);
  });
});
