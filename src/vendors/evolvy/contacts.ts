import { contactKey } from '../../events/contact-key';
import type { Fact } from '../../events/event';
import { combineMentions, contactFacts, contactFields } from '../kit/person';
import { timeAfter } from './changes';
import { conversationFact, readConversation } from './conversation';
import type { EvolvyItem, ItemFacts } from './item';
import { readContact } from './people';

/** A new contact is told without any time. It is the contact's first state, so whatever is dated is newer. */
const beforeEverything = 0;

/** contact_created and contact_updated (2.14 and later): the body is the contact. */
export function decodeContact({ kind, reader, changes }: EvolvyItem): ItemFacts {
  const id = reader.requiredId('id');
  const contact = readContact(reader);
  const updatedAt = timeAfter(changes, 'updated_at');
  const clock = updatedAt ?? (kind === 'contact_created' ? beforeEverything : null);
  const createdAt = timeAfter(changes, 'created_at') ?? undefined;
  const dates = { createdAt, updatedAt: updatedAt ?? undefined };
  const facts = id === '' ? [] : contactFacts(contact, clock, dates);
  return { entityId: id, atMs: updatedAt, facts };
}

/** webwidget_triggered: a visitor opened the chat of the site; they may have a conversation already. */
export function decodeWidget({ reader }: EvolvyItem): ItemFacts {
  const conversation = readConversation(reader.child('current_conversation'));
  const contact = combineMentions([readContact(reader.child('contact')), conversation.contact]);
  const inbox = reader.child('inbox').text('name') ?? undefined;
  const { id, versionMs, channel } = conversation;
  if (contactKey(contact) === null) reader.child('contact').requiredId('id');
  const facts: readonly Fact[] = [
    ...(id === ''
      ? []
      : [conversationFact(conversation, versionMs, { ...contactFields(contact), inbox })]),
    ...contactFacts(contact, versionMs, { channel }),
  ];
  return { entityId: contactKey(contact) ?? '', atMs: versionMs, facts };
}
