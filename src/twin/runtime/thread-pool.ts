import { startThread, type Thread, type ThreadOptions } from './thread';

/** Threads that are started when needed and used again. */
export interface ThreadPool {
  /** A free thread; `onCrash` hears if it dies by itself. */
  take(onCrash: (error: Error) => void): Thread;
  /** Gives a thread back after its execution ended by itself. */
  release(thread: Thread): void;
  /** Ends an execution in its midst, and its thread when it cannot be used again. */
  destroy(thread: Thread): void;
  /** Ends all threads. */
  stop(): Promise<void>;
}

/**
 * Creates an empty pool. Last returned, first taken: few threads stay warm under light load. `lockstep`: the host stands still while
 * one of them computes.
 */
export function createThreadPool(workerFile: string, lockstep = false): ThreadPool {
  const options: ThreadOptions = { workerFile, lockstep };
  const all = new Map<Thread, { onCrash: (error: Error) => void }>();
  const free: Thread[] = [];
  const ending = new Set<Promise<void>>();
  const start = () => {
    const owner = { onCrash: (_error: Error): void => undefined };
    const thread = startThread(options, (error) => {
      all.delete(thread);
      const place = free.indexOf(thread);
      if (place >= 0) free.splice(place, 1);
      owner.onCrash(error);
    });
    all.set(thread, owner);
    return thread;
  };
  const destroy = (thread: Thread) => {
    all.delete(thread);
    const end = thread.terminate().finally(() => ending.delete(end));
    ending.add(end);
  };
  return {
    take: (onCrash) => {
      const thread = free.pop() ?? start();
      const owner = all.get(thread);
      if (owner) owner.onCrash = onCrash;
      return thread;
    },
    release: (thread) => void free.push(thread),
    destroy: (thread) => {
      if (thread.abandon()) free.push(thread);
      else destroy(thread);
    },
    stop: async () => {
      free.length = 0;
      for (const thread of all.keys()) destroy(thread);
      await Promise.all(ending);
    },
  };
}
