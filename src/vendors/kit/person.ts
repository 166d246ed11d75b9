import { contactKey } from '../../events/contact-key';
import type { Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import type { Maybe } from './object-reader';

/** A contact (or an agent) as one event mentions them; undefined: not said, null: said to be empty. */
export interface Person {
  readonly id: string | undefined;
  readonly name: Maybe<string>;
  readonly phone: Maybe<string>;
  readonly email: Maybe<string>;
}

export const nobody: Person = {
  id: undefined,
  name: undefined,
  phone: undefined,
  email: undefined,
};

/** The first mention that tells who it is, with what the others say of the same contact: one may have the id, another the name. */
export function combineMentions(mentions: readonly Person[]): Person {
  const first = mentions.find((person) => contactKey(person) !== null);
  if (first === undefined) return nobody;
  const same = mentions.filter((person) => contactKey(person) === contactKey(first));
  const say = (field: 'name' | 'phone' | 'email'): Maybe<string> =>
    same.map((person) => person[field]).find((value) => value !== undefined);
  return { id: first.id, name: say('name'), phone: say('phone'), email: say('email') };
}

/** The contact as conversations show it. */
export function contactFields(person: Person): FieldsOf<'conversation'> {
  const { name, phone, email } = person;
  return { contactId: contactKey(person) ?? undefined, contactName: name, phone, email };
}

/** The contact's own row, with what the event tells besides; none when nothing tells who it is. */
export function contactFacts(
  person: Person,
  atMs: number | null,
  more: FieldsOf<'contact'> = {},
): readonly Fact[] {
  const id = contactKey(person);
  if (id === null) return [];
  const { name, phone, email } = person;
  return [{ entity: 'contact', id, atMs, fields: { name, phone, email, ...more } }];
}
