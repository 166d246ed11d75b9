import type { Decoded, Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import { bracketed } from '../kit/message-text';
import { dropMarks, word } from '../../events/words/word';
import { failed, happened } from '../kit/decoded';
import { isObject } from '../kit/object-reader';
import { statusWord } from '../kit/status-words';
import { lidFacts, partyFacts, partyOf } from '../kit/whatsapp-party';
import { changeIn, readChange, type Change } from './evolution-changes';
import { readEvolutionContent } from './evolution-content';
import { readEvolutionKey, readEvolutionTime, type EvolutionKey } from './evolution-key';

type Part = Readonly<Record<string, unknown>>;

/** One item of an event's `data`. */
interface EvolutionItem {
  readonly event: string;
  readonly instance: string;
  readonly data: Part;
  readonly receivedAtMs: number;
}

type DecodeItem = (item: EvolutionItem) => Decoded;

/**
 * The events of the Evolution API (https://doc.evolution-api.com/v2/en/configuration/webhooks). Its `date_time` is the server's
 * wall clock with a Z behind it, so it is no time; only messages have one.
 */
const decoders: ReadonlyMap<string, DecodeItem> = new Map<string, DecodeItem>([
  ['messages.upsert', decodeMessage],
  ['messages.set', decodeMessage],
  ['send.message', decodeMessage],
  ['messages.update', decodeUpdate],
  ['send.message.update', decodeUpdate],
  ['messages.edited', decodeUpdate],
  ['messages.delete', decodeDeletion],
  ['connection.update', decodeConnection],
  ['contacts.upsert', decodeContact],
  ['contacts.update', decodeContact],
]);

/** Events that nobody wants to see in a table. */
const noise: ReadonlySet<string> = new Set(['presence.update']);

/** The event's name when the body is the Evolution API's, `messages.upsert` also when written `MESSAGES_UPSERT`; null for any other body. */
function eventIn(body: unknown): string | null {
  if (!isObject(body) || typeof body['event'] !== 'string') return null;
  const name = body['event'].trim().toLowerCase().replace(/[_-]/g, '.');
  const isData = isObject(body['data']) || Array.isArray(body['data']);
  return isData && typeof body['instance'] === 'string' ? name : null;
}

/** The name of an event that is only counted; null for every other body. */
export function evolutionNoise(body: unknown): string | null {
  const event = eventIn(body);
  return event !== null && noise.has(event) ? event : null;
}

/** Decodes a body of the Evolution API; null when it is none, or an event of which nothing is known. */
export function decodeEvolution(body: unknown, receivedAtMs: number): readonly Decoded[] | null {
  const event = eventIn(body);
  const decodeItem = decoders.get(event ?? '');
  if (event === null || decodeItem === undefined || !isObject(body)) return null;
  const { data } = body;
  const items: readonly unknown[] = Array.isArray(data) ? data : [data];
  const instance = String(body['instance']);
  return items
    .filter(isObject)
    .map((item) => decodeItem({ event, instance, data: item, receivedAtMs }));
}

function decodeMessage(item: EvolutionItem): Decoded {
  const { data } = item;
  const key = readEvolutionKey(data);
  const change = changeIn(data['message']);
  if (change !== null) return decodeChange(item, key, change);
  const sentAt = readEvolutionTime(data['messageTimestamp']);
  const content = readEvolutionContent(data['message']);
  const fields = { ...describe(key, data), ...content, sentAt: sentAt ?? item.receivedAtMs };
  const atMs = sentAt ?? null;
  const facts = key.id === undefined ? [] : [bornRow(key.id, atMs, fields)];
  if (content === null && key.id !== undefined) facts.push(placeholder(key.id));
  return finish(item, key, {
    atMs,
    facts: [...facts, ...partyFacts(key.party, nameIn(key, data), atMs)],
  });
}

/** Our own name is no customer's: in messages of ours `pushName` is the sender's alone. */
function nameIn({ isMine }: EvolutionKey, data: Part): string | undefined {
  return isMine ? undefined : pushNameOf(data);
}

function pushNameOf(data: Part): string | undefined {
  const name = typeof data['pushName'] === 'string' ? dropMarks(data['pushName']).trim() : '';
  return name === '' ? undefined : name;
}

function describe(key: EvolutionKey, data: Part): FieldsOf<'message'> {
  const { party, isMine, participant } = key;
  const isPerson = (party.phone ?? party.lid) !== undefined;
  return {
    ...placeOf(key),
    senderName: pushNameOf(data) ?? participant,
    contactName: isPerson && !isMine ? nameIn(key, data) : undefined,
    status: statusOf(data['status']),
  };
}

function placeOf({ party, isMine }: EvolutionKey): FieldsOf<'message'> {
  const { conversationId, phone } = party;
  return { conversationId, phone, channel: 'WhatsApp', direction: isMine ? 'out' : 'in' };
}

/** Baileys' numbers of a status, where no word is sent. */
const statusNumbers = ['failed', 'pending', 'sent', 'delivered', 'read', 'read'] as const;

function statusOf(status: unknown): string | undefined {
  if (typeof status === 'number') return statusNumbers[status];
  return typeof status === 'string' ? statusWord(status) : undefined;
}

function decodeChange(item: EvolutionItem, key: EvolutionKey, change: Change): Decoded {
  const id = change.id ?? key.id;
  const toldMs = change.atMs ?? readEvolutionTime(item.data['messageTimestamp']);
  // Messages are dated to the second: what changes one within its second comes after it, a deletion last.
  const aheadMs = change.edited === null ? 2 : 1;
  const atMs = toldMs === undefined ? null : toldMs + aheadMs;
  const content = change.edited === null ? deletion : readEvolutionContent(change.edited);
  const facts = id === undefined ? [] : [rowOf(id, atMs, { ...placeOf(key), ...content })];
  if (id !== undefined && change.edited === null) facts.push(deleted(id));
  return finish(item, { ...key, id }, { atMs, facts });
}

const deletion: FieldsOf<'message'> = {
  text: bracketed(word('deleted'), []),
  status: 'deleted',
  attachmentUrl: null,
};

/** `messages.update`: how far a message came, or what became of it; `messages.edited` is the change itself. */
function decodeUpdate(item: EvolutionItem): Decoded {
  const { data } = item;
  const update = isObject(data['update']) ? data['update'] : data;
  const key = readEvolutionKey(data);
  const change = readChange(update) ?? changeIn(update['message']);
  const status = statusOf(update['status'] ?? data['status']);
  if (change !== null) return decodeChange(item, key, { ...change, id: change.id ?? key.id });
  if (status === 'deleted') return decodeDeletion(item);
  const atMs = readEvolutionTime(data['dateTime'] ?? data['datetime']) ?? null;
  const error = status === 'failed' ? word('notSentByWhatsApp') : undefined;
  const facts =
    key.id === undefined ? [] : [rowOf(key.id, atMs, { ...placeOf(key), status, error })];
  return finish(item, key, { atMs, facts });
}

function decodeDeletion(item: EvolutionItem): Decoded {
  const key = readEvolutionKey(item.data);
  return decodeChange(item, key, { id: key.id, edited: null, atMs: undefined });
}

/** `open` is connected, `close` is not; `connecting` says neither. */
const situations: ReadonlyMap<unknown, string> = new Map([
  ['open', 'connected'],
  ['connected', 'connected'],
  ['close', 'disconnected'],
  ['disconnected', 'disconnected'],
]);

function decodeConnection({ event, instance, data }: EvolutionItem): Decoded {
  const situation = situations.get(data['state']);
  if (situation === undefined) return { kind: 'unknown', name: event };
  const reason = data['statusReason'];
  const detail =
    typeof reason === 'number' || typeof reason === 'string' ? String(reason) : undefined;
  const fields = { instance, situation, detail };
  const facts: readonly Fact[] = [{ entity: 'outage', id: instance, atMs: null, fields }];
  return happened(event, data, { entityId: instance, atMs: null, facts });
}

function decodeContact(item: EvolutionItem): Decoded {
  const { data } = item;
  const address = [data['remoteJid'], data['id']].find(
    (jid) => typeof jid === 'string' && jid.includes('@'),
  );
  const party = partyOf(typeof address === 'string' ? [address] : []);
  const entityId = party.phone ?? party.lid ?? '';
  return happened(item.event, data, {
    entityId,
    atMs: null,
    facts: partyFacts(party, pushNameOf(data), null),
  });
}

function rowOf(id: string, atMs: number | null, fields: FieldsOf<'message'>): Fact {
  return { entity: 'message', id, atMs, fields };
}

/** Of a message whose own time is told: it is when it was written. */
function bornRow(id: string, atMs: number | null, fields: FieldsOf<'message'>): Fact {
  return { entity: 'message', id, atMs, bornAtMs: atMs, fields };
}

/** What stands in the row until something better is known: older than any other saying. */
function placeholder(id: string): Fact {
  const fields = { kind: 'unknown', text: bracketed(word('empty'), []) };
  return { entity: 'message', id, atMs: 0, fields };
}

const deleted = (id: string): Fact => ({
  entity: 'message',
  id,
  atMs: 0,
  fields: { kind: 'unknown' },
});

interface Told {
  readonly atMs: number | null;
  readonly facts: readonly Fact[];
}

function finish({ event, data }: EvolutionItem, key: EvolutionKey, told: Told): Decoded {
  const { id, party } = key;
  if (id === undefined) {
    const expected = 'id (number or text)';
    return failed(event, {
      code: 'missingField',
      path: 'data.key.id',
      expected,
      received: 'nothing',
    });
  }
  const facts = [...told.facts, ...lidFacts(id, party)];
  return happened(event, data, { entityId: id, atMs: told.atMs, facts });
}
