import { phoneDigits } from '../../events/contact-key';
import type { Fact } from '../../events/event';
import { contactFacts, nobody, type Person } from './person';

/**
 * With whom a WhatsApp message was exchanged, where the platform has no id for contacts or conversations: the phone stands for
 * both, else WhatsApp's LID (`81896604192873@lid`), which is no phone and which the phone replaces as soon as one is told.
 */
export interface Party {
  /** The digits; undefined for all that is no phone. */
  readonly phone: string | undefined;
  /** The phone's digits; of a group, a channel or a broadcast list its address, such as `120363019502650977-group`. */
  readonly conversationId: string | undefined;
  /** WhatsApp's id of the person, where it is told. */
  readonly lid: string | undefined;
  /** Nobody for groups, channels and broadcast lists: they are no contacts. */
  readonly person: Person;
}

export const noParty: Party = {
  phone: undefined,
  conversationId: undefined,
  lid: undefined,
  person: nobody,
};

const shared = /-(?:group|broadcast)$|@(?:g\.us|newsletter|broadcast)$/;

/** True for the address of a group, a channel or a broadcast list. */
export const isShared = (address: string): boolean => shared.test(address);

/** Who the addresses of one chat are of (`5511999990000`, `5511999990000:2@s.whatsapp.net`, `…@lid`, `…@g.us`): a phone counts more than a LID. */
export function partyOf(addresses: readonly string[]): Party {
  const group = addresses.find(isShared);
  if (group !== undefined) return { ...noParty, conversationId: group };
  const lid = addresses.find((address) => address.endsWith('@lid'));
  const phones = addresses.filter((address) => !address.endsWith('@lid')).map(toPhone);
  const phone = phones.find((digits) => digits !== null) ?? undefined;
  if (phone !== undefined)
    return { ...noParty, phone, lid, conversationId: phone, person: { ...nobody, phone } };
  return lid === undefined ? noParty : { ...noParty, lid, person: { ...nobody, id: lid } };
}

/** The digits before WhatsApp's device number and server. */
function toPhone(address: string): string | null {
  return phoneDigits(address.replace(/(?::\d+)?@.*$/, ''));
}

/** The contact's row, when the party is a person. */
export function partyFacts(
  { person, lid }: Party,
  name: string | undefined,
  atMs: number | null,
): readonly Fact[] {
  return contactFacts({ ...person, name }, atMs, { channel: 'WhatsApp', aliasId: lid });
}

/** The conversation of a message of which only the LID is known: a saying older than any, so that the phone wins whenever it comes. */
export function lidFacts(messageId: string, { lid, phone }: Party): readonly Fact[] {
  if (lid === undefined || phone !== undefined) return [];
  return [
    { entity: 'message', id: messageId, atMs: 0, fields: { contactId: lid, conversationId: lid } },
  ];
}
