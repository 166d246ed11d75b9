import type { ObjectReader } from '../object-reader';

/** Keys of the account's id; the last one is how Evolvy's help page spells it. */
const idKeys = ['account_id', 'acount_id'] as const;

/** Where an account may stand: in the body, its conversation, the newest message there, the contact. */
const placesOf = (reader: ObjectReader): readonly ObjectReader[] => {
  const nested = ['conversation', 'current_conversation'].map((key) => reader.child(key));
  const conversations = [reader, ...nested];
  return [
    ...conversations,
    ...conversations.flatMap((conversation) => conversation.items('messages').slice(0, 1)),
    ...conversations.map((conversation) => conversation.child('meta').child('sender')),
    reader.child('contact'),
    reader.child('sender'),
  ];
};

/**
 * The vendor's id of the account an event happened in: conversation events carried none before Chatwoot 4.14.2, only the
 * newest message in them did. undefined when the body does not say it.
 */
export function readAccountId(reader: ObjectReader): string | undefined {
  for (const place of placesOf(reader)) {
    const ids = [place.child('account').id('id'), ...idKeys.map((key) => place.id(key))];
    const id = ids.find((candidate) => candidate !== undefined && candidate !== null);
    if (id) return id;
  }
  return undefined;
}
