import type { Decoded } from '../../events/event';
import { decodePolled, polledHook } from '../kit/polled-agents';
import { decodeRecognised } from '../kit/recognised';
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

/** Decodes one request of PlugChat. */
export function decode(request: WebhookRequest): readonly Decoded[] {
  if (request.webhook === polledHook) return decodePolled(request.body);
  return decodeRecognised(request, { recognise, decoders });
}
