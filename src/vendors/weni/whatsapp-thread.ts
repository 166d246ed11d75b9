import { phoneDigits } from '../../events/contact-key';
import type { Fact } from '../../events/event';
import type { Failure } from '../../events/failure';
import type { FieldsOf } from '../../events/fields';
import { openObject, type ObjectReader } from '../kit/object-reader';
import { contactFacts, contactFields, nobody, type Person } from '../kit/person';

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
  return first !== undefined && second === undefined ? nameOfProfile(first) : undefined;
}

/** The profile's name, else the name that the person chose to be found by. */
function nameOfProfile(contact: ObjectReader): string | undefined {
  const profile = contact.child('profile');
  return profile.text('name') ?? profile.text('username') ?? undefined;
}

function readName(contact: ObjectReader): readonly (readonly [string, string])[] {
  const name = nameOfProfile(contact);
  const ids = [contact.id('wa_id'), contact.id('user_id'), contact.id('parent_user_id')];
  return name ? ids.flatMap((id) => (id ? [[id, name] as const] : [])) : [];
}

/** Who a message is from or to, and in which conversation: `group_id` in messages, `recipient_type` in statuses tell a group. */
export function findPerson(
  reader: ObjectReader,
  keys: readonly string[],
  thread: Thread,
): WhatsappPerson {
  const id = keys.map((key) => reader.id(key)).find((said) => said) ?? undefined;
  const isToGroup = reader.text('recipient_type') === 'group';
  const group = reader.id('group_id') ?? (isToGroup ? id : undefined) ?? undefined;
  const person = id === undefined || id === group ? nobody : personOf(id, thread);
  const other = group ?? person.phone ?? id;
  return {
    ...person,
    conversationId: other === undefined ? undefined : `${thread.numberId ?? ''}:${other}`,
    isInGroup: group !== undefined,
  };
}

/** True for our own number, however it is written. */
export function isOwnNumber(phone: string | null | undefined, { number }: Thread): boolean {
  const digits = phoneDigits(phone);
  return digits !== null && digits === phoneDigits(number);
}

/** A person's id at Meta, or at Meta for a group of companies (`BR.ENT.…`). */
const metaId = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]+$/;

/** The person of that phone or id; what is neither names no contact. */
function personOf(id: string, thread: Thread): Person & { readonly name: string | undefined } {
  const isPhone = /^\+?\d+$/.test(id);
  const phone = isPhone ? id.replace('+', '') : undefined;
  return { id: metaId.test(id) ? id : undefined, phone, name: thread.nameOf(id), email: undefined };
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
