import { holdLock } from '../../platform/hold';
import type { Services } from '../../platform/services';
import { readReserve } from '../../settings/reserve';
import { openUpsert } from '../write/upsert';
import { budgetKey, refusedRow } from './budget-row';

const toldKey = 'budget.refused';
/** Told so often while it lasts: a sweep that cannot read its state has nothing else to do. */
const toldSeconds = 600;

/**
 * Says in Saúde that Google refuses the properties, whatever Plantão has counted itself: new accounts are said to get less than the
 * table. Knows the tab by the copy of the configuration in the hidden sheet. The next sweep that can read its state writes the
 * figures again.
 */
export function tellRefused(services: Services): void {
  const { cache, lock, workbook, clock } = services;
  if (cache.get(toldKey) !== null || !lock.tryAcquire(0)) return;
  holdLock(services, () => {
    workbook.flush();
    const config = readReserve(services);
    if (config === null) return;
    const { settings } = config;
    const upsert = openUpsert('health', { workbook, settings, nowMs: clock.now() });
    upsert(new Map([[budgetKey, () => refusedRow(settings.language)]]));
    cache.put(toldKey, '1', toldSeconds);
  });
}
