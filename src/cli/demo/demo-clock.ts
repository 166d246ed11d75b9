import type { TwinClock } from '../../twin/runtime/clock';

/** A clock that is moved by hand until it is let go; from then on it goes at the pace of the computer's. */
export interface DemoClock extends TwinClock {
  /** Moves to an instant, never back; only while it is held. No timer rings. */
  moveTo(epochMs: number): void;
  /** Lets it go. Timers that are due ring at once. */
  release(): void;
}

interface Timer {
  readonly dueAtMs: number;
  readonly fire: () => void;
  handle: NodeJS.Timeout | null;
}

/** Creates a clock that shows `startMs` (epoch) and is held. */
export function createDemoClock(startMs: number): DemoClock {
  const timers = new Set<Timer>();
  let shownMs = startMs;
  let releasedAtMs: number | null = null;
  const now = (): number =>
    releasedAtMs === null ? shownMs : shownMs + (Date.now() - releasedAtMs);
  const arm = (timer: Timer): void => {
    const ring = (): void => {
      timers.delete(timer);
      timer.fire();
    };
    timer.handle = setTimeout(ring, Math.max(0, timer.dueAtMs - now()));
    timer.handle.unref();
  };
  return {
    isVirtual: false,
    isComputers: false,
    now,
    sleep: (durationMs) =>
      new Promise((resolve) => {
        setTimeout(resolve, durationMs).unref();
      }),
    at: (dueAtMs, fire) => {
      const timer: Timer = { dueAtMs, fire, handle: null };
      timers.add(timer);
      if (releasedAtMs !== null) arm(timer);
      return () => {
        timers.delete(timer);
        if (timer.handle) clearTimeout(timer.handle);
      };
    },
    moveTo: (epochMs) => {
      if (releasedAtMs === null) shownMs = Math.max(shownMs, epochMs);
    },
    release: () => {
      releasedAtMs = Date.now();
      for (const timer of timers) arm(timer);
    },
  };
}
