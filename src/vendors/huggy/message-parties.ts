import { contactKey } from '../../events/contact-key';
import type { ObjectReader } from '../object-reader';
import { openChat } from './chat-id';
import { agentLabel, readPerson, type Person } from './people';

export type Direction = 'in' | 'out';

/** Who wrote a message, to or from which contact, and which agent was on the other side. */
export interface Parties {
  readonly senderName: string | undefined;
  readonly contact: Person;
  readonly agentName: string | undefined;
}

const nobody: Person = { id: undefined, name: undefined, phone: undefined, email: undefined };

/**
 * `senderType` is `agent` for agents, but the channel's name for the contact and for the bot as well: it never tells the
 * direction, which is the event's. The sender is null when the platform itself writes.
 */
export function readParties(reader: ObjectReader, direction: Direction): Parties {
  const sender = readPerson(reader.child('sender'));
  const receiver = readPerson(reader.child('receiver'));
  const isFromAgent = reader.text('senderType') === 'agent';
  const isToAgent = reader.text('receiverType') === 'agent';
  const [ours, isOursAgent] = direction === 'out' ? [sender, isFromAgent] : [receiver, isToAgent];
  const [theirs, isTheirsAgent] =
    direction === 'out' ? [receiver, isToAgent] : [sender, isFromAgent];
  return {
    senderName: direction === 'out' || isFromAgent ? agentLabel(sender) : sender.name,
    contact: findContact(reader, isTheirsAgent ? nobody : theirs),
    agentName: isOursAgent ? agentLabel(ours) : undefined,
  };
}

function findContact(reader: ObjectReader, otherSide: Person): Person {
  const customer = readPerson(reader.child('customer'));
  const ofChat = readPerson(openChat(reader).child('customer'));
  const known = [customer, ofChat, otherSide].find((person) => contactKey(person) !== null);
  return known ?? nobody;
}
