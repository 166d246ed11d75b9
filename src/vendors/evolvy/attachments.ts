import { word } from '../../events/words/word';
import type { MessageKind } from '../../events/message-kinds';
import { bracketed, mediaText, type MediaKind } from '../kit/message-text';
import type { ObjectReader } from '../kit/object-reader';

const media: ReadonlyMap<string, MediaKind> = new Map([
  ['image', 'image'],
  ['audio', 'audio'],
  ['video', 'video'],
  ['file', 'document'],
  ['ig_post', 'image'],
  ['ig_story', 'image'],
  ['story_mention', 'image'],
  ['ig_reel', 'video'],
]);

/** What an attachment is, how it reads and where it is. */
export interface Attachment {
  readonly kind: MessageKind;
  /** What the link does not show: the place, the contact, the words spoken. */
  readonly text: string;
  /** True when the text says more than that there is a file. */
  readonly isTelling: boolean;
  readonly url: string | undefined;
}

export function readAttachment(reader: ObjectReader): Attachment {
  const type = reader.text('file_type') ?? '';
  const url = reader.text('data_url') ?? undefined;
  if (type === 'location') return { ...readLocation(reader), url };
  if (type === 'contact') return { ...readCard(reader), url };
  const kind = media.get(type);
  if (kind === undefined) return { ...readOther(reader), url };
  const spoken = reader.text('transcribed_text') ?? undefined;
  const text =
    spoken === undefined
      ? mediaText(kind, undefined, kind === 'document' ? fileNameOf(url) : undefined)
      : bracketed(word('audio'), [spoken]);
  return { kind, text, isTelling: spoken !== undefined, url };
}

type Told = Omit<Attachment, 'url'>;

function readLocation(reader: ObjectReader): Told {
  const place = [
    reader.text('fallback_title'),
    reader.number('coordinates_lat'),
    reader.number('coordinates_long'),
  ];
  return { kind: 'location', text: bracketed(word('location'), place), isTelling: true };
}

function readCard(reader: ObjectReader): Told {
  const meta = reader.child('meta');
  const names = [meta.text('first_name'), meta.text('last_name')].filter((name) => Boolean(name));
  const text = bracketed(word('contact'), [names.join(' '), reader.text('fallback_title')]);
  return { kind: 'contact', text, isTelling: true };
}

/** A shared post, a link's preview, or a type that is new. */
function readOther(reader: ObjectReader): Told {
  const title = reader.text('fallback_title') ?? undefined;
  return {
    kind: 'unknown',
    text: bracketed(word('attachment'), [title]),
    isTelling: title !== undefined,
  };
}

/** The name at the end of a file's link. */
function fileNameOf(url: string | undefined): string | undefined {
  const [path = ''] = (url ?? '').split(/[?#]/, 1);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!name.includes('.')) return undefined;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
