import type { Cache } from '../platform/services';

/**
 * Packets of work that one execution lays out in the cache, for whoever comes next and has a moment. What the cache forgets, or is
 * laid over, is left to the sweep.
 */
const places = 32;
/** Of a thousand items the cache forgets those first that are nearest to their end: so packets carry their time, and live long. */
const lifetimeSeconds = 21_600;
/** After this a packet is nobody's any more: what it names may have been done. */
const validMs = 60_000;

const placeAt = (number: number): string => `packet.${Math.floor(number) % places}`;

/** All places. */
export const packetPlaces: readonly string[] = Array.from({ length: places }, (_unused, number) =>
  placeAt(number),
);

/** What lies in a place. */
export interface Packet {
  readonly place: string;
  /** As the cache has it: the time in epoch ms, then what it says. */
  readonly stored: string;
  readonly text: string;
}

function readPacket(place: string, stored: string | undefined, nowMs: number): readonly Packet[] {
  const [, atMs, text] = /^(\d+) (.*)$/.exec(stored ?? '') ?? [];
  const isValid = text !== undefined && nowMs - Number(atMs) < validMs;
  return stored === undefined || !isValid ? [] : [{ place, stored, text }];
}

/** Lays packets out in places side by side, the first one by the moment. */
export function layOut(cache: Cache, packets: readonly string[], atMs: number): void {
  const laid = packets.map(
    (packet, index) => [placeAt(atMs + index), `${atMs} ${packet}`] as const,
  );
  if (laid.length > 0) cache.putMany(Object.fromEntries(laid), lifetimeSeconds);
}

/** The packets among what the cache gave. */
export const packetsIn = (
  cached: Readonly<Record<string, string>>,
  nowMs: number,
): readonly Packet[] => packetPlaces.flatMap((place) => readPacket(place, cached[place], nowMs));

/** One of them that those who come at other moments hardly choose; null when there is none. */
export const choosePacket = (packets: readonly Packet[], nowMs: number): Packet | null =>
  packets[Math.floor(nowMs) % Math.max(1, packets.length)] ?? null;

/** Takes a packet, so that nobody else does; false when somebody has. */
export function takePacket(cache: Cache, { place, stored }: Packet): boolean {
  if (cache.get(place) !== stored) return false;
  cache.remove(place);
  return true;
}

/** What lies in all places. */
export const readPackets = (cache: Cache, nowMs: number): readonly Packet[] =>
  packetsIn(cache.getMany(packetPlaces), nowMs);
