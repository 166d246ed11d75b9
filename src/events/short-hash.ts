/** Odd numbers with well spread bits, one for each half of the hash. */
const lowFactor = 0x9e3779b1;
const highFactor = 0x85ebca6b;

/**
 * A 53-bit hash of a text in base 36 (at most 11 characters), the same everywhere and for ever: it is part of the identity
 * of rows whose vendor gives them no id. Only an aid to tell texts apart (about one clash in 9 × 10¹⁵ pairs);
 * it protects nothing and hides nothing.
 */
export function shortHash(text: string): string {
  let low = text.length ^ lowFactor;
  let high = text.length ^ highFactor;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, lowFactor);
    high = Math.imul(high ^ unit ^ (low >>> 15), highFactor);
  }
  low = stir(low ^ (high >>> 13), highFactor);
  high = stir(high ^ (low >>> 16), lowFactor);
  const bits21 = (high >>> 11) * 2 ** 32;
  return (bits21 + (low >>> 0)).toString(36);
}

/** Spreads every bit over the whole word. */
function stir(word: number, factor: number): number {
  const once = Math.imul(word ^ (word >>> 16), factor);
  const twice = Math.imul(once ^ (once >>> 13), factor);
  return twice ^ (twice >>> 16);
}
