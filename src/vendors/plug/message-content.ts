import { bracketed } from '../kit/message-text';
import { isObject, type ObjectReader } from '../kit/object-reader';
import { wordsIn } from '../kit/words-in';
import type { Content, ReadContent } from './content';
import { commerceContents } from './content-commerce';
import { interactiveContents } from './content-interactive';
import { mediaContents, readContacts, textPart } from './content-media';
import { templateContents } from './content-template';
import { readNotification } from './notifications';

/**
 * The kind of a message is the one extra key it has (https://developer.z-api.io/webhooks/on-message-received).
 * `text` comes last: it stands beside `statusImage`.
 */
const contents: readonly (readonly [string, ReadContent])[] = Object.entries({
  ...templateContents,
  ...interactiveContents,
  ...commerceContents,
  ...mediaContents,
});

/** What the message says; null when that is still to come, or when there is nothing. */
export function readContent(message: ObjectReader): Content | null {
  const notification = message.text('notification') ?? '';
  if (notification !== '') return readNotification(notification, message);
  const known = contents.find(([key]) => isPresent(message.raw(key)));
  if (known) return known[1](partOf(message, known[0]), message);
  if (Array.isArray(message.raw('contacts'))) return readContacts(message);
  return readUnknown(message);
}

const partOf = (message: ObjectReader, key: string): ObjectReader =>
  key === 'text' ? textPart(message) : message.child(key);

const isPresent = (value: unknown): boolean => value !== undefined && value !== null;

/** Objects beside the content, which are not the content. */
const companions: ReadonlySet<string> = new Set([
  'externalAdReply',
  'notificationParameters',
  'broadcastRecipients',
]);

/** An object, or a list of objects. */
const isContent = (value: unknown): boolean => isObject(firstOf(value));

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

/** A kind that WhatsApp has added since: its name, the words it has, and its link. */
function readUnknown(message: ObjectReader): Content | null {
  const key = message.keys().find((name) => isContent(message.raw(name)) && !companions.has(name));
  if (key === undefined) return null;
  const found = wordsIn(message.raw(key));
  return { kind: 'unknown', text: bracketed(key, found.words), attachmentUrl: found.link };
}
