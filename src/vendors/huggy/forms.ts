import { canonicalJson } from '../../events/canonical';
import { shortHash } from '../../events/short-hash';
import { openChat, requireChatId } from './chat-id';
import { readChannel, readText, type HuggyItem, type ItemFacts } from './item';
import type { Maybe, ObjectReader } from '../kit/object-reader';
import { contactFacts, contactFields } from '../kit/person';
import { readPersonAt } from './people';

/** `answeredChatForm` (deprecated by Huggy): one message row with a line `question: answer` each. */
export function decodeForm({ reader, atMs, observedAtMs }: HuggyItem): ItemFacts {
  const chatId = requireChatId(reader);
  const id = `${chatId}:form:${nameOf(reader, atMs)}`;
  const contact = readPersonAt(reader, 'customer');
  const channel = readChannel(openChat(reader), reader);
  const lines = reader.items('answers').flatMap((answer) => {
    const question = answer.child('question').text('fieldName');
    const parts = [question, readAnswer(answer)].filter((part) => part);
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

/**
 * A form has no id. The first of an event goes by its time, as rows of earlier versions do; what a later one holds tells it from the first,
 * and without a time nothing else tells a copy.
 */
function nameOf(reader: ObjectReader, atMs: number | null): string {
  if (atMs !== null && reader.path.endsWith('[0]')) return String(atMs);
  return `${atMs ?? ''}:${hashOf(reader)}`;
}

const hashOf = (reader: ObjectReader): string =>
  shortHash(canonicalJson(Object.fromEntries(reader.keys().map((key) => [key, reader.raw(key)]))));

/** Where several may be chosen, a list. */
const readAnswer = (answer: ObjectReader): Maybe<string> =>
  Array.isArray(answer.raw('text')) ? answer.texts('text')?.join(', ') : readText(answer, 'text');
