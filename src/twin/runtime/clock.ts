import type { Clock } from './host-object';

/** The twin's clock: executions read it and sleep on it, limits and triggers are timers on it. */
export interface TwinClock extends Clock {
  readonly isVirtual: boolean;
  /** It is the computer's own, which an execution that computes may read itself. */
  readonly isComputers: boolean;
  /** Calls back once at an instant (epoch, ms); gives the function that cancels it. */
  at(dueAtMs: number, fire: () => void): () => void;
}

/** A waiting timer of a virtual clock. `sleep`: an execution waits for it; `background`: a limit or trigger. */
export interface VirtualTimer {
  readonly number: number;
  readonly dueAtMs: number;
  readonly purpose: 'sleep' | 'background';
}

/** A clock that only moves when it is told to. */
export interface VirtualClock extends TwinClock {
  /** Waiting timers, earliest first, equal ones in the order they were set. */
  timers(): readonly VirtualTimer[];
  /** Moves to the timer's instant (never back) and fires it. */
  fire(timer: VirtualTimer): void;
  /** Moves to an instant without firing anything; never back. */
  moveTo(epochMs: number): void;
}

/** Whether the twin's time is moved by hand. */
export function isVirtualClock(clock: TwinClock | VirtualClock): clock is VirtualClock {
  return clock.isVirtual;
}

/** Longest delay that setTimeout takes. */
const longestDelayMs = 2 ** 31 - 1;

/** The computer's own clock. Its timers keep no process alive. */
export function createRealClock(): TwinClock {
  return {
    isVirtual: false,
    isComputers: true,
    now: () => Date.now(),
    sleep: (durationMs) =>
      new Promise((resolve) => {
        setTimeout(resolve, durationMs).unref();
      }),
    at: setRealTimer,
  };
}

function setRealTimer(dueAtMs: number, fire: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const arm = () => {
    const delayMs = Math.max(0, dueAtMs - Date.now());
    timer = setTimeout(delayMs > longestDelayMs ? arm : fire, Math.min(delayMs, longestDelayMs));
    timer.unref();
  };
  arm();
  return () => clearTimeout(timer);
}

/** Creates a virtual clock that shows `startMs` (epoch) until it is moved. */
export function createVirtualClock(startMs: number): VirtualClock {
  let nowMs = startMs;
  let count = 0;
  const waiting = new Map<VirtualTimer, () => void>();
  const set = (dueAtMs: number, purpose: VirtualTimer['purpose'], fire: () => void) => {
    const timer = { number: (count += 1), dueAtMs, purpose };
    waiting.set(timer, fire);
    return () => void waiting.delete(timer);
  };
  const moveTo = (epochMs: number) => {
    nowMs = Math.max(nowMs, epochMs);
  };
  return {
    isVirtual: true,
    isComputers: false,
    now: () => nowMs,
    sleep: (durationMs) =>
      durationMs > 0
        ? new Promise((resolve) => set(nowMs + durationMs, 'sleep', resolve))
        : Promise.resolve(),
    at: (dueAtMs, fire) => set(dueAtMs, 'background', fire),
    timers: () =>
      [...waiting.keys()].toSorted((a, b) => a.dueAtMs - b.dueAtMs || a.number - b.number),
    fire: (timer) => {
      const fire = waiting.get(timer);
      waiting.delete(timer);
      moveTo(timer.dueAtMs);
      fire?.();
    },
    moveTo,
  };
}
