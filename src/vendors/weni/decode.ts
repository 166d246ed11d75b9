import type { Decoded } from '../../events/event';
import { failed } from '../kit/decoded';
import { isObject, openObject, type ObjectReader } from '../kit/object-reader';
import { decodePolled, polledHook } from '../kit/polled-agents';
import type { WebhookRequest } from '../vendor';
import { chatsReaders } from './chats';
import { readFlow } from './flow';
import { decodePart } from './item';
import { decodeTicketCall, nameTicketCall } from './ticketer';
import { decodeWhatsapp } from './whatsapp';

/** Weni's bodies name no event, and which URL a user pastes where is the user's choice: the body's shape tells what it is. */
export function decode({ webhook, body }: WebhookRequest): readonly Decoded[] {
  if (webhook === polledHook) return decodePolled(body);
  const reader = openObject(body);
  const [failure] = reader.failures;
  if (failure) return [failed(webhook || 'weni', failure)];
  if (reader.has('entry') || reader.raw('object') === 'whatsapp_business_account')
    return decodeWhatsapp(body);
  const call = nameTicketCall(reader);
  if (call) return decodeTicketCall(call, reader, body);
  return [decodeCallback(reader, body) ?? decodeFlowBody(reader, body, webhook)];
}

function decodeCallback(reader: ObjectReader, body: unknown): Decoded | undefined {
  const name = reader.text('type') ?? '';
  const read = chatsReaders.get(name);
  if (!read) return undefined;
  if (!reader.has('content')) return { kind: 'unknown', name };
  return decodePart({ name, item: body, path: '', read: (whole) => read(whole.child('content')) });
}

function decodeFlowBody(reader: ObjectReader, body: unknown, webhook: string): Decoded {
  const name = webhook === 'resthook' ? 'call_resthook' : 'call_webhook';
  const isFlow = isObject(reader.raw('contact')) || reader.has('flow') || reader.has('run');
  if (!isFlow) return { kind: 'unknown', name: reader.text('type') ?? name };
  return decodePart({ name, item: body, path: '', read: readFlow });
}
