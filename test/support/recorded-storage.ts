import { createMemoryStorage, type Snapshot } from '../../src/twin/storage/memory-storage';
import type { Storage } from '../../src/twin/storage/storage';

/** A storage in memory that can tell everything it holds. */
export interface RecordedStorage {
  readonly storage: Storage;
  /** All there is now, without the collections that are named. */
  take(leftOut?: ReadonlySet<string>): Snapshot;
}

/** Begins with what a snapshot holds. */
export function recordStorage(snapshot: Snapshot = new Map()): RecordedStorage {
  const storage = createMemoryStorage(snapshot);
  const collections = new Set(snapshot.keys());
  return {
    storage: {
      ...storage,
      commit: (changes) => {
        for (const { collection } of changes) collections.add(collection);
        storage.commit(changes);
      },
    },
    take: (leftOut = new Set()) => {
      const kept = [...collections].filter((collection) => !leftOut.has(collection));
      return new Map(kept.map((collection) => [collection, storage.read(collection)]));
    },
  };
}
