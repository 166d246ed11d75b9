import type { Fact } from '../../events/event';
import { isObject, type Maybe, type ObjectReader } from '../object-reader';

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

/** The name of a thing that Huggy sends as an object with `name`, or as the bare name or id; PHP's `[]` is nothing. */
export function readNamed(reader: ObjectReader, key: string): Maybe<string> {
  const raw = reader.raw(key);
  if (Array.isArray(raw) && raw.length === 0) return null;
  if (!isObject(raw)) return reader.text(key);
  const thing = reader.child(key);
  return thing.text('name') ?? thing.id('id') ?? null;
}

/** The department's name where Huggy sends one, else its number as text; 0 and false are none. */
export function readDepartment(reader: ObjectReader): Maybe<string> {
  const department = readNamed(reader, 'department');
  return department === '0' || department === 'false' ? null : department;
}

const statusOfSituation: ReadonlyMap<string, string> = new Map([
  ['auto', 'bot'],
  ['wait_for_chat', 'queue'],
  ['queue', 'queue'],
  ['in_queue', 'queue'],
  ['in_chat', 'open'],
  ['finishing', 'closed'],
  ['closed', 'closed'],
  ['blocked', 'blocked'],
]);

/** The chat's `situation` in our words, else in Huggy's; undefined when it says none. */
export function readStatus(reader: ObjectReader): string | undefined {
  const situation = reader.text('situation') ?? undefined;
  return situation === undefined ? undefined : (statusOfSituation.get(situation) ?? situation);
}
