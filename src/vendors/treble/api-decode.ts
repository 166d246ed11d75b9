import type { Decoded, Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import { word } from '../../events/words/word';
import { happened, failed, said } from '../kit/decoded';
import { bracketed, mediaText, type MediaKind } from '../kit/message-text';
import { openObject, type ObjectReader } from '../kit/object-reader';
import type { WebhookRequest } from '../vendor';
import { messageFacts, type TrebleMessage } from './messages';
import { contactFacts, observeSession, personOf, readSession, type Session } from './session';
import { endOfSecond, readTime, requireTime } from './times';

const name = 'api.session';

/**
 * A session of the API with its history (see `api-walk.ts`), as the facts that its webhooks tell. Where a webhook of the same time said
 * something else, that one holds: it knows templates, variables and what a file is called.
 */
export function decodeRecord({ body }: WebhookRequest): readonly Decoded[] {
  const reader = openObject(body);
  if (reader.text('api') !== 'session') return [{ kind: 'unknown', name }];
  const session = readSession(reader.requiredId('id'), reader, reader.child('user'));
  const closedAt = toSecond(readTime(reader, 'finished_at'));
  const messages = readHistory(reader, closedAt);
  const fault = reader.failures[0];
  const facts = [
    ...standing(reader, session, { closedAt, messages }),
    ...messageFacts(session, messages),
  ];
  const what = { entityId: session.id, atMs: closedAt ?? null, facts };
  return [
    ...(session.id === '' || facts.length === 0 ? [] : [happened(name, body, what)]),
    ...(fault === undefined ? [] : [failed(name, fault)]),
  ];
}

/** A close tells whole seconds. */
const toSecond = (atMs: number | undefined): number | undefined =>
  atMs === undefined ? undefined : Math.floor(atMs / 1000) * 1000;

const mediaKinds: ReadonlyMap<string, MediaKind> = new Map([
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['voice', 'audio'],
  ['document', 'document'],
  ['file', 'document'],
  ['sticker', 'sticker'],
]);

/** The messages, oldest first; a question that the contact answered is known by what comes after it. */
function readHistory(reader: ObjectReader, closedAt: number | undefined): readonly TrebleMessage[] {
  const messages = reader.items('messages').map((item) => readMessage(item, closedAt));
  const inOrder = messages.sort((a, b) => a.sentAt - b.sentAt);
  return inOrder.map((message, index) => {
    const next = inOrder[index + 1];
    if (message.direction !== 'out' || next?.direction !== 'in') return message;
    const answered = { answeredAt: next.sentAt, status: 'answered' };
    return { ...message, fields: { ...message.fields, ...answered } };
  });
}

/** Times are UNIX seconds; `sender` is `USER`, or whoever writes for the company: `AI` and others. */
function readMessage(reader: ObjectReader, closedAt: number | undefined): TrebleMessage {
  const direction = reader.text('sender')?.toUpperCase() === 'USER' ? 'in' : 'out';
  const sentAt = requireTime(reader, 'created_at');
  const deliveredAt = readTime(reader, 'delivered_at');
  const readAt = readTime(reader, 'read_at');
  const arrived = deliveredAt !== undefined || direction === 'in' ? 'delivered' : 'sent';
  const { words, ...content } = readContent(reader);
  const status = readAt === undefined ? arrived : 'read';
  const fields: FieldsOf<'message'> = { ...content, deliveredAt, readAt, status };
  return { direction, sentAt, words, atMs: (closedAt ?? sentAt) - 1, fields };
}

/** The text of a file is its caption, of one that is heard what was said in it: that one is known by its link. */
function readContent(reader: ObjectReader) {
  const text = reader.text('text') ?? '';
  const url = said(reader.text('file_url'));
  const type = (reader.text('type') ?? 'text').toLowerCase();
  // Where its coordinates stand here is not documented; the close tells them.
  if (type === 'location')
    return { kind: 'location', text: bracketed(word('location'), [text]), words: '' } as const;
  const media = mediaKinds.get(type);
  if (media === undefined && url === undefined)
    return { kind: isTemplate(reader) ? 'template' : 'text', text, words: text };
  const isHeard = media === 'audio';
  const kind = media ?? 'document';
  const caption = text === '' || isHeard ? undefined : text;
  return {
    kind,
    text: mediaText(kind, caption),
    attachmentUrl: url,
    words: caption ?? url ?? '',
  };
}

/** Only two words for people are documented, `USER` and `AI`; one for templates is likely. */
const isTemplate = (reader: ObjectReader): boolean =>
  [reader.text('type'), reader.text('sender')].some((mark) => mark?.toUpperCase() === 'HSM');

interface Standing {
  readonly closedAt: number | undefined;
  readonly messages: readonly TrebleMessage[];
}

/** The session as a conversation and an attendance, and its person. */
function standing(
  reader: ObjectReader,
  session: Session,
  { closedAt, messages }: Standing,
): readonly Fact[] {
  const times = messages.map(({ sentAt }) => sentAt);
  const openedAt = times[0];
  const lastActivityAt = times[times.length - 1];
  if (openedAt === undefined && closedAt === undefined) return [];
  const { id, contactName, phone } = session;
  const atMs = (closedAt === undefined ? (openedAt ?? 0) : endOfSecond(closedAt)) - 1;
  const flow = said(reader.id('flow'));
  const conversation: FieldsOf<'conversation'> = {
    ...personOf(session),
    inbox: flow === undefined ? undefined : `${word('flow')} ${flow}`,
    status: closedAt === undefined ? 'open' : 'closed',
    openedAt,
    closedAt,
    lastActivityAt,
    statusHistory: observeSession(openedAt, closedAt),
  };
  const attendance: FieldsOf<'attendance'> = {
    conversationId: id,
    contactName,
    phone,
    status: closedAt === undefined ? 'sent' : 'finished',
    startedAt: openedAt,
    finishedAt: closedAt,
    messageCount: closedAt !== undefined && reader.has('messages') ? messages.length : undefined,
  };
  return [
    { entity: 'conversation', id, atMs, fields: conversation },
    { entity: 'attendance', id, atMs, fields: attendance },
    ...contactFacts(session, atMs),
  ];
}
