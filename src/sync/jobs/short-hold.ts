import { goOn } from '../../intake/commit/accept';
import { beginIdle } from '../../intake/commit/rounds';
import { holdLock } from '../../platform/hold';
import type { Services } from '../../platform/services';

/**
 * Does a moment's work under the lock; null when it stayed busy for that long. Whoever came meanwhile counts on the holder to look again
 * after the release.
 */
export function holdShortly<T>(services: Services, waitMs: number, work: () => T): T | null {
  const before = beginIdle(services);
  if (!services.lock.tryAcquire(waitMs)) return null;
  const result = holdLock(services, work);
  goOn(services, before, services.clock.now());
  return result;
}
