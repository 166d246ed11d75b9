import type { Decoded } from '../../events/event';
import { failed } from '../decoded';
import { openObject } from '../object-reader';
import type { WebhookRequest } from '../vendor';
import { decodeDeploymentFailure, decodeTemplateStatus } from './center';
import { decodeClose } from './close';
import {
  decodeCondition,
  decodeOptOut,
  decodeProgress,
  decodeResponse,
  decodeTimeout,
} from './flow-events';
import type { TrebleEvent, TrebleItem } from './item';
import { recognise } from './recognise';

const decoders: Readonly<Record<TrebleEvent, (item: TrebleItem) => readonly Decoded[]>> = {
  message_delivered: decodeProgress,
  message_read: decodeProgress,
  message_response: decodeResponse,
  opt_out: decodeOptOut,
  timeout: decodeTimeout,
  condition: decodeCondition,
  conversation_closed: decodeClose,
  'session.close': decodeClose,
  'hsm.status': decodeTemplateStatus,
  'deployment.failure': decodeDeploymentFailure,
};

/** Decodes one request of Treble: one event, and a failure for each part that could not be read. */
export function decode({ webhook, body, receivedAtMs }: WebhookRequest): readonly Decoded[] {
  const reader = openObject(body);
  const failure = reader.failures[0];
  if (failure) return [failed(webhook === '' ? 'semNome' : webhook, failure)];
  const seen = recognise(reader, webhook);
  if (seen.kind !== 'event') return [seen];
  return decoders[seen.event]({ event: seen.event, reader, body, receivedAtMs });
}
