import type { Decoded } from '../../events/event';
import { failed, happened, type Said } from '../kit/decoded';
import { openObject, type ObjectReader } from '../kit/object-reader';

/** One part of a body that is an event by itself. */
export interface Part {
  /** The name users see in Saúde and Falhas. */
  readonly name: string;
  readonly item: unknown;
  readonly path: string;
  read(reader: ObjectReader): Said | null;
}

/** Decodes one part: its first fault makes it a failure; `read` gives null for a part that says too little to be a row. */
export function decodePart({ name, item, path, read }: Part): Decoded {
  const reader = openObject(item, path);
  const said = read(reader);
  const failure = reader.failures[0];
  if (failure) return failed(name, failure);
  return said === null ? { kind: 'unknown', name } : happened(name, item, said);
}
