import type { TwinClock } from './clock';

/** A trigger whose time has come. */
export interface DueTrigger {
  readonly id: string;
  readonly functionName: string;
  readonly user: string;
}

/** Where triggers are kept (services/triggers.ts). */
export interface TriggerSource {
  due(nowMs: number): readonly DueTrigger[];
  markFired(id: string, nowMs: number): void;
  nextAtMs(): number | null;
}

/** Runs the triggers when the clock reaches them. */
export interface TriggerTimer {
  /** Looks again at what is next; to be called after an execution that may have changed the triggers. */
  arm(): void;
  /** Fulfilled when no trigger's execution runs any more. */
  settled(): Promise<void>;
  stop(): void;
}

/** Creates the timer and arms it. Whoever fires records what goes wrong. A trigger fires again although its last execution still runs, as on Google. */
export function createTriggerTimer(
  clock: TwinClock,
  source: TriggerSource,
  fire: (trigger: DueTrigger) => Promise<unknown>,
): TriggerTimer {
  const running = new Set<Promise<unknown>>();
  let armed: { readonly dueAtMs: number; readonly cancel: () => void } | null = null;
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    armed?.cancel();
  };
  const start = (trigger: DueTrigger) => {
    try {
      source.markFired(trigger.id, clock.now());
    } catch {
      // It could not be stored that the trigger fires, so it does not; whoever watches over the storage says why.
      return stop();
    }
    const end = fire(trigger)
      .catch(() => undefined)
      .finally(() => running.delete(end));
    running.add(end);
  };
  const arm = () => {
    const dueAtMs = isStopped ? null : source.nextAtMs();
    if (dueAtMs === (armed?.dueAtMs ?? null)) return;
    armed?.cancel();
    armed = dueAtMs === null ? null : { dueAtMs, cancel: clock.at(dueAtMs, ring) };
  };
  const ring = () => {
    armed = null;
    for (const trigger of source.due(clock.now())) start(trigger);
    arm();
  };
  arm();
  return {
    arm,
    settled: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
    stop,
  };
}
