import { contactKey } from '../../events/contact-key';
import type { Fact } from '../../events/event';
import type { Failure } from '../../events/failure';
import { openObject, type ObjectReader } from '../object-reader';

/** What a change says around its messages: our number, and the people it is about. */
export interface Thread {
  readonly numberId: string | undefined;
  readonly number: string | undefined;
  nameOf(personId: string): string | undefined;
}

/** A person on WhatsApp: by phone, or by Meta's id (`BR.1A2b…`) where the phone is hidden. */
export interface Person {
  readonly id: string | undefined;
  readonly phone: string | undefined;
  readonly name: string | undefined;
  readonly key: string | undefined;
  /** WhatsApp has no id of a conversation: it is our number and the person. */
  readonly conversationId: string | undefined;
}

/** Reads `metadata` and `contacts` of a change; their faults are noted in `failures`. */
export function openThread(value: ObjectReader, failures: Failure[]): Thread {
  const source = { metadata: value.raw('metadata') ?? {}, contacts: value.raw('contacts') };
  const reader = openObject(source, value.path, failures);
  const metadata = reader.child('metadata');
  const names = new Map(reader.items('contacts').flatMap(readName));
  return {
    numberId: metadata.id('phone_number_id') ?? undefined,
    number: metadata.text('display_phone_number') ?? undefined,
    nameOf: (personId) => names.get(personId),
  };
}

function readName(contact: ObjectReader): readonly (readonly [string, string])[] {
  const name = contact.child('profile').text('name');
  const ids = [contact.id('wa_id'), contact.id('user_id')];
  return name ? ids.flatMap((id) => (id ? [[id, name] as const] : [])) : [];
}

/** The person of that phone or id. */
export function findPerson(id: string | undefined, thread: Thread): Person {
  const isPhone = id !== undefined && /^\+?\d+$/.test(id);
  const phone = isPhone ? id.replace('+', '') : undefined;
  const name = id === undefined ? undefined : thread.nameOf(id);
  const key = contactKey({ id: isPhone ? null : id, phone }) ?? undefined;
  const conversationId = id === undefined ? undefined : `${thread.numberId ?? ''}:${phone ?? id}`;
  return { id, phone, name, key, conversationId };
}

/** The conversation and the contact of a message that was sent at that time. */
export function threadFacts(person: Person, thread: Thread, atMs: number | null): readonly Fact[] {
  const { key, phone, name, conversationId } = person;
  if (key === undefined || conversationId === undefined) return [];
  const time = atMs ?? undefined;
  const conversation = {
    contactId: key,
    contactName: name,
    phone,
    channel: 'WhatsApp',
    inbox: thread.number,
    openedAt: time,
    lastActivityAt: time,
  };
  const contact = { name, phone, channel: 'WhatsApp', updatedAt: time };
  return [
    { entity: 'conversation', id: conversationId, atMs, fields: conversation },
    { entity: 'contact', id: key, atMs, fields: contact },
  ];
}
