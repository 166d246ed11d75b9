import { parseTime } from '../../events/time';
import type { ObjectReader } from '../kit/object-reader';

/** An optional time; in a form that is not known it says nothing, for the rest of the item is good. */
export function readTime(reader: ObjectReader, key: string): number | undefined {
  const raw = reader.raw(key);
  const value = typeof raw === 'string' ? raw.replace(/^(\d{4})\/(\d\d)\/(\d\d)/, '$1-$2-$3') : raw;
  return parseTime(value) ?? undefined;
}

const zoneStepMs = 1_800_000;
const latenessMs = 90_000;
/** From GMT-12 to GMT+14, as seen from GMT-3. */
const mostSteps = 34;
const hasZone = /^\d+$|Z$|UTC$|GMT$|\d[+-]\d\d:?\d\d$/;

/**
 * A time of what the event itself is about. It has no zone and is read in GMT-3: where whole half hours lie between it and the
 * envelope's time, the account's clock is in another zone, and an end would come before or after all that led to it.
 */
export function readEventTime(
  reader: ObjectReader,
  key: string,
  atMs: number | null,
): number | undefined {
  const told = readTime(reader, key);
  const raw = reader.raw(key);
  if (told === undefined || atMs === null || typeof raw !== 'string' || hasZone.test(raw.trim()))
    return told;
  const steps = Math.round((atMs - told) / zoneStepMs);
  const moved = told + steps * zoneStepMs;
  return Math.abs(steps) <= mostSteps && Math.abs(atMs - moved) <= latenessMs ? moved : told;
}
