import { decodeRecord } from '../events/decode-record';
import type { Properties } from '../platform/services';

/** What the sweep remembers between runs. A crash before it is stored only makes the next run look twice. */
export interface SweepState {
  /** When it last did all of its work, epoch ms. */
  readonly lastRunMs: number;
  /** When a trigger last made it do so, or was made to; 0 before the first. */
  readonly lastTriggeredMs: number;
  /** Journal rows up to this number are not open any more. */
  readonly doneNumber: number;
  /** When the next failure is to be tried again, epoch ms; null when none is. */
  readonly nextRetryMs: number | null;
  /** Requests in the waiting room that lack a part, and when they were first seen so, epoch ms. */
  readonly incompleteSinceMs: Readonly<Record<string, number>>;
  /** Which copy of the configuration the settings sheet holds (see `reserve.ts`). */
  readonly reserve: string;
}

const key = 'sweep';
const initial: SweepState = {
  lastRunMs: 0,
  lastTriggeredMs: 0,
  doneNumber: 0,
  nextRetryMs: null,
  incompleteSinceMs: {},
  reserve: '',
};

/** Reads the state out of all properties. */
export function sweepStateFrom(all: Readonly<Record<string, string>>): SweepState {
  return decodeRecord(all[key], initial);
}

export function saveSweepState(properties: Properties, state: SweepState): void {
  properties.set(key, JSON.stringify(state));
}

/** What working off leaves to later sweeps. */
export interface SweepRest {
  /** Journal rows above this number may be open again; null when none is. */
  readonly openAbove: number | null;
  /** The soonest next try, epoch ms; null when none is planned. */
  readonly nextTryMs: number | null;
}

/** The state with what is left to do. */
export function withRest(state: SweepState, { openAbove, nextTryMs }: SweepRest): SweepState {
  return {
    ...state,
    doneNumber: Math.min(state.doneNumber, openAbove ?? Infinity),
    nextRetryMs: earlier(state.nextRetryMs, nextTryMs),
  };
}

/** The earlier of two moments; null counts as never. */
export function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
