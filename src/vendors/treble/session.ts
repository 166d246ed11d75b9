import { contactKey, phoneDigits } from '../../events/contact-key';
import type { Fact } from '../../events/event';
import type { FieldsOf, Observed } from '../../events/fields';
import { withinSecond } from '../../events/observed';
import { said } from '../kit/decoded';
import { isObject, type ObjectReader } from '../kit/object-reader';
import { contactFacts as contactFactsOf } from '../kit/person';

/** A session: one run of a flow with one person. It is our conversation and our attendance. */
export interface Session {
  readonly id: string;
  readonly phone: string | undefined;
  /** By the phone, else by the e-mail: HubSpot's form has no phone. null when nothing tells who it is. */
  readonly contactKey: string | null;
  readonly contactName: string | undefined;
  readonly email: string | undefined;
}

const nameKeys = ['name', 'nome', 'nombre'];
const emailKeys = ['email', 'e-mail', 'correo'];

/** Reads the person of a session: `person` is the object with the phone, `reader` the body with the session's variables. */
export function readSession(id: string, reader: ObjectReader, person: ObjectReader): Session {
  const variables = readVariables(reader);
  const firstOf = (keys: readonly string[]): string | undefined =>
    keys.map((key) => variables.get(key)).find((value) => value !== undefined);
  const phone = readPhone(person);
  const email = firstOf(emailKeys);
  return {
    id,
    phone,
    contactKey: contactKey({ phone, email: isAddress(email) ? email : undefined }),
    contactName: firstOf(nameKeys),
    email,
  };
}

/** A variable holds whatever the person typed: by "I have none" two people would be one. */
const isAddress = (text: string | undefined): boolean => /^\S+@\S+$/.test(text ?? '');

/** `country_code` and `cellphone` come apart: `+57` and `3176477608`. */
function readPhone(person: ObjectReader): string | undefined {
  const country = phoneDigits(person.id('country_code'));
  const cellphone = said(person.id('cellphone'));
  if (cellphone === undefined || country === null || cellphone.startsWith('+')) return cellphone;
  return `+${country}${phoneDigits(cellphone) ?? cellphone}`;
}

/** The session's variables that are text, by their key in small letters. What is no variable is passed over: it must not cost the rows. */
function readVariables(reader: ObjectReader): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  const raw = reader.raw('user_session_keys');
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [];
  for (const { key: name, value } of list.filter(isObject)) {
    const key = typeof name === 'string' ? name.trim().toLowerCase() : '';
    if (typeof value === 'string' && value.trim() !== '') variables.set(key, value.trim());
  }
  return variables;
}

/** The person's row; none when nothing tells who it is. `leave` is what an opt-out adds. */
export function contactFacts(
  session: Session,
  atMs: number | null,
  leave: Pick<FieldsOf<'contact'>, 'leftAt' | 'leaveReason'> = {},
): readonly Fact[] {
  const { contactName: name, phone, email } = session;
  if (session.contactKey === null) return [];
  const person = { id: undefined, name, phone, email };
  return contactFactsOf(person, atMs, { channel: 'WhatsApp', ...leave });
}

/** What a conversation says of its person. */
export function personOf(session: Session): FieldsOf<'conversation'> {
  const { contactName, phone, email } = session;
  return { contactId: said(session.contactKey), contactName, phone, email, channel: 'WhatsApp' };
}

/**
 * When a session was open and when closed, as far as that is told. A close tells the second alone, and a message of the flow may fall
 * into it: it came before the end all the same.
 */
export const observeSession = (
  openedAt: number | undefined,
  closedAt: number | undefined,
): readonly Observed[] => [
  ...(openedAt === undefined ? [] : [[openedAt, 'open'] as const]),
  ...(closedAt === undefined ? [] : [[closedAt, withinSecond('closed')] as const]),
];
