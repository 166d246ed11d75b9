import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shortHash } from '../../../src/events/short-hash';
import { anyText } from '../../support/any-text';

describe('shortHash', () => {
  // Rows already written are known by these: a change here would double them.
  it.each([
    ['', '11bojzsxyvh'],
    ['a', 'npmfw4u3xg'],
    ['Olá', 'snwj7vwbix'],
    ['😀', '295a5hnk04t'],
  ])('of %j is %s for ever', (text, hash) => {
    expect(shortHash(text)).toBe(hash);
  });

  it('is at most 11 letters and digits, and 53 bits', () => {
    fc.assert(
      fc.property(anyText(300), (text) => {
        expect(shortHash(text)).toMatch(/^[0-9a-z]{1,11}$/);
        expect(Number.parseInt(shortHash(text), 36)).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
      }),
    );
  });

  it('tells 50,000 like texts apart', () => {
    const hashes = new Set<string>();
    for (let n = 0; n < 50_000; n++) hashes.add(shortHash(`Olá, seu pedido ${n} saiu`));
    expect(hashes.size).toBe(50_000);
  });

  it('uses all its bits evenly', () => {
    const ones = Array.from({ length: 53 }, () => 0);
    for (let n = 0; n < 4_000; n++) {
      let bits = Number.parseInt(shortHash(`m${n}`), 36);
      for (let bit = 0; bit < 53; bit++) {
        ones[bit] = (ones[bit] ?? 0) + (bits % 2);
        bits = Math.floor(bits / 2);
      }
    }
    expect(Math.min(...ones)).toBeGreaterThan(1_850);
    expect(Math.max(...ones)).toBeLessThan(2_150);
  });
});
