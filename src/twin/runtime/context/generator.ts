/**
 * A small fast random generator with 128 bits of state (sfc32, from the PractRand suite, http://pracrand.sourceforge.net).
 * Gives numbers in [0, 1).
 */
export function createGenerator(words: readonly [number, number, number, number]): () => number {
  let [a, b, c, counter] = words;
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
}
