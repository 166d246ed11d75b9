import { createInlinePool } from '../../src/twin/runtime/inline-pool';
import type { Thread } from '../../src/twin/runtime/thread';
import type { ThreadPool } from '../../src/twin/runtime/thread-pool';
import type { World } from './world';

/** Where the executions of a run take place. */
export interface Ground {
  readonly pool: ThreadPool;
  /** Fulfilled when the run must be begun again on threads alone. */
  readonly entangled: Promise<void>;
  /** Told when executions begin to run one after the other and wait for nobody, and when they no longer do. */
  setQuiet(isQuiet: boolean): void;
}

/** Threads for everything. */
export function threadsOnly({ threads }: World): Ground {
  return {
    pool: threads,
    entangled: new Promise(() => undefined),
    setQuiet: () => undefined,
  };
}

/** This thread while it is quiet, as it may be from the beginning; else threads. */
export function hereWhenQuiet({ threads, inline }: World, isQuiet: boolean): Ground {
  const here = createInlinePool(inline);
  const owners = new Map<Thread, ThreadPool>();
  let current: ThreadPool = isQuiet ? here : threads;
  const ownerOf = (thread: Thread): ThreadPool => owners.get(thread) ?? threads;
  return {
    entangled: here.entangled,
    setQuiet: (isNow) => {
      current = isNow ? here : threads;
    },
    pool: {
      take: (onCrash) => {
        const thread = current.take(onCrash);
        owners.set(thread, current);
        return thread;
      },
      release: (thread) => ownerOf(thread).release(thread),
      destroy: (thread) => ownerOf(thread).destroy(thread),
      stop: () => Promise.resolve(),
    },
  };
}
