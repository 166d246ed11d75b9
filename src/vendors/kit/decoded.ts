import type { Decoded, Fact } from '../../events/event';
import type { Failure } from '../../events/failure';
import type { Maybe, ObjectReader } from './object-reader';

/** What a part of a body says, and of what. */
export interface Said {
  readonly entityId: string;
  /** The vendor's time of it, epoch ms; null when it sends none. */
  readonly atMs: number | null;
  readonly facts: readonly Fact[];
}

/** One thing that happened; `item` is the part of the body that says it. */
export function happened(name: string, item: unknown, what: Said): Decoded {
  return { kind: 'event', event: { name, item, ...what } };
}

/** One part of the body that could not be read. */
export function failed(name: string, failure: Failure): Decoded {
  return { kind: 'failure', name, failure };
}

/** The body as one event, or as the first failure met in reading it. */
export function decodeWhole(
  request: { readonly event: string; readonly reader: ObjectReader; readonly body: unknown },
  what: Said,
): readonly Decoded[] {
  const failure = request.reader.failures[0];
  return [failure ? failed(request.event, failure) : happened(request.event, request.body, what)];
}

/** A value that was said; an empty one says nothing, so that it never blanks what a richer event said. */
export function said<T>(value: Maybe<T>): T | undefined {
  return value ?? undefined;
}
