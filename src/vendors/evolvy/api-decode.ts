import type { Decoded, Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import { notBefore, withinSecond } from '../../events/observed';
import { openObject, type ObjectReader } from '../kit/object-reader';
import { contactFacts } from '../kit/person';
import type { WebhookRequest } from '../vendor';
import { conversationFact, readConversation, type Conversation } from './conversation';
import { toDecoded, type ItemFacts } from './item';
import { isDeleted, openAttributes } from './message-content';
import { decodeMessage } from './messages';
import { isEnded } from './statuses';

const readers = {
  conversation: decodeStanding,
  change: decodeChange,
  message: decodeFetched,
} as const satisfies Readonly<Record<string, (item: FetchedItem) => ItemFacts>>;

interface FetchedItem {
  readonly reader: ObjectReader;
  readonly receivedAtMs: number;
}

const isReadable = (name: string): name is keyof typeof readers =>
  Object.prototype.hasOwnProperty.call(readers, name);

/**
 * One record of the API (see `api-records.ts`) as the facts that webhooks tell. It is a state without a history: it fills what is missing,
 * and where a webhook of the same time said something else, that one holds.
 */
export function decodeRecord({ body, receivedAtMs }: WebhookRequest): readonly Decoded[] {
  const reader = openObject(body);
  const kind = reader.text('api') ?? '';
  const name = `api.${kind}`;
  if (!isReadable(kind)) return [{ kind: 'unknown', name }];
  const told = readers[kind]({ reader, receivedAtMs });
  return toDecoded(name, told, { item: body, failures: reader.failures });
}

/** Webhooks of the same version come first. */
const justBefore = (atMs: number | null): number | null => (atMs === null ? null : atMs - 1);

/**
 * The conversation as it stands. When it ended, the change tells better; when it was last active, its messages (see `activeOf`).
 */
function decodeStanding({ reader }: FetchedItem): ItemFacts {
  const conversation = readConversation(reader.child('conversation'));
  const { id, knownMs, contact, channel } = conversation;
  if (id === '') conversation.reader.requiredId('id');
  const standing = conversationFact(conversation, justBefore(knownMs), {
    statusHistory: observeStanding(conversation),
    lastActivityAt: reader.time('active', 0),
  });
  const facts = [...(id === '' ? [] : [standing]), ...contactFacts(contact, knownMs, { channel })];
  return { entityId: id, atMs: knownMs, facts };
}

function observeStanding({
  status,
  versionMs,
}: Conversation): FieldsOf<'conversation'>['statusHistory'] {
  if (status === undefined || versionMs === null) return undefined;
  return [[versionMs, isEnded(status) ? notBefore(status) : status]];
}

/** A status, or who had the conversation, from a moment on. */
function decodeChange({ reader }: FetchedItem): ItemFacts {
  const conversation = reader.child('conversation');
  const id = conversation.requiredId('id');
  const atMs = reader.time('created_at', 0) ?? null;
  const status = reader.text('status');
  const fields: FieldsOf<'conversation'> = {
    agentName: reader.text('agent') ?? undefined,
    teamName: reader.text('team') ?? undefined,
    statusHistory: status && atMs !== null ? [[atMs, withinSecond(status)]] : undefined,
    openedAt: reader.flag('opening') === true ? (atMs ?? undefined) : undefined,
  };
  const bornAtMs = conversation.time('created_at', 0);
  const fact: Fact = { entity: 'conversation', id, atMs, bornAtMs, fields };
  return { entityId: id, atMs, facts: id === '' || atMs === null ? [] : [fact] };
}

/** A message: what webhooks told of it stays; how far it came, and what stands in it now, holds since the conversation's version. */
function decodeFetched({ reader, receivedAtMs }: FetchedItem): ItemFacts {
  const told = decodeMessage({
    kind: 'message_created',
    reader,
    changes: new Map(),
    receivedAtMs,
  });
  const sentAt = reader.time('created_at', 0) ?? null;
  const isGone = isDeleted(openAttributes(reader));
  return { ...told, facts: told.facts.flatMap((fact) => refit(fact, sentAt, isGone)) };
}

function refit(fact: Fact, sentAt: number | null, isGone: boolean): readonly Fact[] {
  if (fact.entity === 'conversation') {
    const fields = { ...fact.fields, lastActivityAt: sentAt ?? undefined };
    return [{ ...fact, atMs: justBefore(fact.atMs), fields }];
  }
  if (fact.entity !== 'message') return [fact];
  const { kind, text, error, attachmentUrl, isPrivate } = fact.fields;
  // A note goes nowhere; webhooks tell no status of it.
  const status = isPrivate === true && fact.fields.status === 'sent' ? null : fact.fields.status;
  const news: Fact = {
    ...fact,
    fields: { kind, text, status, error, ...(isGone ? { attachmentUrl } : {}) },
  };
  // Its files are gone from a deleted one: what it most likely was, unless a webhook told.
  const known = { ...fact.fields, kind: isGone ? (kind ?? 'text') : kind, status };
  return [{ ...fact, atMs: sentAt ?? fact.atMs, fields: known }, news];
}
