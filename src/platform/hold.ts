import type { Services } from './services';

/**
 * Does work under the lock, already acquired, then flushes, then does what may only follow the flush, then releases. Every exit, by
 * exception too, is flush, then release: else buffered writes would land over the next holder's rows. When the flush throws, the
 * lock is left to end with the run.
 */
export const holdLock = <T>(
  services: Services,
  work: () => T,
  afterFlush?: (result: T) => void,
): T =>
  holdFlushed(services, () => {
    const result = work();
    services.workbook.flush();
    afterFlush?.(result);
    return result;
  });

/** The same for work that ends with a flush of its own. */
export function holdFlushed<T>(services: Services, work: () => T): T {
  let isFlushed = false;
  try {
    const result = work();
    isFlushed = true;
    return result;
  } finally {
    if (!isFlushed) services.workbook.flush();
    services.lock.release();
  }
}
