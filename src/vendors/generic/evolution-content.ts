import type { MessageKind } from '../../events/message-kinds';
import { dropMarks, word, type WordId } from '../../events/words/word';
import { bracketed, mediaText, type MediaKind } from '../kit/message-text';
import { isObject } from '../kit/object-reader';
import { wordsIn } from '../kit/words-in';

type Part = Readonly<Record<string, unknown>>;

/** What a message says, in WhatsApp's own form as Baileys passes it on. */
export interface EvolutionContent {
  readonly kind: MessageKind;
  readonly text: string;
  readonly attachmentUrl?: string | undefined;
}

type ReadPart = (part: Part) => EvolutionContent;

/** The key of a message's content, and what it becomes (https://github.com/WhiskeySockets/Baileys/blob/master/WAProto/WAProto.proto, `Message`). */
const contents: ReadonlyMap<string, ReadPart> = new Map<string, ReadPart>([
  ['extendedTextMessage', chosen('text', 'text')],
  ['imageMessage', media('image')],
  ['videoMessage', media('video')],
  ['ptvMessage', media('video')],
  ['audioMessage', readAudio],
  ['documentMessage', media('document')],
  ['stickerMessage', media('sticker')],
  ['locationMessage', place('location')],
  ['liveLocationMessage', place('liveLocation')],
  ['contactMessage', readCard],
  ['contactsArrayMessage', readCards],
  ['reactionMessage', readReaction],
  ['buttonsResponseMessage', chosen('buttons', 'selectedDisplayText', 'selectedButtonId')],
  ['templateButtonReplyMessage', chosen('buttons', 'selectedDisplayText', 'selectedId')],
  ['listResponseMessage', chosen('list', 'title', 'description')],
  ['interactiveResponseMessage', wordsOf('buttons', 'answer')],
  ['buttonsMessage', wordsOf('buttons', 'buttons')],
  ['listMessage', wordsOf('list', 'list')],
  ['templateMessage', wordsOf('template', 'template')],
  ['interactiveMessage', wordsOf('buttons', 'interactive')],
  ['pollCreationMessage', readPoll],
  ['pollCreationMessageV2', readPoll],
  ['pollCreationMessageV3', readPoll],
  ['pollUpdateMessage', wordsOf('poll', 'pollVote')],
  ['eventMessage', wordsOf('event', 'event')],
  ['orderMessage', wordsOf('order', 'order')],
  ['productMessage', wordsOf('product', 'product')],
  ['groupInviteMessage', wordsOf('group', 'groupInvited')],
]);

/** Beside the content, not the content. */
const companions: ReadonlySet<string> = new Set([
  'messageContextInfo',
  'senderKeyDistributionMessage',
  'contextInfo',
]);
const maxWrappings = 6;

/** What `message` says; null when it says nothing (a key exchange, a message that could not be decrypted). */
export function readEvolutionContent(message: unknown): EvolutionContent | null {
  const inner = unwrapMessage(message);
  if (!isObject(inner)) return null;
  const conversation = textAt(inner, 'conversation');
  if (conversation !== undefined) return { kind: 'text', text: conversation };
  const key = Object.keys(inner).find((name) => isObject(inner[name]) && !companions.has(name));
  const part = key === undefined ? undefined : inner[key];
  if (key === undefined || !isObject(part)) return null;
  const content = (contents.get(key) ?? readUnknown(key))(part);
  const attachmentUrl = linkAt(message, 'mediaUrl') ?? linkAt(inner, 'mediaUrl');
  return attachmentUrl === undefined ? content : { ...content, attachmentUrl };
}

/** The message inside what makes it vanish, be seen once, or carry a caption. */
export function unwrapMessage(message: unknown): unknown {
  let inner = message;
  for (let depth = 0; depth < maxWrappings && isObject(inner); depth += 1) {
    const wrapper: unknown = [inner, ...Object.values(inner)].find(
      (part) => isObject(part) && isObject(part['message']),
    );
    if (!isObject(wrapper)) return inner;
    inner = wrapper['message'];
  }
  return inner;
}

function textAt(part: Part, ...keys: readonly string[]): string | undefined {
  const values = keys.map((key) => part[key]);
  const found = values.find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? dropMarks(found) : undefined;
}

function linkAt(part: unknown, key: string): string | undefined {
  const link = isObject(part) ? part[key] : undefined;
  return typeof link === 'string' && /^https?:\/\//.test(link) ? link : undefined;
}

function chosen(kind: MessageKind, ...keys: readonly string[]): ReadPart {
  return (part) => ({ kind, text: textAt(part, ...keys) ?? bracketed(word('wordless'), []) });
}

function wordsOf(kind: MessageKind, label: WordId): ReadPart {
  return (part) => ({ kind, text: bracketed(word(label), wordsIn(part).words) });
}

function readUnknown(key: string): ReadPart {
  return (part) => ({ kind: 'unknown', text: bracketed(key, wordsIn(part).words) });
}

function media(kind: MediaKind): ReadPart {
  const fileName = (part: Part): string | undefined =>
    kind === 'document' ? textAt(part, 'fileName', 'title') : undefined;
  return (part) => ({ kind, text: mediaText(kind, textAt(part, 'caption'), fileName(part)) });
}

function readAudio(part: Part): EvolutionContent {
  const seconds = Number(part['seconds'] ?? 0);
  return { kind: 'audio', text: bracketed(word('audio'), [seconds > 0 ? `${seconds} s` : null]) };
}

function place(label: WordId): ReadPart {
  return (part) => {
    const words = ['name', 'address', 'caption'].map((key) => textAt(part, key));
    const point = [part['degreesLatitude'], part['degreesLongitude']].map((value) =>
      typeof value === 'number' ? value : null,
    );
    return { kind: 'location', text: bracketed(word(label), [...words, ...point]) };
  };
}

/** A visiting card: the name, and the phones of its vCard. */
function cardWords(card: unknown): readonly (string | undefined)[] {
  if (!isObject(card)) return [];
  const phones = [...(textAt(card, 'vcard') ?? '').matchAll(/^(?:item\d+\.)?TEL[^:\n]*:(.+)$/gim)];
  return [textAt(card, 'displayName'), ...phones.map(([, phone]) => phone?.trim())];
}

function readCard(part: Part): EvolutionContent {
  return { kind: 'contact', text: bracketed(word('contact'), cardWords(part)) };
}

function readCards(part: Part): EvolutionContent {
  const cards: readonly unknown[] = Array.isArray(part['contacts']) ? part['contacts'] : [];
  const lines = cards.map((card) => cardWords(card).filter(Boolean).join(' '));
  return { kind: 'contact', text: bracketed(word('contacts'), lines) };
}

/** An empty reaction takes the former one back. */
function readReaction(part: Part): EvolutionContent {
  const emoji = textAt(part, 'text');
  const text = bracketed(word(emoji === undefined ? 'reactionRemoved' : 'reaction'), [emoji]);
  return { kind: 'reaction', text };
}

function readPoll(part: Part): EvolutionContent {
  const options: readonly unknown[] = Array.isArray(part['options']) ? part['options'] : [];
  const names = options.map((option) =>
    isObject(option) ? textAt(option, 'optionName') : undefined,
  );
  const offered = names.filter(Boolean).join(' | ');
  const question = bracketed(word('poll'), [textAt(part, 'name')]);
  return { kind: 'poll', text: offered === '' ? question : `${question}\n[${offered}]` };
}
