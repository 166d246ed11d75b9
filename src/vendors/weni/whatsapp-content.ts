import { word } from '../../events/words/word';
import type { FieldsOf } from '../../events/fields';
import type { MessageKind } from '../../events/message-kinds';
import { bracketed, mediaText, type MediaKind } from '../kit/message-text';
import { wordsIn } from '../kit/words-in';
import { isObject, openObject, type ObjectReader } from '../kit/object-reader';
import { readInteractive } from './whatsapp-interactive';

type Content = Pick<FieldsOf<'message'>, 'kind' | 'text' | 'attachmentUrl'>;

type ReadContent = (part: ObjectReader, message: ObjectReader) => Content;

const say = (kind: MessageKind, text: string | null | undefined): Content => ({ kind, text });

/** By Meta's `type`; the content stands under a key of the same name. */
const readers: ReadonlyMap<string, ReadContent> = new Map<string, ReadContent>([
  ['text', (part) => say('text', part.text('body'))],
  ['button', (part) => say('buttons', part.text('text') ?? part.text('payload'))],
  ['interactive', readInteractive],
  ['image', readMedia('image')],
  ['audio', readMedia('audio')],
  ['voice', readMedia('audio')],
  ['video', readMedia('video')],
  ['document', readMedia('document')],
  ['sticker', readMedia('sticker')],
  ['location', readLocation],
  [
    'contacts',
    (_, message) =>
      say('contact', bracketed(word('contact'), message.items('contacts').map(nameCard))),
  ],
  ['reaction', readReaction],
  ['order', readOrder],
  [
    'system',
    (part) => say('system', part.text('body') ?? bracketed(word('system'), [part.text('type')])),
  ],
  ['template', (part) => say('template', bracketed(word('template'), [part.text('name')]))],
]);

/** Kind, readable text and link of a WhatsApp message, whatever its type. */
export function readContent(message: ObjectReader): Content {
  const type = message.text('type') ?? 'unknown';
  const read = readers.get(type);
  if (!read) return say('unknown', readUnknown(type, message));
  const isList = type === 'contacts';
  return read(isList ? message : message.child(type), message);
}

function readMedia(kind: MediaKind): ReadContent {
  return (part) => ({
    kind,
    text: mediaText(kind, part.text('caption'), part.text('filename')),
    attachmentUrl: part.text('url') ?? part.text('link') ?? undefined,
  });
}

/** What Meta could not pass on (`unsupported`, with its type since 2026), or a type that is new: the words it has. */
function readUnknown(type: string, message: ObjectReader): string {
  const raw = message.raw(type);
  if (type === 'unsupported')
    return bracketed(word('unsupported'), isObject(raw) ? [message.child(type).text('type')] : []);
  const words = typeof raw === 'string' ? [message.text(type)] : wordsIn(raw).words;
  return bracketed(word('unrecognised'), [type, ...words]);
}

function readLocation(part: ObjectReader): Content {
  const place = [part.text('name'), part.text('address')];
  const spot = [part.number('latitude'), part.number('longitude')];
  const text = bracketed(word('location'), [...place, ...spot]);
  return { kind: 'location', text, attachmentUrl: part.text('url') ?? undefined };
}

function nameCard(card: ObjectReader): string {
  const name = card.child('name').text('formatted_name');
  const phones = card.items('phones').map((phone) => phone.text('phone') ?? phone.text('wa_id'));
  return [name, ...phones].filter((part) => part).join(' ');
}

/** An emoji that is blank or absent takes the reaction away. */
function readReaction(part: ObjectReader): Content {
  const emoji = part.text('emoji');
  return say(
    'reaction',
    emoji ? bracketed(word('reaction'), [emoji]) : bracketed(word('reactionRemoved'), []),
  );
}

function readOrder(part: ObjectReader): Content {
  const items = part.items('product_items').map((item) => {
    const quantity = item.number('quantity') ?? 1;
    return `${quantity} × ${item.text('product_retailer_id') ?? '?'}`;
  });
  return say('order', bracketed(word('order'), [part.text('text'), ...items]));
}

/** What the contact wrote about: the ad or post that led here, the product that is asked about. */
export function readSurroundings(message: ObjectReader): readonly string[] {
  const referral = message.child('referral');
  const headline = referral.text('headline') ?? referral.text('body');
  const ad = bracketed(word('ad'), [headline, referral.text('source_url')]);
  const product = readReferredProduct(message);
  return [...(referral.keys().length > 0 ? [ad] : []), ...(product ? [product] : [])];
}

function readReferredProduct(message: ObjectReader): string | undefined {
  if (!isObject(message.raw('context'))) return undefined;
  const product = message.child('context').raw('referred_product');
  const id = isObject(product) ? openObject(product).id('product_retailer_id') : null;
  return id ? bracketed(word('product'), [id]) : undefined;
}
