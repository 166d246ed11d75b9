import type { Fact } from '../../events/event';
import type { ObjectReader } from '../object-reader';

/** One item of `messages.<event>[]` and what the envelope says of it. */
export interface HuggyItem {
  readonly reader: ObjectReader;
  /** The envelope's time, the only clock with a zone that Huggy sends; null when there is none. */
  readonly atMs: number | null;
  /** `atMs`, else the time of receipt: for observations, which need a time. */
  readonly observedAtMs: number;
}

/** What one item says, and the id of what it happened to. */
export interface ItemFacts {
  readonly entityId: string;
  readonly facts: readonly Fact[];
}
