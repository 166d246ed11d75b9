import type { Services } from '../../platform/services';
import type { SweepState } from '../../settings/sweep-state';
import type { Watch } from '../books/alarm-row';
import type { Hold } from '../commit/commit';
import type { Memory } from '../commit/memory';
import { commitWaiting, joinHolds, lookUp } from '../commit/rounds';
import type { Found } from '../journal/journal-lines';
import { openLedger, type Ledger } from '../repair/ledger';
import type { Counted } from '../totals/update-totals';
import type { Boards } from '../views/views';

/** What a sweep remembers, what it has taken out of the waiting room, and what is to be shown once the lock is free. */
export interface Swept {
  readonly state: SweepState;
  readonly hold: Hold;
  readonly boards: Boards | null;
}

/** What a sweep's tasks work with. */
export interface Desk extends Swept {
  readonly ledger: Ledger;
  readonly memory: Memory;
  /** Journal lines that were found and left as they were; null where some were worked off. */
  readonly found: Found | null;
  /** With what alarms are looked for. */
  readonly watch: Watch;
  /** Totais as this sweep has left it; null before. */
  readonly counted: Counted | null;
}

/** Writes what has come meanwhile, so that nobody waits for all of a sweep. */
export function serveWaiting(services: Services, desk: Desk): Desk {
  if (!lookUp(services, desk.hold, Infinity).mustGoOn) return desk;
  const hold = joinHolds(desk.hold, commitWaiting(services, desk.memory));
  return { ...desk, hold, ledger: openLedger(services, services.properties.getAll()) };
}
