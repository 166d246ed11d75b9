import type { Services } from '../platform/services';

/**
 * Does work under the lock, already acquired. Every exit, by exception too, is flush, then release: else buffered writes would
 * land over the next holder's rows. When the flush throws, the lock is left to end with the run.
 */
export function holdLock<T>(services: Services, work: () => T): T {
  try {
    return work();
  } finally {
    services.workbook.flush();
    services.lock.release();
  }
}
