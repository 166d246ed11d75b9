import { contactKey } from '../../events/contact-key';
import type { Fact } from '../../events/event';
import type { ObjectReader } from '../object-reader';

/** A contact or an agent as chats and messages mention them; what is blank there says nothing. */
export interface Person {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
}

export function readPerson(reader: ObjectReader): Person {
  return {
    id: reader.id('id') ?? undefined,
    name: reader.text('name') ?? undefined,
    phone: reader.text('mobile') ?? reader.text('phone') ?? undefined,
    email: reader.text('email') ?? undefined,
  };
}

/** What to call an agent: the name, else the e-mail, else the id. */
export function agentLabel({ id, name, email }: Person): string | undefined {
  return name ?? email ?? id;
}

/** The contact as conversations show it. */
export function contactFields(person: Person): {
  readonly contactId: string | undefined;
  readonly contactName: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
} {
  const { name, phone, email } = person;
  return { contactId: contactKey(person) ?? undefined, contactName: name, phone, email };
}

/** The contact's own row, or none when nothing tells who it is. */
export function contactFacts(
  person: Person,
  atMs: number | null,
  channel: string | undefined,
): readonly Fact[] {
  const id = contactKey(person);
  if (id === null) return [];
  const { name, phone, email } = person;
  return [{ entity: 'contact', id, atMs, fields: { name, phone, email, channel } }];
}
