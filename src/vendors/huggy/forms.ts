import { openChat, requireChatId } from './chat-id';
import { readChannel, type HuggyItem, type ItemFacts } from './item';
import { contactFacts, contactFields } from '../kit/person';
import { readPerson } from './people';

/** `answeredChatForm` (deprecated by Huggy): one message row with a line `question: answer` each. */
export function decodeForm({ reader, atMs, observedAtMs }: HuggyItem): ItemFacts {
  const chatId = requireChatId(reader);
  const id = `${chatId}:form:${observedAtMs}`;
  const contact = readPerson(reader.child('customer'));
  const channel = readChannel(openChat(reader), reader);
  const lines = reader.items('answers').flatMap((answer) => {
    const question = answer.child('question').text('fieldName');
    const parts = [question, answer.text('text')].filter((part) => part);
    return parts.length === 0 ? [] : [parts.join(': ')];
  });
  const known = { contactName: contact.name, phone: contact.phone, channel };
  const message = {
    ...known,
    conversationId: chatId,
    direction: 'in',
    kind: 'form',
    text: lines.join('\n'),
    senderName: contact.name,
    sentAt: observedAtMs,
  };
  const conversation = {
    ...contactFields(contact),
    channel,
    lastActivityAt: observedAtMs,
  };
  return {
    entityId: chatId,
    facts: [
      { entity: 'message', id, atMs, fields: message },
      { entity: 'conversation', id: chatId, atMs, fields: conversation },
      ...contactFacts(contact, atMs, { channel }),
    ],
  };
}
