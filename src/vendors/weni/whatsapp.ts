import type { Decoded } from '../../events/event';
import { describeType, type Failure } from '../../events/failure';
import { isObject, openObject, type ObjectReader } from '../kit/object-reader';
import { decodePart, type Part } from './item';
import { failed, type Said } from '../kit/decoded';
import { readWhatsappCall } from './whatsapp-calls';
import { isOtherStatus, readWhatsappMessage, readWhatsappStatus } from './whatsapp-messages';
import { readPreference } from './whatsapp-preferences';
import { readTemplateStatus } from './whatsapp-templates';
import { openThread, type Thread } from './whatsapp-thread';

/**
 * The body that Meta posts to Weni, forwarded unchanged: every message and status of `entry[].changes[].value` counts.
 * Meta's reference: https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components
 */
export function decodeWhatsapp(body: unknown): readonly Decoded[] {
  return eachOf(openObject(body), 'entry', (entry) =>
    eachOf(entry, 'changes', (change) => decodeChange(change, entry.raw('time'))),
  );
}

/** Decodes each object of a list; a list or an item of another type is a failure beside its neighbours. */
function eachOf(
  reader: ObjectReader,
  key: string,
  decode: (item: ObjectReader) => readonly Decoded[],
): readonly Decoded[] {
  const list = reader.raw(key);
  const path = reader.path === '' ? key : `${reader.path}.${key}`;
  const received = describeType(list);
  if (list === undefined)
    return [failed('whatsapp', { code: 'missingField', path, expected: 'list', received })];
  if (!Array.isArray(list))
    return [failed('whatsapp', { code: 'wrongType', path, expected: 'list', received })];
  return list.flatMap((value: unknown, index) => {
    const item = openObject(value, `${path}[${index}]`);
    const [failure] = item.failures;
    return failure ? [failed('whatsapp', failure)] : decode(item);
  });
}

type Read = (reader: ObjectReader, thread: Thread) => Said | null;

const lists: readonly (readonly [key: string, read: Read])[] = [
  ['messages', (reader, thread) => readWhatsappMessage(reader, thread, 'in')],
  // What the company wrote in the WhatsApp Business app itself, where a number is used in both.
  ['message_echoes', (reader, thread) => readWhatsappMessage(reader, thread, 'out')],
  ['statuses', readWhatsappStatus],
  ['calls', readWhatsappCall],
  ['user_preferences', readPreference],
];

function decodeChange(change: ObjectReader, entryTime: unknown): readonly Decoded[] {
  const name = change.text('field') ?? 'whatsapp';
  const value = change.child('value');
  const [failure] = change.failures;
  if (failure) return [failed(name, failure)];
  if (name === 'message_template_status_update') return [decodeTemplate(change, entryTime)];
  const known = lists.filter(([key]) => value.has(key));
  if (known.length === 0) return [{ kind: 'unknown', name }];
  return known.flatMap(([key, read]) => decodeList({ value, key, read }));
}

function decodeTemplate(change: ObjectReader, entryTime: unknown): Decoded {
  const name = 'message_template_status_update';
  const path = `${change.path}.value`;
  const read = (reader: ObjectReader): Said => readTemplateStatus(reader, entryTime);
  return decodePart({ name, item: change.raw('value'), path, read });
}

interface ListOf {
  readonly value: ObjectReader;
  readonly key: string;
  readonly read: Read;
}

function decodeList({ value, key, read }: ListOf): readonly Decoded[] {
  const list = value.raw(key);
  if (list === null) return [];
  const path = `${value.path}.${key}`;
  if (!Array.isArray(list)) {
    const received = describeType(list);
    return [failed(key, { code: 'wrongType', path, expected: 'list', received })];
  }
  const faults: Failure[] = [];
  const thread = openThread(value, faults);
  return list.map((item: unknown, index): Decoded => {
    if (key === 'statuses' && isObject(item) && isOtherStatus(openObject(item)))
      return { kind: 'noise', name: `statuses.${String(item['type'])}` };
    const readItem: Part['read'] = (reader) => {
      reader.failures.push(...faults.slice(0, 1));
      return read(reader, thread);
    };
    return decodePart({ name: key, item, path: `${path}[${index}]`, read: readItem });
  });
}
