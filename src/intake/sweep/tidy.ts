import { openBook } from '../books/books';
import { failureChanges } from '../books/failure-news';
import type { Services } from '../../platform/services';
import type { Ledger } from '../repair/ledger';
import type { FailureNews } from '../books/failure-rows';
import type { SweepState } from '../../settings/sweep-state';
import { damagedIds, emptiedKeys, headedIds, headlessIds, keysOf } from '../waiting/waiting-room';
import type { Hold } from '../commit/commit';
import { laidOutIds } from '../waiting/done';

/** Emptied keys that one sweep deletes: a few, and more after a storm, because they take room in a store of 500 KB. */
const deletionsPerSweep = 20;
const deletionsAfterStorm = 200;
const stormKeys = 1000;
/** No execution runs longer than six minutes, so nobody completes a request after this. */
const incompleteForMs = 9 * 60_000;

/** What a sweep knows of the waiting room. */
export interface WaitingRoom {
  readonly all: Readonly<Record<string, string>>;
  /** Requests in it that are in the journal. */
  readonly done: ReadonlySet<string>;
  readonly incompleteSinceMs: SweepState['incompleteSinceMs'];
}

/**
 * Deletes keys of requests that are in the journal, but what is laid out for others to delete. Needs no lock: keys are never used
 * again. Gives what it found in the properties.
 */
export function deleteEmptied(
  services: Services,
  { known }: Hold,
): Readonly<Record<string, string>> {
  const all = services.properties.getAll();
  const done = headedIds(all).filter((id) => known.has(id));
  const laidOut = done.length === 0 ? new Set<string>() : laidOutIds(services);
  const mine = done.filter((id) => !laidOut.has(id));
  const keys = [...emptiedKeys(all), ...mine.flatMap((id) => keysOf(id, all))];
  const count = keys.length > stormKeys ? deletionsAfterStorm : deletionsPerSweep;
  const some = keys.slice(0, count);
  for (const key of some) services.properties.remove(key);
  services.meter.leaveToOthers(some.length);
  return all;
}

/**
 * Deletes incomplete requests, whose execution died before it answered; Falhas tells of them. Returns since when which are
 * incomplete.
 */
export function tidyWaitingRoom(
  services: Services,
  ledger: Ledger,
  { all, done, incompleteSinceMs }: WaitingRoom,
): SweepState['incompleteSinceMs'] {
  const nowMs = services.clock.now();
  const ids = [...headlessIds(all), ...damagedIds(services, all, done)].filter(
    (id) => !done.has(id),
  );
  const sinceMs = ids.map((id) => [id, incompleteSinceMs[id] ?? nowMs] as const);
  const lost = sinceMs.filter(([, firstMs]) => nowMs - firstMs >= incompleteForMs).slice(0, 1);
  if (lost.length > 0) tellLost(services, ledger, lost);
  const lostKeys = lost.flatMap(([id]) => keysOf(id, all));
  for (const key of lostKeys) services.properties.remove(key);
  return Object.fromEntries(sinceMs.filter(([id]) => !lost.some(([gone]) => gone === id)));
}

/** Counted and flushed before the keys go: a crash in between counts one twice, and hides none. */
function tellLost(
  services: Services,
  ledger: Ledger,
  lost: readonly (readonly [id: string, firstMs: number])[],
): void {
  const news = lost.map(([, firstMs]): FailureNews => ({
    vendorName: 'Plantão',
    failure: {
      event: '',
      failure: {
        code: 'incompleteSpill',
        path: '',
        expected: 'a whole request',
        received: 'parts',
      },
    },
    count: 1,
    solved: 0,
    firstMs,
    lastMs: firstMs,
    nextTryMs: null,
  }));
  openBook('failures', services, ledger)(failureChanges(news, ledger));
  services.workbook.flush();
}
