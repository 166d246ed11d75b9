import { openChat, requireChatId } from './chat-id';
import { readNamed, type HuggyItem, type ItemFacts } from './item';
import { contactFacts, contactFields, readPerson } from './people';

/** `answeredChatForm` (deprecated by Huggy): one message row with a line `question: answer` each. */
export function decodeForm({ reader, atMs, observedAtMs }: HuggyItem): ItemFacts {
  const chatId = requireChatId(reader);
  const id = `${chatId}:form:${observedAtMs}`;
  const contact = readPerson(reader.child('customer'));
  const channel = readNamed(openChat(reader), 'channel') ?? undefined;
  const lines = reader.items('answers').map((answer) => {
    const question = answer.child('question').text('fieldName');
    return [question, answer.text('text')].filter((part) => part).join(': ');
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
      ...contactFacts(contact, atMs, channel),
    ],
  };
}
