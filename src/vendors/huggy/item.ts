import type { Fact } from '../../events/event';
import { channelName } from '../kit/channel-name';
import { isObject, type Maybe, type ObjectReader } from '../kit/object-reader';

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

/** A text field; PHP's false in it is none, too. */
export const readText = (reader: ObjectReader, key: string): Maybe<string> =>
  reader.raw(key) === false ? null : reader.text(key);

/** The name of a thing that Huggy sends as an object with `name`, or as the bare name or id; PHP's `[]`, false and 0 are none. */
export function readNamed(reader: ObjectReader, key: string): Maybe<string> {
  const raw = reader.raw(key);
  if (isNone(raw)) return null;
  if (!isObject(raw)) return reader.text(key);
  const thing = reader.child(key);
  return thing.text('name') ?? thing.id('id') ?? null;
}

function isNone(raw: unknown): boolean {
  return Array.isArray(raw) ? raw.length === 0 : raw === false || raw === 0 || raw === '0';
}

/** The channel as people call it, of the first place that names one. */
export function readChannel(...places: readonly ObjectReader[]): string | undefined {
  for (const place of places) {
    const word = readNamed(place, 'channel');
    if (word) return channelName(word);
  }
  return undefined;
}

/**
 * The department's name where Huggy sends one, else its number as text. A robot's chat has none yet, and events that say
 * so may be as old as one that names it: so none says nothing.
 */
export function readDepartment(reader: ObjectReader): string | undefined {
  return readNamed(reader, 'department') ?? undefined;
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
