import { costTable } from '../../twin/runtime/cost-table';
import type { EngineControl, ExecutionInfo, Seam } from '../../twin/runtime/seam';
import type { Outcome } from '../../twin/runtime/host-object';

/** An execution's instants on the virtual clock (epoch ms): asked for, code entered, returned. */
interface Timing {
  readonly execution: ExecutionInfo;
  readonly enteredAtMs: number;
  readonly endedAtMs: number;
  readonly outcome: Outcome;
}

/** The seam of the bench: it moves the virtual clock from one due instant to the next, and notes when what happened. */
export interface TimingSeam extends Seam {
  /** Executions that have ended, in the order of their ends. */
  readonly timings: Timing[];
  /** Calls of methods by `Class.method` since the last `reset`. */
  readonly counts: Map<string, number>;
  /** Called when an execution goes on after a call that may have written what it held back. */
  onWritten(listener: (atMs: number) => void): void;
  /** Lets a sender of the bench wait on the virtual clock. */
  sleep(durationMs: number): Promise<void>;
}

/**
 * Creates the seam for a twin with `pace`: a call takes effect at once and answers after its modelled duration, so locks are
 * held a little longer than they would be, never shorter. One timer fires at a time, when every thread stands still: the order
 * of events is a function of the seed.
 */
export function createTimingSeam(): TimingSeam {
  const timings: Timing[] = [];
  const counts = new Map<string, number>();
  const entered = new Map<string, number>();
  const writers = new Set<string>();
  const listeners: ((atMs: number) => void)[] = [];
  let control: EngineControl | null = null;
  const nowMs = (): number => control?.clock?.now() ?? 0;
  const tellWritten = (id: string): void => {
    if (writers.delete(id)) for (const listener of listeners) listener(nowMs());
  };
  return {
    timings,
    counts,
    onWritten: (listener) => void listeners.push(listener),
    sleep: async (durationMs) => {
      const slept = control?.clock?.sleep(durationMs);
      control?.lookAgain();
      await slept;
    },
    drivesClock: true,
    attach: (given) => {
      control = given;
      given.onQuiescent(() => moveOn(given));
    },
    beforeCall: ({ execution, className, method }) => {
      if (!entered.has(execution.id)) entered.set(execution.id, nowMs());
      const name = `${className}.${method}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      tellWritten(execution.id);
      if (costTable.get(name)?.flushes === true) writers.add(execution.id);
      return undefined;
    },
    afterEnd: (execution, outcome) => {
      const enteredAtMs = entered.get(execution.id) ?? nowMs();
      entered.delete(execution.id);
      writers.add(execution.id);
      tellWritten(execution.id);
      timings.push({ execution, enteredAtMs, endedAtMs: nowMs(), outcome });
    },
  };
}

/** Fires the earliest timer while anybody sleeps; limits and triggers on the way fire in their order. */
function moveOn({ clock, lookAgain }: EngineControl): void {
  const timers = clock?.timers() ?? [];
  const [next] = timers;
  if (clock === null || next === undefined) return;
  if (timers.every(({ purpose }) => purpose !== 'sleep')) return;
  clock.fire(next);
  lookAgain();
}
