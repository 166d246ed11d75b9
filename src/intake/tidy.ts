import { failureChanges, openAccount } from './accounts';
import type { Services } from '../platform/services';
import type { Ledger } from './commit';
import type { FailureNews } from './failure-rows';
import type { SweepState } from './sweep-state';
import { damagedIds, emptiedKeys, headlessIds, keysOf } from './waiting-room';

const deletionsPerSweep = 20;
/** No execution runs longer than six minutes, so nobody completes a request after this. */
const incompleteForMs = 9 * 60_000;

/** What a sweep knows of the waiting room. */
export interface WaitingRoom {
  readonly all: Readonly<Record<string, string>>;
  readonly incompleteSinceMs: SweepState['incompleteSinceMs'];
}

/**
 * Deletes what nobody needs any more: emptied requests, and incomplete ones, whose execution died before it answered. Falhas
 * tells of these. Returns since when which are incomplete.
 */
export function tidyWaitingRoom(
  services: Services,
  ledger: Ledger,
  { all, incompleteSinceMs }: WaitingRoom,
): SweepState['incompleteSinceMs'] {
  const nowMs = services.clock.now();
  const ids = [...headlessIds(all), ...damagedIds(services, all)];
  const sinceMs = ids.map((id) => [id, incompleteSinceMs[id] ?? nowMs] as const);
  const lost = sinceMs.filter(([, firstMs]) => nowMs - firstMs >= incompleteForMs).slice(0, 1);
  if (lost.length > 0) tellLost(services, ledger, lost);
  const lostKeys = lost.flatMap(([id]) => keysOf(id, all));
  for (const key of lostKeys) services.properties.remove(key);
  for (const key of emptiedKeys(all).slice(0, deletionsPerSweep - lostKeys.length))
    services.properties.remove(key);
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
  openAccount('failures', services, ledger)(failureChanges(news, ledger));
  services.workbook.flush();
}
