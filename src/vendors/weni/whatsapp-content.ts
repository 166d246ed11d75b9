import { word } from '../../events/words/word';
import type { FieldsOf } from '../../events/fields';
import type { MessageKind } from '../../events/message-kinds';
import { bracketed, mediaText, type MediaKind } from '../message-text';
import { wordsIn } from '../words-in';
import type { ObjectReader } from '../object-reader';
import { readForm } from './whatsapp-form';

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

const replyKinds: ReadonlyMap<string, MessageKind> = new Map([
  ['button_reply', 'buttons'],
  ['list_reply', 'list'],
]);

/** The button or line that the contact chose, the answers of a WhatsApp form, a payment; of another type the words it has. */
function readInteractive(part: ObjectReader): Content {
  const type = part.text('type') ?? '';
  const own = part.child(type);
  const kind = replyKinds.get(type);
  if (kind) return say(kind, own.text('title') ?? own.text('id'));
  if (type === 'nfm_reply') return say('form', readForm(own));
  if (type.startsWith('payment_')) return say('payment', readPayment(own));
  if (type === 'call_permission_reply') return say('call', readPermission(own));
  return say('unknown', bracketed(word('interactive'), [type, ...wordsIn(part.raw(type)).words]));
}

/** Weni's own notices of a payment that was made, and of how; of a card the last four digits at most. */
function readPayment(part: ObjectReader): string {
  const keys = ['reference_id', 'payment_status', 'payment_method', 'payer_name'];
  const digits = part.id('last_four_digits');
  const words = keys.map((key) => part.text(key));
  return bracketed(word('payment'), [...words, digits ? `…${digits.slice(-4)}` : null]);
}

function readPermission(part: ObjectReader): string {
  const isAccepted = part.text('response') === 'accept';
  return bracketed(word(isAccepted ? 'callAccepted' : 'callRejected'), []);
}

/** What Meta could not pass on (`unsupported`, with its type since 2026), or a type that is new: the words it has. */
function readUnknown(type: string, message: ObjectReader): string {
  if (type === 'unsupported')
    return bracketed(word('unsupported'), [message.child('unsupported').text('type')]);
  return bracketed(word('unrecognised'), [type, ...wordsIn(message.raw(type)).words]);
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

/** The ad or post from which the contact wrote; undefined when there is none. */
export function readReferral(message: ObjectReader): string | undefined {
  const referral = message.child('referral');
  if (referral.keys().length === 0) return undefined;
  return bracketed(word('ad'), [
    referral.text('headline') ?? referral.text('body'),
    referral.text('source_url'),
  ]);
}
