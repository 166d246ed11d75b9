import type { Decoded } from '../../events/event';
import { failed } from '../decoded';
import { openObject } from '../object-reader';
import type { WebhookRequest } from '../vendor';
import { decodeAttendance } from './attendances';
import type { PlugEvent, PlugItem } from './item';
import { decodeDeliveryError, decodeSending, decodeStatus } from './message-progress';
import { decodeReceived } from './messages';
import { decodeConnection } from './outages';
import { recognise } from './recognise';

const decoders: Readonly<Record<PlugEvent, (item: PlugItem) => readonly Decoded[]>> = {
  startAttendance: decodeAttendance,
  finishAttendance: decodeAttendance,
  receiveMessage: decodeReceived,
  sendingMessage: decodeSending,
  messageStatus: decodeStatus,
  messageDeliveryError: decodeDeliveryError,
  whenDisconnecting: decodeConnection,
};

/** Decodes one request of PlugChat: one event, and a failure for each part that could not be read. */
export function decode({ webhook, body, receivedAtMs }: WebhookRequest): readonly Decoded[] {
  const reader = openObject(body);
  const failure = reader.failures[0];
  if (failure) return [failed(webhook === '' ? 'semNome' : webhook, failure)];
  const seen = recognise(reader, webhook);
  if (seen.kind !== 'event') return [seen];
  return decoders[seen.event]({ event: seen.event, reader, body, receivedAtMs });
}
