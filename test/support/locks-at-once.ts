import type { LockTable } from '../../src/twin/services/stores/lock';

interface Locks {
  readonly locks: LockTable;
  readonly lockWaits: number[];
}

/** Waiting is over at once: in one process nobody else could release the lock meanwhile. How long it would be is noted. */
export function makeLocks({ locks, lockWaits }: Locks, id: string): object {
  const lock = {
    tryLock: (waitMs: number) => {
      lockWaits.push(waitMs);
      return locks.take('script', id);
    },
    releaseLock: () => locks.release('script', id),
  };
  return { getScriptLock: () => lock };
}
