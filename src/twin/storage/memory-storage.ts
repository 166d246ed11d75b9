import type { DocumentChange, Storage } from './storage';

/** Documents in memory, for tests: gone with the process. */
export function createMemoryStorage(): Storage {
  const collections = new Map<string, Map<string, string>>();
  const open = (name: string): Map<string, string> => {
    const known = collections.get(name) ?? new Map<string, string>();
    collections.set(name, known);
    return known;
  };
  return {
    read: (collection) => new Map(open(collection)),
    commit: (changes: readonly DocumentChange[]) => {
      for (const { collection, key, json } of changes) {
        if (json === null) open(collection).delete(key);
        else open(collection).set(key, json);
      }
    },
    close: () => undefined,
  };
}
