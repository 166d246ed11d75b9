import { decodeRecord } from '../events/decode-record';
import type { Properties } from '../platform/services';

/** What the sweep remembers between runs. A crash before it is stored only makes the next run look twice. */
export interface SweepState {
  readonly lastRunMs: number;
  /** Journal rows up to this number are not open any more. */
  readonly doneNumber: number;
  /** When failures were last tried again. */
  readonly lastRetryMs: number;
}

const key = 'sweep';
const initial: SweepState = { lastRunMs: 0, doneNumber: 0, lastRetryMs: 0 };

export function readSweepState(properties: Properties): SweepState {
  return decodeRecord(properties.get(key), initial);
}

export function saveSweepState(properties: Properties, state: SweepState): void {
  properties.set(key, JSON.stringify(state));
}
