import type { Decoded, Fact } from '../../events/event';
import type { Failure } from '../../events/failure';
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

/** The event with what could be read of it, and what could not; the reader is of the whole `item`. */
export function toDecoded(
  name: string,
  told: ItemFacts,
  { item, failures }: { readonly item: unknown; readonly failures: readonly Failure[] },
): readonly Decoded[] {
  const [failure] = failures;
  const event = { kind: 'event', event: { name, item, ...told } } as const;
  return [
    ...(told.facts.length === 0 ? [] : [event]),
    ...(failure ? [{ kind: 'failure', name, failure } as const] : []),
  ];
}
