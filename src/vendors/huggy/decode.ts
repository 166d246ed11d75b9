import type { Decoded } from '../../events/event';
import { describeType, type Failure } from '../../events/failure';
import { failed, happened } from '../kit/decoded';
import { openObject, type ObjectReader } from '../kit/object-reader';
import type { WebhookRequest } from '../vendor';
import { decodeAgentStatus } from './agents';
import { decodeAgentEntered, decodeClosedChat, decodeMovedChat, decodeStartedChat } from './chats';
import { decodeCreatedCustomer, decodeUpdatedCustomer, decodeWidgetVisitor } from './contacts';
import { decodeFlow } from './flows';
import { decodeForm } from './forms';
import type { HuggyItem, ItemFacts } from './item';
import { decodeReceived, decodeSent } from './messages';

/** Every event that Huggy names, now or before. */
const decoders: Readonly<Record<string, (item: HuggyItem) => ItemFacts>> = {
  agentChangedStatus: decodeAgentStatus,
  receivedMessage: decodeReceived,
  receivedAllMessage: decodeReceived,
  sentAllMessage: decodeSent,
  sendedAllMessage: decodeSent,
  startedChat: decodeStartedChat,
  createdChat: decodeStartedChat,
  agentEntered: decodeAgentEntered,
  closedChat: decodeClosedChat,
  leftQueue: decodeMovedChat,
  updatedChatDepartment: decodeMovedChat,
  updatedWorkflowStep: decodeMovedChat,
  answeredChatForm: decodeForm,
  startedAutomationFlow: decodeFlow,
  finishedAutomationFlow: decodeFlow,
  createdCustomer: decodeCreatedCustomer,
  updatedCustomer: decodeUpdatedCustomer,
  updatedLeadByAgent: decodeUpdatedCustomer,
  updatedLeadByLead: decodeUpdatedCustomer,
  startedWidgetAttendance: decodeWidgetVisitor,
};

/** A map, so that an event called `constructor` is simply unknown. */
const decoderOf = new Map(Object.entries(decoders));

/** Decodes `{ time, messages: { <event>: [items] }, token }`: every key, every item, in the body's order. */
export function decode({ body, receivedAtMs }: WebhookRequest): readonly Decoded[] {
  const envelope = openObject(body);
  if (envelope.has('validToken') && !envelope.has('messages'))
    return [{ kind: 'noise', name: 'validToken' }];
  const atMs = envelope.time('time') ?? null;
  const messages = openMessages(envelope);
  const failure = messages.failures[0];
  if (failure) return [failed('messages', failure)];
  const clock = { atMs, observedAtMs: atMs ?? receivedAtMs, failures: envelope.failures };
  return messages.keys().flatMap((name) => decodeList(name, messages.raw(name), clock));
}

interface Clock {
  readonly atMs: number | null;
  readonly observedAtMs: number;
  /** Faults of the envelope's own fields; they are faults of each of its items. */
  readonly failures: readonly Failure[];
}

function openMessages(envelope: ObjectReader): ObjectReader {
  const notAnObject = envelope.failures.filter(({ path }) => path === '');
  const raw = envelope.raw('messages');
  if (raw !== undefined && raw !== null) return openObject(raw, 'messages', notAnObject);
  notAnObject.push({
    code: 'missingField',
    path: 'messages',
    expected: 'object',
    received: describeType(raw),
  });
  return openObject({}, 'messages', notAnObject);
}

function decodeList(name: string, list: unknown, clock: Clock): readonly Decoded[] {
  const decodeItem = decoderOf.get(name);
  if (Array.isArray(list) && decodeItem)
    return list.map((item: unknown, index) =>
      decodeOne({ name, item, path: `messages.${name}[${index}]`, decodeItem, clock }),
    );
  if (decodeItem && (list === null || list === '')) return [];
  if (!decodeItem) return Array.isArray(list) ? list.map(() => unknown(name)) : [unknown(name)];
  const path = `messages.${name}`;
  const received = describeType(list);
  return [failed(name, { code: 'wrongType', path, expected: 'list', received })];
}

interface Work {
  readonly name: string;
  readonly item: unknown;
  readonly path: string;
  readonly decodeItem: (item: HuggyItem) => ItemFacts;
  readonly clock: Clock;
}

function decodeOne({ name, item, path, decodeItem, clock }: Work): Decoded {
  const { atMs, observedAtMs } = clock;
  const reader = openObject(item, path, [...clock.failures]);
  const { entityId, facts } = decodeItem({ reader, atMs, observedAtMs });
  const failure = reader.failures[0];
  if (failure) return failed(name, failure);
  return happened(name, item, { entityId, atMs, facts });
}

const unknown = (name: string): Decoded => ({ kind: 'unknown', name });
