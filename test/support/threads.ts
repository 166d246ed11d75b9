import { afterAll } from '@jest/globals';
import { workerFile } from '../../src/twin/runtime/bundle-worker';
import { createThreadPool } from '../../src/twin/runtime/thread-pool';

/** Threads for all twins of a test file, one after the other: starting one costs more than most executions. */
export const threads = createThreadPool(workerFile);
afterAll(() => threads.stop());
