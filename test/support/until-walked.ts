import type { ReconcileState } from '../../src/sync/reconcile/reconcile-state';

interface Walking {
  minutes(): Promise<void>;
  state(): ReconcileState;
}

/** Minutes until a search is done; an error when that takes too long. */
export async function untilWalked(desk: Walking, mostMinutes: number): Promise<ReconcileState> {
  const before = desk.state().doneMs;
  for (let minute = 0; minute < mostMinutes; minute += 1) {
    await desk.minutes().catch(() => undefined);
    if (desk.state().doneMs > before) return desk.state();
  }
  throw new Error(`The walk is not done: ${JSON.stringify(desk.state())}`);
}
