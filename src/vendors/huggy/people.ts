import type { FieldsOf } from '../../events/fields';
import { unnamedAgent } from '../../events/observed';
import { isObject, type ObjectReader } from '../kit/object-reader';
import { nobody, type Person } from '../kit/person';
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

/** The person under a key; a bare number or text there is the id. */
export function readPersonAt(reader: ObjectReader, key: string): Person {
  const raw = reader.raw(key);
  if (isObject(raw)) return readPerson(reader.child(key));
  const isId = typeof raw === 'number' || typeof raw === 'string';
  return isId ? { ...nobody, id: reader.id(key) ?? undefined } : nobody;
}

/** What to call an agent; the id alone is no name: it would take the place of one that is known. */
export function agentLabel({ name, email }: Person): string | undefined {
  return name ?? email ?? undefined;
}

/** What tells that an agent has the chat, though not who. */
export const servedAt = (atMs: number): Pick<FieldsOf<'conversation'>, 'agents'> => ({
  agents: [[atMs, unnamedAgent]],
});
