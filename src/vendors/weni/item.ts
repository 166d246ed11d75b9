import type { Decoded, Fact } from '../../events/event';
import { openObject, type ObjectReader } from '../object-reader';

/** What one part of a body says: what it happened to, when, and the facts. */
export interface PartFacts {
  readonly entityId: string;
  readonly atMs: number | null;
  readonly facts: readonly Fact[];
}

/** One part of a body that is an event by itself. */
export interface Part {
  /** The name users see in Saúde and Falhas. */
  readonly name: string;
  readonly item: unknown;
  readonly path: string;
  read(reader: ObjectReader): PartFacts | null;
}

/** Decodes one part: its first fault makes it a failure; `read` gives null for a part that says too little to be a row. */
export function decodePart({ name, item, path, read }: Part): Decoded {
  const reader = openObject(item, path);
  const said = read(reader);
  const failure = reader.failures[0];
  if (failure) return { kind: 'failure', name, failure };
  return said === null
    ? { kind: 'unknown', name }
    : { kind: 'event', event: { name, item, ...said } };
}
