import type { Cache } from '../platform/services';

/** Cache key of the mark that the lock was busy a moment ago. */
export const busyKey = 'busy';
const lifetimeSeconds = 10;

/**
 * Says that the lock is busy: for some seconds others go to the waiting room without asking for it first. Only a call is
 * saved: whoever spills asks for the lock afterwards, so a mark that is lost or stale changes nothing that is stored.
 */
export function markBusy(cache: Cache): void {
  cache.put(busyKey, '1', lifetimeSeconds);
}
