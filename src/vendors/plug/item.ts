import { said } from '../kit/decoded';
import type { ObjectReader } from '../kit/object-reader';
import type { RecognisedItem } from '../kit/recognised';

/** The seven events that PlugChat calls a URL for; each has a URL of its own. */
export const plugEvents = [
  'startAttendance',
  'finishAttendance',
  'receiveMessage',
  'sendingMessage',
  'messageStatus',
  'messageDeliveryError',
  'whenDisconnecting',
] as const;

export type PlugEvent = (typeof plugEvents)[number];

/** One request as the decoders take it. */
export type PlugItem = RecognisedItem<PlugEvent>;

/** PlugChat writes `momment`; the right spelling counts too. Milliseconds, but seconds in `DisconnectedCallback`. */
export function readMoment(reader: ObjectReader): number | undefined {
  return reader.time('momment') ?? said(reader.time('moment'));
}

/** The first of the keys that holds an id, else `otherwise`; when there is none, a failure under the first key, and ''. */
export function readFirstId(
  reader: ObjectReader,
  keys: readonly [string, ...string[]],
  otherwise = '',
): string {
  for (const key of keys) {
    const id = reader.id(key) ?? '';
    if (id !== '') return id;
  }
  return otherwise === '' ? reader.requiredId(keys[0]) : otherwise;
}
