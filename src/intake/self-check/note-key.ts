import { shortHash } from '../../events/short-hash';
import type { TabId } from '../../tabs/tabs';

/** Hashes of keys, by tab: a script property has no room for whole keys. */
export type NotedKeys = Readonly<Record<string, readonly string[]>>;

/** So many keys of a tab are remembered at most. */
export const maxNoted = 40;

/** The same with one key more. */
export function noteKey(noted: NotedKeys, tab: TabId, key: string): NotedKeys {
  const known = noted[tab] ?? [];
  return { ...noted, [tab]: [...new Set([...known, shortHash(key)])].slice(0, maxNoted) };
}

export const isNoted = (noted: NotedKeys, tab: TabId, key: string): boolean =>
  noted[tab]?.includes(shortHash(key)) === true;
