import type { Decoded } from '../../events/event';
import { describeType, type Failure } from '../../events/failure';
import { openObject } from '../kit/object-reader';
import { decodePolled, polledHook } from '../kit/polled-agents';
import type { WebhookRequest } from '../vendor';
import { readChanges } from './changes';
import { decodeContact, decodeWidget } from './contacts';
import { decodeConversation } from './conversations';
import { eventKindOf, eventNameOf, type EventKind } from './event-names';
import { toDecoded, type EvolvyItem, type ItemFacts } from './item';
import { decodeMessage } from './messages';
import { noiseName } from './noise';

/** Kinds that are always noise have no decoder. */
type WrittenKind = Exclude<
  EventKind,
  'inbox_created' | 'inbox_updated' | 'conversation_typing_on' | 'conversation_typing_off'
>;

const decoders: Readonly<Record<WrittenKind, (item: EvolvyItem) => ItemFacts>> = {
  conversation_created: decodeConversation,
  conversation_updated: decodeConversation,
  conversation_status_changed: decodeConversation,
  conversation_opened: decodeConversation,
  conversation_resolved: decodeConversation,
  automation_event: decodeConversation,
  macro_executed: decodeConversation,
  message_created: decodeMessage,
  message_updated: decodeMessage,
  contact_created: decodeContact,
  contact_updated: decodeContact,
  webwidget_triggered: decodeWidget,
};

const decoderOf = new Map<EventKind | undefined, (item: EvolvyItem) => ItemFacts>(
  Object.entries(decoders).flatMap(([name, decoder]) => {
    const kind = eventKindOf(name);
    return kind === undefined ? [] : [[kind, decoder] as const];
  }),
);

/**
 * One event a request. A field of another type than it should have is left out and told as a failure; what the event says
 * besides is written.
 */
export function decode({ webhook, body, receivedAtMs }: WebhookRequest): readonly Decoded[] {
  if (webhook === polledHook) return decodePolled(body);
  const reader = openObject(body);
  const sentName = reader.text('event') ?? '';
  const [bodyFault] = reader.failures;
  if (bodyFault) return [{ kind: 'failure', name: '', failure: bodyFault }];
  if (sentName === '') return [{ kind: 'failure', name: '', failure: withoutName(body) }];
  const noise = noiseName(openObject(body));
  if (noise !== null) return [{ kind: 'noise', name: noise }];
  const kind = eventKindOf(sentName);
  const name = eventNameOf(sentName);
  const decodeItem = decoderOf.get(kind);
  if (kind === undefined || decodeItem === undefined) return [{ kind: 'unknown', name }];
  const told = decodeItem({ kind, reader, changes: readChanges(reader), receivedAtMs });
  return toDecoded(name, told, { item: body, failures: reader.failures });
}

function withoutName(body: unknown): Failure {
  const isAbsent = !openObject(body).has('event');
  const received = isAbsent ? describeType(undefined) : describeType('');
  return { code: 'missingField', path: 'event', expected: 'name of the event', received };
}
