import type { Services } from '../platform/services';
import { emptyMemory } from '../intake/commit/memory';
import { commitWaiting } from '../intake/commit/rounds';
import type { Ledger } from '../intake/repair/ledger';
import { emptiedKeys, headedIds, keysOf, readWaiting } from '../intake/waiting/waiting-room';
import { withoutPerson } from './erase-journal';

/**
 * Takes what waits into the journal, where it is masked, and deletes what the waiting room still holds of it. Flushes before anything is
 * deleted.
 */
export function commitAllWaiting(services: Services): void {
  const memory = emptyMemory(services);
  while (!commitWaiting(services, memory).isAll);
}

/** Deletes the keys of requests that are in the journal and name somebody who was erased, and what is left of emptied ones. */
export function emptyRoom(services: Services, ledger: Ledger): void {
  const { properties, meter } = services;
  const all = properties.getAll();
  const headed = new Set(headedIds(all));
  const named = readWaiting(services, all)
    .filter(({ id }) => headed.has(id))
    .filter((request) => withoutPerson(services, request, ledger) !== request);
  const keys = [...named.flatMap(({ id }) => keysOf(id, all)), ...emptiedKeys(all)];
  for (const key of keys) properties.remove(key);
  meter.leaveToOthers(keys.length);
}
