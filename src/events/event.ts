import type { EntityId, FieldsOf } from './fields';
import type { Failure } from './failure';

/**
 * What an event says about one entity (one row of a tab).
 * `id` is the vendor's immutable id (see `contactKey` for contacts without one).
 * `atMs` is the vendor's version or time of this saying (epoch ms); null when the vendor gives none: then the time of receipt counts.
 * `bornAtMs` is when the entity came into being, where the vendor tells exactly that and not when it was first heard of: its row
 * is then not looked for among older ones.
 */
export type Fact = {
  readonly [E in EntityId]: {
    readonly entity: E;
    readonly id: string;
    readonly atMs: number | null;
    readonly bornAtMs?: number | null | undefined;
    readonly fields: FieldsOf<E>;
  };
}[EntityId];

/** One thing that happened, decoded from a request. */
export interface VendorEvent {
  /** The vendor's own name of the event, such as `agentChangedStatus`. */
  readonly name: string;
  /** The vendor's id of what it happened to; part of the event's key. */
  readonly entityId: string;
  /** The vendor's time of the event, epoch ms; null when it sends none. */
  readonly atMs: number | null;
  /** The part of the body that is this event; its canonical form is hashed into the event's key. */
  readonly item: unknown;
  /** The hash that stands for the item where that is not kept (see `masks/record.ts`). */
  readonly hash?: string;
  /** True where the user wants no rows of it; see `choices/`. */
  readonly isOut?: boolean;
  readonly facts: readonly Fact[];
}

/** One part of a request, in the order of the body; failures and unknown events never hide their neighbours. */
export type Decoded =
  | { readonly kind: 'event'; readonly event: VendorEvent }
  /** An event we have no use for yet: kept in the journal, counted, shown by its name. */
  | { readonly kind: 'unknown'; readonly name: string }
  /** An event understood and deliberately not written (typing, presence, …): counted only. */
  | { readonly kind: 'noise'; readonly name: string }
  | { readonly kind: 'failure'; readonly name: string; readonly failure: Failure };
