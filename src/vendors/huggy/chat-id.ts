import { isObject, type ObjectReader } from '../kit/object-reader';

/** The chat of an item: under `chat`, or the item itself (chat events come in both forms). */
export function openChat(reader: ObjectReader): ObjectReader {
  return isObject(reader.raw('chat')) ? reader.child('chat') : reader;
}

const linkKeys = ['chatID', 'chatId', 'chat_id', 'chat'];

/** The id of the chat to which an item belongs; undefined when it belongs to none. */
export function readChatId(reader: ObjectReader): string | undefined {
  const chat = openChat(reader);
  if (chat !== reader) return chat.id('id') ?? undefined;
  const key = linkKeys.find((candidate) => !isNothing(reader.raw(candidate)));
  return key === undefined ? undefined : (reader.id(key) ?? undefined);
}

/** The id of an item that is or names a chat; notes `missingField` and gives '' when it is nowhere. */
export function requireChatId(reader: ObjectReader): string {
  return readChatId(reader) ?? reader.requiredId('id');
}

function isNothing(value: unknown): boolean {
  const isEmptyList = Array.isArray(value) && value.length === 0;
  return value === undefined || value === null || value === '' || isEmptyList;
}
