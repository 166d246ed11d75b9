import { phoneDigits } from '../../events/contact-key';
import { said } from '../kit/decoded';
import type { ObjectReader } from '../kit/object-reader';
import { noParty, partyOf, type Party } from '../kit/whatsapp-party';

/** Reads whose chat it is: `phone` (a number or a text) and the LID of the chat, else that of the sender who is not we. */
export function readParty(reader: ObjectReader): Party {
  const addresses = [said(reader.id('phone')), readLid(reader)].flatMap((one) => one ?? []);
  const [address] = addresses;
  const isGroup = reader.flag('isGroup') === true;
  return isGroup && address !== undefined
    ? { ...noParty, conversationId: address }
    : partyOf(addresses);
}

function readLid(reader: ObjectReader): string | undefined {
  const chat = said(reader.id('chatLid'));
  return chat ?? (reader.flag('fromMe') === true ? undefined : said(reader.id('senderLid')));
}

/** A person's name; undefined when blank or only the address again, which WhatsApp gives for unknown people. */
export function readName(reader: ObjectReader, key: string, party?: Party): string | undefined {
  const name = reader.text(key)?.trim() ?? '';
  const address = party?.phone ?? party?.lid;
  const isAddress = address !== undefined && /^[+\d\s()-]+(?:@lid)?$/.test(name);
  return name === '' || (isAddress && sameDigits(name, address)) ? undefined : name;
}

const sameDigits = (a: string, b: string): boolean => phoneDigits(a) === phoneDigits(b);
