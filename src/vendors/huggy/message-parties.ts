import type { ObjectReader } from '../kit/object-reader';
import { said } from '../kit/decoded';
import { openChat } from './chat-id';
import { combineMentions, nobody, type Person } from '../kit/person';
import { agentLabel, readPersonAt } from './people';

export type Direction = 'in' | 'out';

/** Who wrote a message, to or from which contact, and which agent was on the other side. */
export interface Parties {
  readonly senderName: string | undefined;
  /** False where the platform itself writes. */
  readonly hasSender: boolean;
  /** An agent wrote it, or it was written to one. */
  readonly hasAgent: boolean;
  readonly contact: Person;
  readonly agentName: string | undefined;
}

/**
 * `senderType` is `agent` for agents, but the channel's name for the contact and for the bot as well: it never tells the
 * direction, which is the event's. The sender is null when the platform itself writes.
 */
export function readParties(reader: ObjectReader, direction: Direction): Parties {
  const sender = readPersonAt(reader, 'sender');
  const receiver = readPersonAt(reader, 'receiver');
  const isFromAgent = reader.text('senderType') === 'agent';
  const isToAgent = reader.text('receiverType') === 'agent';
  const [ours, isOursAgent] = direction === 'out' ? [sender, isFromAgent] : [receiver, isToAgent];
  const [theirs, isTheirsAgent] =
    direction === 'out' ? [receiver, isToAgent] : [sender, isFromAgent];
  return {
    hasSender: isSomebody(sender),
    hasAgent: isOursAgent && isSomebody(ours),
    senderName: direction === 'out' || isFromAgent ? agentLabel(sender) : said(sender.name),
    contact: findContact(reader, isTheirsAgent ? nobody : theirs),
    agentName: isOursAgent ? agentLabel(ours) : undefined,
  };
}

const isSomebody = ({ id, name, email }: Person): boolean => Boolean(id ?? name ?? email);

/** The chat's customer is often an id alone; the sender of the same id has the name. */
function findContact(reader: ObjectReader, otherSide: Person): Person {
  const customer = readPersonAt(reader, 'customer');
  const ofChat = readPersonAt(openChat(reader), 'customer');
  return combineMentions([customer, ofChat, otherSide]);
}
