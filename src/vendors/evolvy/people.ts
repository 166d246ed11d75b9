import { contactKey } from '../../events/contact-key';
import type { Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import type { Maybe, ObjectReader } from '../object-reader';

/** A contact as one event mentions it: undefined = the event's version does not carry the field. */
export interface Person {
  readonly id: string | undefined;
  readonly name: Maybe<string>;
  readonly phone: Maybe<string>;
  readonly email: Maybe<string>;
}

const nobody: Person = {
  id: undefined,
  name: undefined,
  phone: undefined,
  email: undefined,
};

export function readContact(reader: ObjectReader): Person {
  return {
    id: reader.id('id') ?? undefined,
    name: reader.text('name'),
    phone: reader.text('phone_number'),
    email: reader.text('email'),
  };
}

/** The first mention that tells who it is, with what the others say of the same contact (before 2.14 a sender has no phone). */
export function combine(mentions: readonly Person[]): Person {
  const first = mentions.find((person) => contactKey(person) !== null);
  if (first === undefined) return nobody;
  const same = mentions.filter((person) => contactKey(person) === contactKey(first));
  const say = (field: 'name' | 'phone' | 'email'): Maybe<string> =>
    same.map((person) => person[field]).find((value) => value !== undefined);
  return { id: first.id, name: say('name'), phone: say('phone'), email: say('email') };
}

/** What to call an agent or a robot. */
export function readAgentName(reader: ObjectReader): Maybe<string> {
  return reader.text('name') ?? reader.text('available_name') ?? reader.text('email');
}

const typesOfAgents: ReadonlySet<string> = new Set(['user', 'agent_bot', 'captain_assistant']);
/** Keys that contacts have in some version and agents have in none. */
const keysOfContacts = ['phone_number', 'identifier', 'account', 'custom_attributes', 'avatar'];

/** Whether a sender is a contact; contacts say no `type` since 2.14, so their keys tell, then the message's direction. */
export function isContact(reader: ObjectReader, direction: 'in' | 'out' | undefined): boolean {
  const type = (reader.text('type') ?? '').toLowerCase();
  if (type === 'contact') return true;
  if (typesOfAgents.has(type)) return false;
  return keysOfContacts.some((key) => reader.has(key)) || direction === 'in';
}

/** The contact's own row, with what the event tells besides; none when nothing tells who it is. */
export function contactFacts(
  person: Person,
  atMs: number | null,
  more: FieldsOf<'contact'>,
): readonly Fact[] {
  const id = contactKey(person);
  if (id === null) return [];
  const { name, phone, email } = person;
  return [{ entity: 'contact', id, atMs, fields: { name, phone, email, ...more } }];
}
