import { isObject, openObject, type ObjectReader } from '../kit/object-reader';
import type { Recognition } from '../kit/recognised';
import { plugEvents, type PlugEvent } from './item';

const eventOfType: ReadonlyMap<string, PlugEvent> = new Map([
  ['receivedcallback', 'receiveMessage'],
  ['deliverycallback', 'sendingMessage'],
  ['messagestatuscallback', 'messageStatus'],
  ['disconnectedcallback', 'whenDisconnecting'],
  ['connectedcallback', 'whenDisconnecting'],
]);

/**
 * Tells the seven events apart. PlugChat puts no event name into the body, so the URL's `w` tells; but a body that says
 * itself what it is (`attendance`, `type`, `ids`) counts more than a URL pasted into the wrong field.
 */
export function recognise(reader: ObjectReader, webhook: string): Recognition<PlugEvent> {
  const pasted = plugEvents.find((event) => event === webhook);
  if (reader.has('attendance')) return found(attendanceEvent(reader.raw('attendance'), pasted));
  const noise = noiseName(reader);
  if (noise !== null) return { kind: 'noise', name: noise };
  const type = textOf(reader.raw('type'));
  const typed = eventOfType.get(type.toLowerCase());
  if (isDeliveryError(reader, typed, pasted)) return found('messageDeliveryError');
  if (typed) return found(typed);
  if (type !== '') return { kind: 'unknown', name: type };
  const event = eventOfShape(reader) ?? pasted ?? eventOfMessage(reader);
  return event ? found(event) : { kind: 'unknown', name: webhook === '' ? 'semNome' : webhook };
}

/**
 * The name of what is understood and never written: typing, and notices about the connected account itself (its photo,
 * its labels), which come without a message id. null for everything else.
 */
export function noiseName(reader: ObjectReader): string | null {
  const type = textOf(reader.raw('type'));
  if (type.toLowerCase() === 'presencechatcallback') return type;
  const notification = textOf(reader.raw('notification'));
  const hasId = textOf(reader.raw('messageId')) !== '';
  return notification !== '' && !hasId ? notification : null;
}

function attendanceEvent(raw: unknown, pasted: PlugEvent | undefined): PlugEvent {
  const attendance = openObject(raw);
  const status = textOf(attendance.raw('status')).toUpperCase();
  const isSaid = (key: string): boolean => textOf(attendance.raw(key)) !== '';
  if (status === 'FINISH') return 'finishAttendance';
  if (status === 'PROGRESS') return 'startAttendance';
  if (isSaid('endTime') || isSaid('finishBy')) return 'finishAttendance';
  return pasted === 'finishAttendance' && !isSaid('operator') ? pasted : 'startAttendance';
}

/** No body of this one is documented: its URL tells, or an `error` on what is otherwise a sending. */
function isDeliveryError(
  reader: ObjectReader,
  typed: PlugEvent | undefined,
  pasted: PlugEvent | undefined,
): boolean {
  if (typed === 'whenDisconnecting' || typeof reader.raw('disconnected') === 'boolean')
    return false;
  const hasError = saysError(reader);
  if (typed === 'sendingMessage' && hasError) return true;
  const isPlain = typed === undefined || typed === 'sendingMessage';
  return pasted === 'messageDeliveryError' && (hasError || isPlain);
}

const noErrors: ReadonlySet<unknown> = new Set([undefined, null, false, '']);

const saysError = (reader: ObjectReader): boolean => !noErrors.has(reader.raw('error'));

function eventOfShape(reader: ObjectReader): PlugEvent | undefined {
  if (typeof reader.raw('disconnected') === 'boolean') return 'whenDisconnecting';
  if (Array.isArray(reader.raw('ids')) && reader.has('status')) return 'messageStatus';
  if (textOf(reader.raw('zaapId')) === '') return undefined;
  return saysError(reader) ? 'messageDeliveryError' : 'sendingMessage';
}

function eventOfMessage(reader: ObjectReader): PlugEvent | undefined {
  const isMessage = reader.has('momment') || isObject(reader.raw('text'));
  return isMessage && reader.has('messageId') ? 'receiveMessage' : undefined;
}

const found = (event: PlugEvent): Recognition<PlugEvent> => ({ kind: 'event', event });

/** Text or a number as text; blank for anything else. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? String(value) : '';
}
