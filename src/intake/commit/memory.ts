import type { Services } from '../../platform/services';
import type { KeptTab } from '../../sheets/kept-tab';
import type { TabId } from '../../tabs/tabs';

/**
 * What a hold remembers between its rounds, so that it need not read again what it has just written. Nobody else of ours writes
 * meanwhile; people may, so what is cheap to look at is looked at in each round, and nothing is remembered for long.
 */
export interface Memory {
  readonly kept: Map<TabId, KeptTab>;
  readonly lifetimeMs: number;
  sinceMs: number;
}

/** In a web call; the sweep's may live longer. */
const memoryMs = 4000;
/** Journal rows looked at for deliveries that were journaled before their place in the waiting room was emptied. */
export const recentRows = 1000;

/** A memory in which nothing is yet. */
export const emptyMemory = ({ clock }: Services, lifetimeMs = memoryMs): Memory => ({
  kept: new Map(),
  lifetimeMs,
  sinceMs: clock.now(),
});

/** Forgets what is too old; true when it did. */
export function refresh(memory: Memory, { clock }: Services): boolean {
  if (clock.now() - memory.sinceMs < memory.lifetimeMs) return false;
  memory.kept.clear();
  memory.sinceMs = clock.now();
  return true;
}
