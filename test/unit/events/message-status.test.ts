import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holdingStatus, type StatusSaying } from '../../../src/events/message-status';

/** `sent@1 failed@2? read@3` as sayings; `?`: the vendor gave no time, so that of the first copy's receipt stands for it. */
const say = (text: string): readonly StatusSaying[] =>
  text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [word = '', time = ''] = part.split('@');
      return { word, atMs: Number.parseInt(time, 10), isDated: !time.endsWith('?') };
    });

describe('how far a message came', () => {
  it.each([
    ['nothing was said', '', null],
    ['steps: the furthest, whatever came last', 'read@2 sent@3 delivered@1', 'read'],
    ['failed after it was sent', 'sent@1 failed@2', 'failed'],
    ['failed in the same second: that is the end', 'sent@1 failed@1', 'failed'],
    ['failed, sent again', 'sent@1 failed@2 sent@3', 'sent'],
    ['failed, sent again, delivered and read', 'failed@1 sent@2 delivered@3 read@4', 'read'],
    ['steps from before the failure do not count', 'read@1 failed@2 sent@3', 'sent'],
    ['a late receipt from before the failure', 'failed@5 delivered@4', 'failed'],
    ['deleted is final', 'sent@1 deleted@2 read@3', 'deleted'],
    ['a vendor’s own words: the newest', 'open@1 closed@2', 'closed'],
    ['… and back', 'open@1 closed@2 open@3', 'open'],
    ['… though an older one comes later', 'closed@2 open@1', 'closed'],
    ['a step without a time never ends a failure', 'failed@1 sent@5?', 'failed'],
    ['a failure without a time counts from its receipt', 'sent@1 failed@5?', 'failed'],
    ['… and a newer step ends it', 'failed@5? delivered@6', 'delivered'],
    ['words of an object’s own methods are words', 'constructor@1', 'constructor'],
  ])('%s: %s → %s', (_, text, expected) => {
    expect(holdingStatus(say(text))).toBe(expected);
  });

  it('is the same in any order', () => {
    const saying = fc.record({
      word: fc.constantFrom('sent', 'delivered', 'read', 'failed', 'deleted', 'open', 'closed'),
      atMs: fc.nat(5),
      isDated: fc.boolean(),
    });
    const orders = fc
      .array(saying, { maxLength: 6 })
      .chain((sayings) =>
        fc.tuple(
          fc.constant(sayings),
          fc.shuffledSubarray(sayings, { minLength: sayings.length, maxLength: sayings.length }),
        ),
      );
    fc.assert(
      fc.property(orders, ([sayings, shuffled]) => {
        expect(holdingStatus(shuffled)).toBe(holdingStatus(sayings));
      }),
    );
  });
});
