import { contactKey, phoneDigits } from '../../events/contact-key';
import type { Fact } from '../../events/event';
import { said } from '../decoded';
import type { ObjectReader } from '../object-reader';

/** With whom the message was exchanged. PlugChat has no id for contacts or conversations: the phone stands for both. */
export interface Party {
  /** The digits, PlugChat's own form; of a group or channel its address, such as `120363019502650977-group`. */
  readonly phone: string | undefined;
  /** The phone's digits; of what is no phone (group, channel, `@lid`) the address as it is. */
  readonly conversationId: string | undefined;
  /** null for groups and channels: they are no contacts. */
  readonly contactKey: string | null;
}

/** Reads `phone`, a number or a text, and what it is the address of. */
export function readParty(reader: ObjectReader): Party {
  const phone = said(reader.id('phone'));
  if (phone === undefined) return { phone, conversationId: undefined, contactKey: null };
  if (/-group$|@g\.us$|@newsletter$|@broadcast$/.test(phone) || reader.flag('isGroup') === true)
    return { phone, conversationId: phone, contactKey: null };
  if (phone.endsWith('@lid'))
    return { phone, conversationId: phone, contactKey: contactKey({ id: phone }) };
  const digits = said(phoneDigits(phone));
  return { phone: digits ?? phone, conversationId: digits, contactKey: contactKey({ phone }) };
}

/** A person's name; undefined when blank or only the phone again, which WhatsApp gives for unknown people. */
export function readName(reader: ObjectReader, key: string, phone?: string): string | undefined {
  const name = reader.text(key)?.trim() ?? '';
  const isPhone = phone !== undefined && /^[+\d\s()-]+$/.test(name) && sameDigits(name, phone);
  return name === '' || isPhone ? undefined : name;
}

const sameDigits = (a: string, b: string): boolean => phoneDigits(a) === phoneDigits(b);

/** The contact's row, when the party is a person. */
export function contactFacts(
  party: Party,
  name: string | undefined,
  atMs: number | null,
): readonly Fact[] {
  if (party.contactKey === null) return [];
  const fields = { name, phone: party.phone, channel: 'WhatsApp' };
  return [{ entity: 'contact', id: party.contactKey, atMs, fields }];
}
