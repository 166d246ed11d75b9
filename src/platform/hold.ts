import type { Services } from './services';

/**
 * Does work under the lock, already acquired, then flushes, then does what may only follow the flush, then releases. Every exit, by
 * exception too, is flush, then release: else buffered writes would land over the next holder's rows. When the flush throws, the
 * lock is left to end with the run.
 */
export function holdLock<T>(
  services: Services,
  work: () => T,
  afterFlush?: (result: T) => void,
): T {
  let isFlushed = false;
  try {
    const result = work();
    services.workbook.flush();
    isFlushed = true;
    afterFlush?.(result);
    return result;
  } finally {
    if (!isFlushed) services.workbook.flush();
    services.lock.release();
  }
}
