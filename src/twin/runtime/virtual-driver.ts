import { isVirtualClock, type TwinClock, type VirtualClock } from './clock';
import type { EngineControl } from './seam';

/**
 * Moves a virtual clock when nothing else can go on: executions run, none computes, and one of them sleeps. Timers on the
 * way (limits, triggers) fire in their order. Without sleepers the clock stands: nobody waits for it.
 */
export function driveClock(clock: VirtualClock, control: Omit<EngineControl, 'clock'>): void {
  control.onQuiescent(() => {
    if (control.active().length === 0) return;
    const timers = clock.timers();
    const [next] = timers;
    if (!next || timers.every(({ purpose }) => purpose !== 'sleep')) return;
    clock.fire(next);
    control.lookAgain();
  });
}

/** Moves the clock on by a duration, firing every timer on the way; `settle` waits for what a timer started. */
async function advanceClock(
  clock: VirtualClock,
  durationMs: number,
  settle: () => Promise<void>,
): Promise<void> {
  const targetMs = clock.now() + durationMs;
  await settle();
  for (let [next] = clock.timers(); next && next.dueAtMs <= targetMs; [next] = clock.timers()) {
    clock.fire(next);
    await settle();
  }
  clock.moveTo(targetMs);
}

/**
 * The same for a twin's clock and triggers.
 * @throws {Error} when the clock is the computer's
 */
export async function advanceAll(
  clock: TwinClock,
  durationMs: number,
  settled: () => Promise<void>,
): Promise<void> {
  if (!isVirtualClock(clock)) throw new Error('Only a virtual clock can be moved.');
  await advanceClock(clock, durationMs, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    await settled();
  });
}
