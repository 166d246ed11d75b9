import {
  aliasKeyOf,
  conversationKeyOf,
  personIn,
  planPerson,
  redirect,
  splitKey,
  type Person,
} from '../rows/alias';
import { planRendering, type Merge } from '../rows/plan';
import type { Register } from './registers';

/**
 * Who stands behind an alias (WhatsApp's LID): what is said of the alias goes to the person's row, whichever is told first. The same law as
 * in intake/write/aliases.ts, where rows stand on a sheet.
 */
export interface People {
  /** The merges that a merge becomes. */
  name(merge: Merge): readonly Merge[];
}

export function createPeople(contacts: Register, messages: Register): People {
  const people = new Map<string, Person>();
  const messagesUnder = new Map<string, Merge[]>();

  /** The alias is told beside the phone: its own row becomes the person's, and its messages get to know whose they are. */
  const meet = (alias: string, person: Person, merge: Merge): void => {
    if (people.has(alias)) return;
    people.set(alias, person);
    contacts.join(alias, merge);
    for (const message of messagesUnder.get(alias) ?? [])
      messages.merge(planPerson(planRendering('message', message), person));
    messagesUnder.delete(alias);
  };

  const nameMessage = (merge: Merge): readonly Merge[] => {
    const key = conversationKeyOf(merge);
    const person = people.get(key);
    if (person !== undefined) return [merge, planPerson(merge, person)];
    // A conversation is one with an alias only if a contact may be: of others nothing need be remembered.
    if (contacts.stateOf(key) !== undefined && splitKey(key).id !== '')
      messagesUnder.set(key, [...(messagesUnder.get(key) ?? []), merge]);
    return [merge];
  };

  return {
    name: (merge) => {
      if (merge.entity === 'message') return nameMessage(merge);
      const alias = aliasKeyOf(merge);
      if (alias === null) return [merge];
      const person = alias === merge.key ? people.get(alias) : personIn(merge);
      if (alias === merge.key) return [person ? redirect(merge, person) : merge];
      if (person) meet(alias, person, merge);
      return [merge];
    },
  };
}
