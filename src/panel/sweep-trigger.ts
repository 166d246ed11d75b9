import { duringRun } from '../budget/trigger-run';
import { sweep } from '../intake/sweep/sweep';
import { saveSweepState, sweepStateFrom } from '../settings/sweep-state';
import type { Services } from '../platform/services';
import { entryNames } from './entry-names';

/** A sweep that its trigger started notes it at least every twenty minutes (see `sweep.ts`). */
const aliveMs = 25 * 60_000;

/**
 * Sees to it that somebody's trigger sweeps, and replaces one of version 0.1.0. Google shows each person only their own triggers, so
 * what tells of another's is the last run that is recorded. Never inside a trigger's run: triggers made there were reported disabled.
 * Callers hold the lock.
 */
export function ensureSweep({ triggers, properties, clock }: Services): void {
  const own = new Set(triggers.list().map(({ functionName }) => functionName));
  const state = sweepStateFrom(properties.getAll());
  const isAlive = clock.now() - state.lastTriggeredMs < aliveMs;
  const hasOld = own.has(entryNames.oldSweep);
  if (!isAlive || (hasOld && !own.has(entryNames.sweep))) {
    triggers.removeAll(entryNames.sweep);
    triggers.everyMinute(entryNames.sweep);
    saveSweepState(properties, { ...state, lastTriggeredMs: clock.now() });
  }
  if (hasOld) triggers.removeAll(entryNames.oldSweep);
}

/**
 * Runs the sweep for a trigger of version 0.1.0. Anybody may call the public name, so only an event with the id of such a trigger
 * counts; Google tells it to nobody else.
 */
export function sweepForOldTrigger(services: Services, event: unknown): void {
  const id: unknown =
    typeof event === 'object' && event !== null ? Reflect.get(event, 'triggerUid') : undefined;
  if (typeof id !== 'string' && typeof id !== 'number') return;
  const isOurs = services.triggers
    .list()
    .some((own) => own.functionName === entryNames.oldSweep && own.id === String(id));
  if (isOurs) duringRun(services, (run) => void sweep(services, run));
}
