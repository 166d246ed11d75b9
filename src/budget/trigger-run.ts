import type { Services } from '../platform/services';
import { leaveTriggerUse } from './stray-use';

/** A run of the trigger. */
export interface TriggerRun {
  readonly startedAtMs: number;
  /** Since when nobody has told its time, epoch ms; null: nothing is left to tell, a mere look follows from the pace. */
  untoldFromMs: number | null;
}

/** What the last calls of a run take, by published measurements: it cannot tell that itself. */
const closingMs = 105;

/** Does a run's work, and tells at its end what is left to tell. */
export function duringRun(services: Services, work: (run: TriggerRun) => void): void {
  const run: TriggerRun = { startedAtMs: services.clock.now(), untoldFromMs: null };
  try {
    work(run);
  } finally {
    const { untoldFromMs } = run;
    const untoldMs = untoldFromMs === null ? 0 : services.clock.now() - untoldFromMs + closingMs;
    leaveTriggerUse(services, untoldMs);
  }
}
