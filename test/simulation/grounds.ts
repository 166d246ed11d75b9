import { createQuietPool, type QuietPool } from '../../src/twin/runtime/quiet-pool';
import type { World } from './world';

/** Where the executions of a run take place; when it is entangled the run must be begun again on threads alone. */
export type Ground = QuietPool;

/** Threads for everything. */
export function threadsOnly({ threads }: World): Ground {
  return {
    pool: threads,
    entangled: new Promise(() => undefined),
    setQuiet: () => undefined,
  };
}

/** This thread while it is quiet, as it may be from the beginning; else threads. */
export const hereWhenQuiet: (world: World, isQuiet: boolean) => Ground = createQuietPool;
