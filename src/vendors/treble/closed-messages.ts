import { word } from '../../events/words/word';
import type { FieldsOf } from '../../events/fields';
import { said } from '../kit/decoded';
import { bracketed, mediaKindOf, mediaText, type MediaKind } from '../kit/message-text';
import type { ObjectReader } from '../kit/object-reader';
import type { TrebleMessage } from './messages';
import { readTime, requireTime } from './times';

/** What tells who sent a message of a close. */
export interface SenderRule {
  readonly contactName: string | undefined;
  readonly isHubspot: boolean;
  /** The time of the close, epoch ms. */
  readonly atMs: number | null;
}

type Content = Pick<FieldsOf<'message'>, 'kind' | 'text' | 'attachmentUrl'> & {
  /** What the message is known by in every event. */
  readonly words: string;
};

/** Reads one message of a close; `sender` is `user` or `company`, in HubSpot's form a name. */
export function readClosedMessage(reader: ObjectReader, rule: SenderRule): TrebleMessage {
  const content = rule.isHubspot ? readHubspotContent(reader) : readContent(reader);
  const sender = said(reader.text('sender'));
  const direction = isFromContact(sender ?? '', rule) ? 'in' : 'out';
  const deliveredAt = readTime(reader, 'delivered_at');
  const readAt = readTime(reader, 'read_at');
  const arrived = deliveredAt !== undefined || direction === 'in' ? 'delivered' : 'sent';
  const contactName = direction === 'in' ? rule.contactName : undefined;
  const fields: FieldsOf<'message'> = {
    kind: content.kind,
    text: content.text,
    attachmentUrl: content.attachmentUrl,
    senderName: rule.isHubspot ? sender : contactName,
    deliveredAt,
    readAt,
    status: readAt === undefined ? arrived : 'read',
  };
  const sentAt = requireTime(reader, 'created_at');
  return { direction, sentAt, words: content.words, atMs: rule.atMs, fields };
}

/** HubSpot's form names the sender: Treble's own begin with "Treble", the person is called as the session's variable says. */
function isFromContact(sender: string, { isHubspot, contactName }: SenderRule): boolean {
  if (!isHubspot) return sender.toLowerCase() === 'user';
  if (/^treble\b/i.test(sender)) return false;
  if (contactName === undefined) return true;
  const [name, known] = [sender.trim().toLowerCase(), contactName.toLowerCase()];
  return name !== '' && (known.startsWith(name) || name.startsWith(known));
}

const mediaKinds: readonly MediaKind[] = ['image', 'video', 'audio', 'document', 'sticker'];

/** `type` names the object that holds the content. */
function readContent(reader: ObjectReader): Content {
  const type = reader.text('type') ?? 'text';
  const part = reader.child(type);
  if (type === 'text' || type === 'hsm') {
    const text = part.text('message') ?? '';
    return { kind: type === 'hsm' ? 'template' : 'text', text, words: text };
  }
  const media = mediaKinds.find((kind) => kind === type);
  if (media) return mediaContent(media, part.text('caption'), part.text('url'));
  if (type === 'location') return readLocation(part);
  const text = bracketed(type, [part.text('message') ?? part.text('caption')]);
  return { kind: 'unknown', text, words: text };
}

function readHubspotContent(reader: ObjectReader): Content {
  const message = reader.text('message');
  const url = reader.text('extra');
  const fileType = said(reader.text('file_type'))?.toLowerCase();
  if (fileType === undefined) return { kind: 'text', text: message, words: message ?? '' };
  const known = mediaKinds.find((kind) => kind === fileType);
  return mediaContent(known ?? mediaKindOf(url ?? ''), message, url);
}

type Text = string | null | undefined;

function mediaContent(kind: MediaKind, caption: Text, url: Text): Content {
  const text = mediaText(kind, caption);
  return { kind, text, attachmentUrl: said(url), words: caption ?? url ?? '' };
}

/** Known by no words: the API tells of it without its coordinates. */
function readLocation(part: ObjectReader): Content {
  const place = [part.text('address'), part.number('latitude'), part.number('longitude')];
  const text = bracketed(word('location'), place);
  return { kind: 'location', text, words: '' };
}
