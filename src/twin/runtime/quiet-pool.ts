import { createInlinePool, type InlineStock } from './inline-pool';
import type { Thread } from './thread';
import type { ThreadPool } from './thread-pool';

/** Where executions take place: the host's own thread while it is quiet, else threads. */
export interface QuietPool {
  readonly pool: ThreadPool;
  /** Fulfilled when executions in the host's own thread waited for something, so that none of them can go on. */
  readonly entangled: Promise<void>;
  /** Told when executions begin to run one after the other and wait for nobody, and when they no longer do. */
  setQuiet(isQuiet: boolean): void;
}

/** What runs executions in the host's own thread, and elsewhere. */
export interface QuietParts {
  readonly threads: ThreadPool;
  readonly inline: InlineStock;
}

/** This thread while it is quiet, as it may be from the beginning; else threads. An execution ends where it began. */
export function createQuietPool({ threads, inline }: QuietParts, isQuiet: boolean): QuietPool {
  const here = createInlinePool(inline);
  const owners = new WeakMap<Thread, ThreadPool>();
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
