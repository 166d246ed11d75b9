import type { Fact } from '../../events/event';
import type { Failure } from '../../events/failure';
import type { FieldsOf } from '../../events/fields';
import { openObject, type ObjectReader } from '../object-reader';
import { contactFacts, contactFields, nobody, type Person } from '../person';

/** What a change says around its messages: our number, and the people it is about. */
export interface Thread {
  readonly numberId: string | undefined;
  readonly number: string | undefined;
  nameOf(personId: string): string | undefined;
}

/** A person on WhatsApp: by phone, or by Meta's id (`BR.1A2b…`) where the phone is hidden. */
export interface WhatsappPerson extends Person {
  /** WhatsApp has no id of a conversation: it is our number and the person, or our number and the group. */
  readonly conversationId: string | undefined;
  /** Wrote in a group: the conversation is the group's, and says nothing of this person. */
  readonly isInGroup: boolean;
}

/** Reads `metadata` and `contacts` of a change; their faults are noted in `failures`. */
export function openThread(value: ObjectReader, failures: Failure[]): Thread {
  const source = { metadata: value.raw('metadata') ?? {}, contacts: value.raw('contacts') };
  const reader = openObject(source, value.path, failures);
  const metadata = reader.child('metadata');
  const people = reader.items('contacts');
  const names = new Map(people.flatMap(readName));
  return {
    numberId: metadata.id('phone_number_id') ?? undefined,
    number: metadata.text('display_phone_number') ?? undefined,
    nameOf: (personId) => names.get(personId) ?? nameOfOnly(people),
  };
}

/**
 * A person's number and WhatsApp id may differ (Brazil's ninth digit, Argentina's 9): then the only contact of the body is meant.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/text
 */
function nameOfOnly([first, second]: readonly ObjectReader[]): string | undefined {
  return second === undefined ? (first?.child('profile').text('name') ?? undefined) : undefined;
}

function readName(contact: ObjectReader): readonly (readonly [string, string])[] {
  const name = contact.child('profile').text('name');
  const ids = [contact.id('wa_id'), contact.id('user_id')];
  return name ? ids.flatMap((id) => (id ? [[id, name] as const] : [])) : [];
}

/** Who a message is from or to, and in which conversation: `group_id` in messages, `recipient_type` in statuses tell a group. */
export function findPerson(
  reader: ObjectReader,
  keys: readonly [phone: string, userId: string],
  thread: Thread,
): WhatsappPerson {
  const id = reader.id(keys[0]) ?? reader.id(keys[1]) ?? undefined;
  const isToGroup = reader.text('recipient_type') === 'group';
  const group = reader.id('group_id') ?? (isToGroup ? id : undefined) ?? undefined;
  const person = id === undefined || id === group ? nobody : personOf(id, thread);
  const other = group ?? person.phone ?? person.id;
  return {
    ...person,
    conversationId: other === undefined ? undefined : `${thread.numberId ?? ''}:${other}`,
    isInGroup: group !== undefined,
  };
}

/** The person of that phone or id. */
export function personOf(
  id: string,
  thread: Thread,
): Person & { readonly name: string | undefined } {
  const isPhone = /^\+?\d+$/.test(id);
  const phone = isPhone ? id.replace('+', '') : undefined;
  return { id: isPhone ? undefined : id, phone, name: thread.nameOf(id), email: undefined };
}

/** The conversation and the contact of a message that was sent at that time; `openedAt` only where the message is told as new. */
export function threadFacts(
  person: WhatsappPerson,
  thread: Thread,
  times: { readonly atMs: number | null; readonly openedAt?: number | undefined },
): readonly Fact[] {
  const { conversationId, isInGroup } = person;
  const { atMs, openedAt } = times;
  const updatedAt = atMs ?? undefined;
  const conversation = {
    ...(isInGroup ? {} : conversationOf(person)),
    channel: 'WhatsApp',
    inbox: thread.number,
    openedAt,
    lastActivityAt: updatedAt,
  };
  return [
    ...(conversationId === undefined
      ? []
      : [{ entity: 'conversation', id: conversationId, atMs, fields: conversation } as const]),
    ...contactFacts(person, atMs, { channel: 'WhatsApp', updatedAt }),
  ];
}

function conversationOf(person: WhatsappPerson): FieldsOf<'conversation'> {
  const { contactId, contactName, phone } = contactFields(person);
  return { contactId, contactName, phone };
}
