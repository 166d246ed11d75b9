import type { Services } from '../../platform/services';

/**
 * Work that calls other systems. It runs outside the lock, since it waits for others, and may be cut short at any call: what it has done
 * is stored as it goes, and doing it again does no harm.
 */
export interface Job {
  readonly id: string;
  /** Whether there is something to do, by the properties alone: asked every minute. */
  isDue(all: Readonly<Record<string, string>>, moment: Moment): boolean;
  run(services: Services, turn: Turn): void;
}

/** When a job is asked, and whether the day's time is to be saved for what is fresh: work that can wait then waits. */
interface Moment {
  readonly nowMs: number;
  readonly isThrifty: boolean;
}

/** The time and the calls that one run may take. */
export interface Turn {
  /** Whether work that can wait for another day is to wait. */
  isThrifty(): boolean;
  /** Whether so much of both is left. */
  allows(needed: { readonly ms: number; readonly calls: number }): boolean;
  /** Notes calls that were made and keeps the lease; false when somebody else has it now: then nothing may be stored any more. */
  note(calls: number): boolean;
}
