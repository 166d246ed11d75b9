import type { Cache } from '../platform/services';

/**
 * Packets of work that one execution lays out in the cache, for whoever comes next and has a moment. There are so many places that
 * two who come at once hardly look into the same one; what the cache forgets is left to the sweep.
 */
const places = 128;
const lifetimeSeconds = 60;

/** What lies in a place. */
export interface Packet {
  readonly place: string;
  readonly text: string;
}

/** The place that whoever comes at that moment looks into. */
export const placeAt = (atMs: number): string => `packet.${Math.floor(atMs) % places}`;

/** Lays packets out in places side by side, from that of the moment on. */
export function layOut(cache: Cache, packets: readonly string[], atMs: number): void {
  const laid = packets.map((packet, index) => [placeAt(atMs + index), packet] as const);
  if (laid.length > 0) cache.putMany(Object.fromEntries(laid), lifetimeSeconds);
}

/** Nobody else takes it from now on. */
export const takeAway = (cache: Cache, place: string): void => cache.remove(place);
