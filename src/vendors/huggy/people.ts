import type { ObjectReader } from '../kit/object-reader';
import type { Person } from '../kit/person';
import { readText } from './item';

/** A contact or an agent as chats and messages mention them; what is blank there says nothing. */
export function readPerson(reader: ObjectReader): Person {
  return {
    id: reader.id('id') ?? undefined,
    name: readText(reader, 'name') ?? undefined,
    phone: readText(reader, 'mobile') ?? readText(reader, 'phone') ?? undefined,
    email: readText(reader, 'email') ?? undefined,
  };
}

/** What to call an agent; the id alone is no name: it would take the place of one that is known. */
export function agentLabel({ name, email }: Person): string | undefined {
  return name ?? email ?? undefined;
}
