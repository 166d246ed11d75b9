import { word } from '../../events/words/word';
import type { Decoded, Fact } from '../../events/event';
import { describeType, type Failure } from '../../events/failure';
import type { FieldsOf } from '../../events/fields';
import { decodeWhole, failed, happened } from '../kit/decoded';
import { isObject, type ObjectReader } from '../kit/object-reader';
import { statusWord } from '../kit/status-words';
import { errorText } from './error-text';
import { readFirstId, readMoment, type PlugItem } from './item';
import { lidFacts } from '../kit/whatsapp-party';
import { readParty } from './party';

/** `sendingMessage`: handed to WhatsApp. It has neither text nor time, so the time of receipt counts. */
export function decodeSending(item: PlugItem): readonly Decoded[] {
  const { reader, receivedAtMs } = item;
  const id = readFirstId(reader, ['messageId', 'id', 'zaapId']);
  const sentAt = readMoment(reader);
  const fields: FieldsOf<'message'> = {
    ...address(reader),
    direction: 'out',
    sentAt: sentAt ?? receivedAtMs,
    status: 'sent',
  };
  const atMs = sentAt ?? null;
  const facts: readonly Fact[] = [
    { entity: 'message', id, atMs, fields },
    ...lidFacts(id, readParty(reader)),
  ];
  return decodeWhole(item, { entityId: id, atMs, facts });
}

/** `messageStatus`: how far messages came; one event may name several. */
export function decodeStatus(item: PlugItem): readonly Decoded[] {
  const status = statusWord(item.reader.text('status'));
  const atMs = readMoment(item.reader);
  return decodeProgress(item, { ...address(item.reader), status, ...timeOf(status, atMs) });
}

/** `messageDeliveryError`: no body of it is documented, so its error is looked for where Z-API and its like put one. */
export function decodeDeliveryError(item: PlugItem): readonly Decoded[] {
  const [error] = ['error', 'errorMessage', 'errorCode', 'message'].flatMap(
    (key) => errorText(item.reader.raw(key)) ?? [],
  );
  return decodeProgress(item, {
    ...address(item.reader),
    direction: 'out',
    sentAt: readMoment(item.reader) ?? item.receivedAtMs,
    status: 'failed',
    error: error ?? word('deliveryNoReason'),
  });
}

function address(reader: ObjectReader): FieldsOf<'message'> {
  const { phone, conversationId } = readParty(reader);
  return { conversationId, phone, channel: 'WhatsApp' };
}

function timeOf(status: string | undefined, atMs: number | undefined): FieldsOf<'message'> {
  if (status === 'sent') return { sentAt: atMs };
  if (status === 'delivered') return { deliveredAt: atMs };
  return status === 'read' ? { readAt: atMs } : {};
}

function decodeProgress(item: PlugItem, fields: FieldsOf<'message'>): readonly Decoded[] {
  const { event, reader, body } = item;
  const atMs = readMoment(reader) ?? null;
  const { ids, failures } = readIds(reader);
  const [fault] = reader.failures;
  if (fault || ids.length === 0) return (fault ? [fault] : failures).map((f) => failed(event, f));
  const party = readParty(reader);
  const facts = ids.flatMap((id): readonly Fact[] => [
    { entity: 'message', id, atMs, fields },
    ...lidFacts(id, party),
  ]);
  const readable = isObject(body) && failures.length > 0 ? { ...body, ids } : body;
  const entityId = ids[0] ?? '';
  return [
    happened(event, readable, { entityId, atMs, facts }),
    ...failures.map((failure) => failed(event, failure)),
  ];
}

interface Ids {
  readonly ids: readonly string[];
  readonly failures: readonly Failure[];
}

/** The field is `ids`, a list; PlugChat's table of fields calls it `id`. */
function readIds(reader: ObjectReader): Ids {
  const key =
    ['ids', 'messageId', 'id', 'zaapId'].find((name) => isSaid(reader.raw(name))) ?? 'ids';
  const raw = reader.raw(key);
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const ids: string[] = [];
  const failures: Failure[] = [];
  list.forEach((id, index) => {
    const isId = (typeof id === 'string' && id.trim() !== '') || typeof id === 'number';
    if (isId) ids.push(String(id).trim());
    else failures.push(badId(id, Array.isArray(raw) ? `${key}[${index}]` : key));
  });
  return list.length === 0 ? { ids, failures: [badId(undefined, key)] } : { ids, failures };
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

function badId(id: unknown, path: string): Failure {
  const code = isSaid(id) ? 'wrongType' : 'missingField';
  return { code, path, expected: 'id (number or text)', received: describeType(id) };
}
