import { openLedger } from '../../intake/repair/ledger';
import { withWholeTabs } from '../../intake/repair/whole-tabs';
import { replay, type ReplayReport, type Selection } from '../../intake/replay/replay';
import type { Services } from '../../platform/services';
import {
  saveSweepState,
  sweepStateFrom,
  withRest,
  type SweepRest,
} from '../../settings/sweep-state';

/** Replays with the lock in hand; what one run does not finish is the sweep's. */
export function replayInHold(services: Services, selection: Selection): ReplayReport {
  const { report, rest } = withWholeTabs(services, () =>
    replay(services, selection, openLedger(services, services.properties.getAll())),
  );
  leaveToSweep(services, rest);
  return report;
}

/** The sweep goes on with what a replay could not finish. Stored before the flush: a crash in between only makes it look twice. */
function leaveToSweep({ properties }: Services, rest: SweepRest): void {
  if (rest.openAbove === null && rest.nextTryMs === null) return;
  saveSweepState(properties, withRest(sweepStateFrom(properties.getAll()), rest));
}
