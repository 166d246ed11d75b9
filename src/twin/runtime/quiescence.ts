import type { Run } from './run';

/** Watches whether any thread computes. */
export interface Quiescence {
  readonly onQuiescent: (listener: () => void) => void;
  /** To be called after every change; looks again once all promises due by then have settled. */
  readonly touch: () => void;
  /** Looks now; for who stands in the way of all promises. */
  readonly look: () => void;
}

/** Creates the watch over the executions that are under way. */
export function createQuiescence(active: ReadonlyMap<string, Run>): Quiescence {
  const listeners: (() => void)[] = [];
  let isPlanned = false;
  const look = () => {
    isPlanned = false;
    for (const run of active.values()) if (run.isComputing) return;
    for (const listener of listeners) listener();
  };
  return {
    look,
    onQuiescent: (listener) => void listeners.push(listener),
    touch: () => {
      if (isPlanned || listeners.length === 0) return;
      isPlanned = true;
      setImmediate(look);
    },
  };
}
