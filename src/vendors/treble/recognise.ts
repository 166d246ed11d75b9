import { isObject, type ObjectReader } from '../kit/object-reader';
import type { Recognition } from '../kit/recognised';
import { trebleEvents, type TrebleEvent } from './item';

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** The fields that give an event away, in the order of the tests: a body may carry those of a later line as well. */
const marks: readonly (readonly [TrebleEvent, (reader: ObjectReader) => boolean])[] = [
  ['conversation_closed', (reader) => hasExternalId(reader.raw('session'))],
  ['conversation_closed', (reader) => isSaid(reader.raw('external_id')) && hasEnd(reader)],
  ['opt_out', (reader) => isOptOut(reader.raw('reason'))],
  ['timeout', (reader) => isSaid(reader.raw('timeout_at'))],
  ['condition', (reader) => isSaid(reader.raw('condition'))],
  ['message_response', (reader) => isSaid(reader.raw('responded_at'))],
  ['message_response', (reader) => isSaid(reader.raw('actual_response'))],
  ['message_read', (reader) => isSaid(reader.raw('read_at'))],
  ['message_delivered', (reader) => isSaid(reader.raw('delivered_at'))],
];

/**
 * Tells Treble's events apart. Those of the webhook center have `event_type`; the others nothing but their fields, and
 * those count more than the URL's `w`, which may have been pasted into the wrong field.
 */
export function recognise(reader: ObjectReader, webhook: string): Recognition<TrebleEvent> {
  const type = reader.raw('event_type');
  if (typeof type === 'string' && type !== '')
    return byName(type) ?? { kind: 'unknown', name: type };
  const mark = marks.find(([, isMarked]) => isMarked(reader));
  if (mark) return { kind: 'event', event: mark[0] };
  const pasted = reader.has('session_id') ? byName(webhook) : undefined;
  return pasted ?? { kind: 'unknown', name: webhook === '' ? 'semNome' : webhook };
}

function byName(name: string): Recognition<TrebleEvent> | undefined {
  const plain = name.trim().toLowerCase();
  const event = trebleEvents.find((known) => known === plain);
  return event && { kind: 'event', event };
}

const isOptOut = (reason: unknown): boolean =>
  typeof reason === 'string' && reason.trim().toUpperCase() === 'OPTOUT';

const hasExternalId = (session: unknown): boolean => isObject(session) && 'external_id' in session;

const hasEnd = (reader: ObjectReader): boolean =>
  isSaid(reader.raw('closed_at')) || Array.isArray(reader.raw('messages'));
