import type { Maybe, ObjectReader } from '../kit/object-reader';
import type { Person } from '../kit/person';

/** A contact as one event mentions it: undefined = the event's version does not carry the field. */
export function readContact(reader: ObjectReader): Person {
  return {
    id: reader.id('id') ?? undefined,
    name: reader.text('name'),
    phone: reader.text('phone_number'),
    email: reader.text('email'),
  };
}

/** What to call an agent or a robot. */
export function readAgentName(reader: ObjectReader): Maybe<string> {
  return reader.text('name') ?? reader.text('available_name') ?? reader.text('email');
}

const typesOfRobots: ReadonlySet<string> = new Set(['agent_bot', 'captain_assistant']);
/** Keys that contacts have in some version and agents have in none. */
const keysOfContacts = ['phone_number', 'identifier', 'account', 'custom_attributes', 'avatar'];

const typeOf = (reader: ObjectReader): string => (reader.text('type') ?? '').toLowerCase();

export const isRobot = (reader: ObjectReader): boolean => typesOfRobots.has(typeOf(reader));

/** Whether a sender is a contact; contacts say no `type` since 2.14, so their keys tell, then the message's direction. */
export function isContact(reader: ObjectReader, direction: 'in' | 'out' | undefined): boolean {
  const type = typeOf(reader);
  if (type === 'contact') return true;
  if (type === 'user' || typesOfRobots.has(type)) return false;
  return keysOfContacts.some((key) => reader.has(key)) || direction === 'in';
}

/** Whether the sender of an outgoing message is a person of the team: neither a robot nor the platform itself (no sender). */
export function isAgent(reader: ObjectReader): boolean {
  if (isRobot(reader) || isContact(reader, 'out')) return false;
  return Boolean(readAgentName(reader));
}
