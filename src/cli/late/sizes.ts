/** Bytes of a built script, by what becomes of them. */
export interface BundleSizes {
  /** What every run compiles. */
  readonly early: number;
  /** What stays text until one of its functions is called, by room. */
  readonly late: ReadonlyMap<string, number>;
}

const roomText = /^var text_(\w+) = \[\n((?: {2}'.*',\n)+)\]/gm;

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** How a built script is shared out among its rooms (`renderRoom`). */
export function measureRooms(code: string): BundleSizes {
  const late = new Map(
    [...code.matchAll(roomText)].map(([, name = '', text = '']) => [name, bytesOf(text)]),
  );
  const texts = [...late.values()].reduce((sum, bytes) => sum + bytes, 0);
  return { early: bytesOf(code) - texts, late };
}
