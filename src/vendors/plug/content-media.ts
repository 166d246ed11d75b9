import { word, type WordId } from '../../events/words/word';
import { said } from '../kit/decoded';
import { bracketed, mediaText, type MediaKind } from '../kit/message-text';
import { openObject, type ObjectReader } from '../kit/object-reader';
import type { Content, ReadContent } from './content';

/** Files, places, people and plain text. */
export const mediaContents: Readonly<Record<string, ReadContent>> = {
  image: readMedia('image', 'imageUrl'),
  video: readMedia('video', 'videoUrl'),
  ptv: readMedia('video', 'ptvUrl', 'videoUrl'),
  audio: readAudio,
  document: readDocument,
  sticker: readMedia('sticker', 'stickerUrl'),
  location: readLocation,
  liveLocation: readLiveLocation,
  contact: readContact,
  statusImage: readStatusReply,
  text: readText,
};

function readMedia(kind: MediaKind, ...urlKeys: readonly string[]): ReadContent {
  return (part) => ({
    kind,
    text: mediaText(kind, part.text('caption')),
    attachmentUrl: urlKeys.map((key) => said(part.text(key))).find((url) => url !== undefined),
  });
}

function readAudio(part: ObjectReader): Content {
  const seconds = part.number('seconds') ?? 0;
  return {
    kind: 'audio',
    text: bracketed(word('audio'), [seconds > 0 ? `${seconds} s` : null]),
    attachmentUrl: said(part.text('audioUrl')),
  };
}

function readDocument(part: ObjectReader): Content {
  const name = part.text('fileName') ?? part.text('title');
  return {
    kind: 'document',
    text: mediaText('document', part.text('caption'), name),
    attachmentUrl: said(part.text('documentUrl')),
  };
}

/** A place: its name, address and coordinates, as far as they are said. */
export function readLocation(part: ObjectReader): Content {
  return readPlace(part, 'location');
}

/** Where somebody is while they move. */
function readLiveLocation(part: ObjectReader): Content {
  return readPlace(part, 'liveLocation');
}

function readPlace(part: ObjectReader, label: WordId): Content {
  const words = [part.text('name'), part.text('address'), part.text('caption')];
  const point = [part.number('latitude'), part.number('longitude')];
  const text = bracketed(word(label), [...words, ...point]);
  return { kind: 'location', text, attachmentUrl: said(part.text('url')) };
}

function readContact(part: ObjectReader): Content {
  return { kind: 'contact', text: bracketed(word('contact'), cardWords(part)) };
}

/** Several contacts in one message, the only kind that is a list. */
export function readContacts(message: ObjectReader): Content {
  const cards = message.items('contacts').map((card) => cardWords(card).filter(Boolean).join(' '));
  return { kind: 'contact', text: bracketed(word('contacts'), cards) };
}

function cardWords(card: ObjectReader): readonly (string | null | undefined)[] {
  return [card.text('displayName'), ...(card.texts('phones') ?? [])];
}

function readStatusReply(part: ObjectReader, message: ObjectReader): Content {
  const text = textPart(message).text('message');
  return {
    kind: 'text',
    text: bracketed(word('statusAnswer'), [text ?? part.text('caption')]),
    attachmentUrl: said(part.text('imageUrl')),
  };
}

/** The object of a message's text; the words alone count as one. */
export function textPart(message: ObjectReader): ObjectReader {
  const raw = message.raw('text');
  return typeof raw === 'string' ? openObject({ message: raw }) : message.child('text');
}

/** The text, and on lines of their own the link and the ad it came with. */
function readText(part: ObjectReader, message: ObjectReader): Content {
  const text = part.text('message') ?? '';
  const url = part.text('url') ?? '';
  const title = part.text('title');
  const isNewLink = /^https?:\/\/\S/.test(url) && !text.includes(url);
  const lines = [
    text === '' && !isNewLink ? (title ?? '') : text,
    isNewLink ? bracketed(word('link'), [title, url]) : '',
    message.has('externalAdReply') ? readAd(message.child('externalAdReply')) : '',
  ];
  return { kind: 'text', text: lines.filter((line) => line !== '').join('\n') };
}

function readAd(ad: ObjectReader): string {
  const words = [ad.text('title'), ad.text('sourceUrl')];
  return ad.keys().length > 0 ? bracketed(word('ad'), words) : '';
}
