import type { DocumentChange, Storage } from './storage';

/** Documents that many storages begin with, by collection. Nobody changes them. */
export type Snapshot = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Documents in memory, for tests: gone with the process. What no commit has touched is read as the snapshot's own maps. */
export function createMemoryStorage(snapshot: Snapshot = new Map()): Storage {
  const own = new Map<string, Map<string, string>>();
  const open = (name: string): Map<string, string> => {
    const known = own.get(name) ?? new Map(snapshot.get(name));
    own.set(name, known);
    return known;
  };
  return {
    read: (collection) => {
      const changed = own.get(collection);
      return changed ? new Map(changed) : (snapshot.get(collection) ?? new Map());
    },
    commit: (changes: readonly DocumentChange[]) => {
      for (const { collection, key, json } of changes) {
        if (json === null) open(collection).delete(key);
        else open(collection).set(key, json);
      }
    },
    close: () => undefined,
  };
}
