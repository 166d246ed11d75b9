import { withWholeTabs } from '../intake/repair/whole-tabs';
import type { Services } from '../platform/services';
import { sweepNow } from '../intake/sweep/sweep';
import type { Job, Turn } from '../sync/jobs/job';
import { holdShortly } from '../sync/jobs/short-hold';
import { goOnErasing } from './erase';
import { eraseStateFrom } from './erase-state';
import { isRetentionDue, keepShort } from './retention';

/** What one hold may take: webhooks wait meanwhile. */
const holdMs = 4000;
const lockWaitMs = 10_000;

/** Goes on with an erasure that nobody goes on with, and takes away at night what is over. */
export const privacyJob: Job = {
  id: 'privacy',
  isDue: (all, { nowMs }) => eraseStateFrom(all) !== null || isRetentionDue(all, nowMs),
  run: (services, turn) => {
    const isErasing = eraseStateFrom(services.properties.getAll()) !== null;
    while (isLeft(services, turn) && turn.allows({ ms: holdMs, calls: 0 }));
    // The boards show who waits.
    if (isErasing && eraseStateFrom(services.properties.getAll()) === null) sweepNow(services);
  },
};

/** One hold's work; false when there is nothing more, or somebody else keeps the lock or the turn. */
function isLeft(services: Services, turn: Turn): boolean {
  const { workbook, properties, clock } = services;
  const left = holdShortly(services, lockWaitMs, () => {
    workbook.flush();
    const all = properties.getAll();
    if (eraseStateFrom(all) !== null) return goOnErasing(services, clock.now() + holdMs) !== null;
    return isRetentionDue(all, clock.now()) && withWholeTabs(services, () => keepShort(services));
  });
  return left === true && turn.note(0);
}
