import { readRooms } from './room-text';

/** Bytes of a built script, by what becomes of them. */
export interface BundleSizes {
  /** What every run compiles. */
  readonly early: number;
  /** What stays text until one of its functions is called, by room. */
  readonly late: ReadonlyMap<string, number>;
}

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** How a built script is shared out among its rooms (room-text.ts). */
export function measureRooms(code: string): BundleSizes {
  const late = new Map(readRooms(code).map(({ name, lines }) => [name, bytesOf(lines)]));
  const texts = [...late.values()].reduce((sum, bytes) => sum + bytes, 0);
  return { early: bytesOf(code) - texts, late };
}
