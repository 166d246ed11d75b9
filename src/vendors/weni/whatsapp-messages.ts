import type { FieldsOf } from '../../events/fields';
import type { ObjectReader } from '../object-reader';
import type { Said } from '../decoded';
import { readContent, readReferral } from './whatsapp-content';
import { readError } from './whatsapp-errors';
import { findPerson, threadFacts, type Thread } from './whatsapp-thread';

/** A message with its content: from the contact, or (an echo) to the contact. */
export function readWhatsappMessage(
  reader: ObjectReader,
  thread: Thread,
  direction: 'in' | 'out',
): Said {
  const id = reader.requiredId('id');
  const personId =
    direction === 'in'
      ? (reader.id('from') ?? reader.id('from_user_id'))
      : (reader.id('to') ?? reader.id('to_user_id'));
  const person = findPerson(personId ?? undefined, thread);
  const atMs = reader.time('timestamp') ?? null;
  const { kind, text, attachmentUrl } = readContent(reader);
  const words = [text, readReferral(reader)].filter((part) => part);
  const fields: FieldsOf<'message'> = {
    kind,
    text: words.length > 0 ? words.join('\n') : text,
    attachmentUrl,
    conversationId: person.conversationId,
    direction,
    senderName: direction === 'in' ? person.name : undefined,
    contactName: person.name,
    phone: person.phone,
    channel: 'WhatsApp',
    sentAt: atMs ?? undefined,
    error: readError(reader),
  };
  const facts = [{ entity: 'message', id, atMs, fields } as const];
  return { entityId: id, atMs, facts: [...facts, ...threadFacts(person, thread, atMs)] };
}

const statusWords: ReadonlyMap<string, string> = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  // A voice message that was listened to.
  ['played', 'read'],
  ['failed', 'failed'],
]);

/** A step of a message that we sent. Meta sends no text with it; the row gets the step's time, and the error if it failed. */
export function readWhatsappStatus(reader: ObjectReader, thread: Thread): Said {
  const id = reader.requiredId('id');
  const personId = reader.id('recipient_id') ?? reader.id('recipient_user_id');
  const person = findPerson(personId ?? undefined, thread);
  const atMs = reader.time('timestamp') ?? null;
  const word = reader.text('status') ?? undefined;
  const status = word === undefined ? undefined : (statusWords.get(word) ?? word);
  const at = (step: string): number | undefined =>
    status === step ? (atMs ?? undefined) : undefined;
  const fields: FieldsOf<'message'> = {
    conversationId: person.conversationId,
    direction: 'out',
    contactName: person.name,
    phone: person.phone,
    channel: 'WhatsApp',
    status,
    // A message that failed may have no other event: its row still needs a time.
    sentAt: at('sent') ?? at('failed'),
    deliveredAt: at('delivered'),
    readAt: at('read'),
    error: readError(reader),
  };
  const facts = [{ entity: 'message', id, atMs, fields } as const];
  const around = status === 'sent' ? threadFacts(person, thread, atMs) : [];
  return { entityId: id, atMs, facts: [...facts, ...around] };
}
