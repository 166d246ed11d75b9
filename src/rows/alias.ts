import { phoneDigits } from '../events/contact-key';
import type { Change, Merge } from './plan';
import { readState } from '../projections/read-state';
import type { State } from '../projections/state';

/**
 * Some events name a person only by another id (WhatsApp's LID, where the phone is hidden); others tell both. What the first say
 * belongs to the same row of Contatos, and their messages to the same conversation, whichever comes first.
 */
export interface Person {
  /** The key of the row in Contatos. */
  readonly key: string;
  readonly phone: string;
}

/** The connection of a row's key, and the entity's id behind it. */
export function splitKey(key: string): { readonly connectionId: string; readonly id: string } {
  const [connectionId = ''] = key.split('|', 1);
  return { connectionId, id: key.slice(connectionId.length + 1) };
}

/** The key that the person would have by the other id that a contact's merge tells; null when it tells none. */
export function aliasKeyOf(change: Change): string | null {
  if (change.kind !== 'merge' || change.entity !== 'contact') return null;
  const { aliasId } = change.saying.fields;
  return typeof aliasId === 'string' ? `${splitKey(change.key).connectionId}|${aliasId}` : null;
}

/** Who it is that a merge names by phone; null when it names nobody so. */
export function personIn({ key, saying }: Merge): Person | null {
  const phone = phoneOf(saying.fields['phone']);
  return phone === null ? null : { key, phone };
}

/** The same of a row's state: null unless the state tells this very alias and a phone. */
export function personOf(key: string, state: State, aliasId: string): Person | null {
  const contact = readState('contact', state);
  const phone = phoneOf(contact.phone);
  return contact.aliasId !== aliasId || phone === null ? null : { key, phone };
}

const phoneOf = (value: unknown): string | null =>
  phoneDigits(typeof value === 'string' ? value : null);

/** Whether a state may tell an alias: looked at before the state is parsed. */
export const mayTell = (stateText: string, aliasId: string): boolean =>
  stateText.includes(JSON.stringify(aliasId));

/** A contact's merge that goes to the person's row. */
export function redirect(merge: Merge, { key }: Person): Merge {
  return { ...merge, key, context: { ...merge.context, id: splitKey(key).id } };
}

/** The key of the person by whose alias a message's conversation is named, if it is. */
export function conversationKeyOf({ key, saying }: Merge): string {
  const { conversationId } = saying.fields;
  return `${splitKey(key).connectionId}|${typeof conversationId === 'string' ? conversationId : ''}`;
}

/** What makes a message known by an alias a message of the person: newer than the alias, older than all that is told by phone. */
export function planPerson(message: Omit<Merge, 'saying'>, { key, phone }: Person): Merge {
  const clock = { atMs: 1, receivedAtMs: 0, index: 0, revision: 0 };
  const fields = { contactId: splitKey(key).id, conversationId: phone, phone };
  const saying = { ...clock, hash: `alias.${phone}`, fields };
  return { ...message, createdAtMs: null, saying };
}
