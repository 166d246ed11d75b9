import { createHash } from 'node:crypto';
import type { Random } from './host-object';
import { createGenerator } from './context/generator';

/** A random source that can give independent children, so that one part's draws never shift another's. */
export interface SeededRandom extends Random {
  /** A source that depends only on this one's seed and the label. */
  fork(label: string): SeededRandom;
  /** Four 32-bit words for a generator elsewhere (an execution's `Math.random`). */
  words(label: string): readonly [number, number, number, number];
  /** An integer in [0, `bound`). */
  below(bound: number): number;
}

/** Creates the source that belongs to a seed; the same seed gives the same numbers. */
export function createRandom(seed: string): SeededRandom {
  const next = createGenerator(hashWords(seed));
  return {
    next,
    uuid: () => makeUuid(next),
    fork: (label) => createRandom(`${seed}/${label}`),
    words: (label) => hashWords(`${seed}/${label}`),
    below: (bound) => Math.floor(next() * bound),
  };
}

function hashWords(seed: string): readonly [number, number, number, number] {
  const digest = createHash('sha256').update(seed).digest();
  return [
    digest.readUInt32LE(0),
    digest.readUInt32LE(4),
    digest.readUInt32LE(8),
    digest.readUInt32LE(12),
  ];
}

function makeUuid(next: () => number): string {
  const bytes = Buffer.from(Array.from({ length: 16 }, () => Math.floor(next() * 256)));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([a, b]) => hex.slice(a, b))
    .join('-');
}
