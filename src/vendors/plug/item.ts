import type { Decoded, Fact } from '../../events/event';
import type { Failure } from '../../events/failure';
import type { Maybe, ObjectReader } from '../object-reader';

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

/** One request as the decoders of the seven events take it. */
export interface PlugItem {
  readonly event: PlugEvent;
  readonly reader: ObjectReader;
  readonly body: unknown;
  readonly receivedAtMs: number;
}

/** What a request says, and of what. */
export interface Said {
  readonly entityId: string;
  readonly atMs: number | null;
  readonly facts: readonly Fact[];
}

/** One thing that happened; `item` is the part of the body that says it. */
export function happened(name: string, item: unknown, what: Said): Decoded {
  return { kind: 'event', event: { name, item, ...what } };
}

/** The request as one event, or as the first of the reader's failures. */
export function decodeWhole({ event, reader, body }: PlugItem, what: Said): readonly Decoded[] {
  const failure = reader.failures[0];
  return [failure ? failed(event, failure) : happened(event, body, what)];
}

/** One part of the body that could not be read. */
export function failed(name: string, failure: Failure): Decoded {
  return { kind: 'failure', name, failure };
}

/** A value that was said; an empty one says nothing, so that it never blanks what a richer event said. */
export function said<T>(value: Maybe<T>): T | undefined {
  return value ?? undefined;
}

/** PlugChat writes `momment`; the right spelling counts too. Milliseconds, but seconds in `DisconnectedCallback`. */
export function readMoment(reader: ObjectReader): number | undefined {
  return reader.time('momment') ?? said(reader.time('moment'));
}
