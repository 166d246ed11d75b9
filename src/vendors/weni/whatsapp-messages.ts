import type { FieldsOf } from '../../events/fields';
import { word } from '../../events/words/word';
import type { Said } from '../kit/decoded';
import { bracketed } from '../kit/message-text';
import { isObject, type ObjectReader } from '../kit/object-reader';
import { readContent, readSurroundings } from './whatsapp-content';
import { readError } from './whatsapp-errors';
import {
  findPerson,
  isOwnNumber,
  threadFacts,
  type Thread,
  type WhatsappPerson,
} from './whatsapp-thread';

export type Direction = 'in' | 'out';

/** Whose id a message carries, by its direction: the phone, or Meta's id where the phone is hidden. */
export const partyKeys = {
  in: ['from', 'from_user_id', 'from_parent_user_id'],
  out: ['to', 'to_user_id', 'to_parent_user_id'],
} as const;

/** A message with its content: from the contact, or (an echo) to the contact; or what became of an earlier one. */
export function readWhatsappMessage(reader: ObjectReader, thread: Thread, list: Direction): Said {
  const direction = isOwnNumber(reader.id('from'), thread) ? 'out' : list;
  const person = findPerson(reader, partyKeys[direction], thread);
  const known = knownOf(person, direction);
  const type = reader.text('type');
  if (type === 'edit' || type === 'revoke') return readChange(reader, { person, thread, known });
  const id = reader.requiredId('id');
  const atMs = reader.time('timestamp') ?? null;
  const sentAt = atMs ?? undefined;
  const { kind, text, attachmentUrl } = readContent(reader);
  const words = [text, ...readSurroundings(reader)].filter((part) => part);
  const fields: FieldsOf<'message'> = {
    ...known,
    kind,
    text: words.length > 0 ? words.join('\n') : text,
    attachmentUrl,
    sentAt,
    error: readError(reader),
  };
  const facts = [{ entity: 'message', id, atMs, bornAtMs: sentAt, fields } as const];
  const around = threadFacts(person, thread, { atMs, openedAt: sentAt });
  return { entityId: id, atMs, facts: [...facts, ...around] };
}

function knownOf(person: WhatsappPerson, direction: Direction): FieldsOf<'message'> {
  const { conversationId, name, phone, isInGroup } = person;
  return {
    conversationId,
    direction,
    senderName: direction === 'in' ? name : undefined,
    contactName: isInGroup ? undefined : name,
    phone,
    channel: 'WhatsApp',
  };
}

interface Change {
  readonly person: WhatsappPerson;
  readonly thread: Thread;
  readonly known: FieldsOf<'message'>;
}

/**
 * `edit` and `revoke` change the row of the original message; in a group they do not say who wrote it. Clocks are of whole seconds: within one, an edit comes after the
 * message, and its deletion after both, or what was deleted would be read again.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/edit
 */
function readChange(reader: ObjectReader, { person, thread, known }: Change): Said {
  const isEdit = reader.text('type') === 'edit';
  const change = reader.child(isEdit ? 'edit' : 'revoke');
  const id = change.requiredId('original_message_id');
  const second = reader.time('timestamp') ?? null;
  const atMs = second === null ? null : second + (isEdit ? 500 : 999);
  const { conversationId, channel } = known;
  const writer = person.isInGroup ? { conversationId, channel } : known;
  const fields = { ...writer, ...(isEdit ? readEdited(change) : deleted) };
  const facts = [{ entity: 'message', id, atMs, fields } as const];
  const around = threadFacts(person, thread, { atMs: second });
  return { entityId: id, atMs, facts: [...facts, ...around] };
}

/** The new content; an edit that brings none leaves what the row shows. */
function readEdited(change: ObjectReader): FieldsOf<'message'> {
  return isObject(change.raw('message')) ? readContent(change.child('message')) : {};
}

const deleted: FieldsOf<'message'> = {
  text: bracketed(word('deleted'), []),
  attachmentUrl: null,
  status: 'deleted',
};

/**
 * Meta's words in ours: all but `failed` and `deleted` are steps; a word that is not here stays as it is. `null`: says nothing of
 * how far the message came. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
 */
const statusWords: ReadonlyMap<string, string | null> = new Map([
  ['accepted', 'pending'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  // A voice message that was listened to.
  ['played', 'read'],
  ['failed', 'failed'],
  ['deleted', 'deleted'],
  // Something about a product in it; the message is on its way.
  ['warning', null],
]);

const recipientKeys = [
  'recipient_id',
  'recipient_user_id',
  'recipient_parent_user_id',
  'parent_recipient_user_id',
] as const;

/** Statuses of payments and calls come in the same list, and are no delivery. */
export function isOtherStatus(reader: ObjectReader): boolean {
  return !['message', ''].includes(reader.text('type') ?? '');
}

/** A step of a message that we sent. Meta sends no text with it; the row gets the step's time, and the error if it failed. */
export function readWhatsappStatus(reader: ObjectReader, thread: Thread): Said {
  const id = reader.requiredId('id');
  const person = findPerson(reader, recipientKeys, thread);
  const atMs = reader.time('timestamp') ?? null;
  const sent = reader.text('status') ?? '';
  const known = statusWords.get(sent);
  const status = (known === undefined ? sent : known) || undefined;
  const at = (step: string): number | undefined =>
    status === step ? (atMs ?? undefined) : undefined;
  const fields: FieldsOf<'message'> = {
    ...knownOf(person, 'out'),
    status,
    // A message that failed may have no other event: its row still needs a time.
    sentAt: at('sent') ?? at('failed'),
    deliveredAt: at('delivered'),
    readAt: at('read'),
    error: readError(reader),
  };
  const facts = [{ entity: 'message', id, atMs, fields } as const];
  const around =
    status === 'sent' ? threadFacts(person, thread, { atMs, openedAt: atMs ?? undefined }) : [];
  return { entityId: id, atMs, facts: [...facts, ...around] };
}
