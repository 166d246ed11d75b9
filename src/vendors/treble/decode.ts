import type { Decoded } from '../../events/event';
import { decodeRecognised } from '../kit/recognised';
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

/** Decodes one request of Treble. */
export function decode(request: WebhookRequest): readonly Decoded[] {
  return decodeRecognised(request, { recognise, decoders });
}
