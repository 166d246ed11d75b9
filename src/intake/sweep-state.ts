import { decodeRecord } from '../events/decode-record';
import type { Properties } from '../platform/services';

/** What the sweep remembers between runs. A crash before it is stored only makes the next run look twice. */
export interface SweepState {
  /** When it last did all of its work, epoch ms. */
  readonly lastRunMs: number;
  /** Journal rows up to this number are not open any more. */
  readonly doneNumber: number;
  /** When the next failure is to be tried again, epoch ms; null when none is. */
  readonly nextRetryMs: number | null;
  /** Requests in the waiting room without a head, and when they were first seen so, epoch ms. */
  readonly headlessSinceMs: Readonly<Record<string, number>>;
  /** Which copy of the configuration the settings sheet holds (see `reserve.ts`). */
  readonly reserve: string;
}

const key = 'sweep';
const initial: SweepState = {
  lastRunMs: 0,
  doneNumber: 0,
  nextRetryMs: null,
  headlessSinceMs: {},
  reserve: '',
};

/** Reads the state out of all properties. */
export function sweepStateFrom(all: Readonly<Record<string, string>>): SweepState {
  return decodeRecord(all[key], initial);
}

export function saveSweepState(properties: Properties, state: SweepState): void {
  properties.set(key, JSON.stringify(state));
}
