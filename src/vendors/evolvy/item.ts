import type { Fact } from '../../events/event';
import type { ObjectReader } from '../kit/object-reader';
import type { Changes } from './changes';
import type { EventKind } from './event-names';

/** One event's body, opened. */
export interface EvolvyItem {
  readonly kind: EventKind;
  readonly reader: ObjectReader;
  readonly changes: Changes;
  /** When its first copy arrived, epoch ms. */
  readonly receivedAtMs: number;
}

/** What one event says, the id of what it happened to and when it happened by the vendor's clocks. */
export interface ItemFacts {
  readonly entityId: string;
  readonly atMs: number | null;
  readonly facts: readonly Fact[];
}
