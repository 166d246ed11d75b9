import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sha256 } from '../../../src/library/sha256';

const byNode = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

it('is the digest that everybody else reckons, of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(byNode(text));
    }),
  );
  // Around the ends of blocks, and a half of a pair of surrogates.
  for (const length of [0, 55, 56, 63, 64, 119, 120, 1000])
    expect(sha256('ã'.repeat(length))).toBe(byNode('ã'.repeat(length)));
  expect(sha256('\uD83D')).toBe(byNode('\uD83D'));
});
