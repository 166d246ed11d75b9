import { contactKey } from '../../events/contact-key';
import type { Fact } from '../../events/event';
import { isObject, type ObjectReader } from '../kit/object-reader';
import { contactFacts as contactFactsOf } from '../kit/person';
import { readUrn, type Urn } from './urn';

/** A contact as Weni's own bodies name it; what is blank says nothing. */
export interface Contact extends Urn {
  readonly uuid: string | undefined;
  readonly name: string | undefined;
  /** The key of the contact's row; undefined when nothing tells who it is. */
  readonly key: string | undefined;
}

/** Reads `contact` (an object, or only its id), with `urn` or the first of `urns`. */
export function readContact(reader: ObjectReader): Contact {
  if (!isObject(reader.raw('contact'))) return makeContact(reader.id('contact'), undefined, null);
  const contact = reader.child('contact');
  const urn = contact.text('urn') ?? contact.texts('urns')?.[0];
  return makeContact(weniId(contact), contact.text('name') ?? undefined, urn);
}

/** A contact from its parts. */
export function makeContact(
  id: string | null | undefined,
  name: string | undefined,
  urn: string | null | undefined,
): Contact {
  const said = readUrn(urn);
  const uuid = id ?? undefined;
  const key = contactKey({ id: uuid, phone: said.phone, email: said.email });
  return { ...said, uuid, name, key: key ?? undefined };
}

/** The contact as a conversation shows it. */
export function contactColumns({ key, name, phone, email, channel }: Contact): {
  readonly contactId: string | undefined;
  readonly contactName: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly channel: string | undefined;
} {
  return { contactId: key, contactName: name, phone, email, channel };
}

/** The contact's own row, or none when nothing tells who it is. */
export function contactFacts(contact: Contact, atMs: number | null): readonly Fact[] {
  const { uuid: id, name, phone, email, channel } = contact;
  const more = { channel, weniUuid: id, updatedAt: atMs ?? undefined };
  return contactFactsOf({ id, name, phone, email }, atMs, more);
}

/** In Chats the contact's `uuid` is Chats' own and `external_id` is the one that flows know. */
function weniId(contact: ObjectReader): string | null | undefined {
  return contact.id('external_id') ?? contact.id('uuid') ?? contact.id('id');
}
