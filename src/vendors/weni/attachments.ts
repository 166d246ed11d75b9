import { word } from '../../events/words/word';
import type { FieldsOf } from '../../events/fields';
import { bracketed, mediaKindOf, mediaText } from '../kit/message-text';
import { isObject, openObject, type ObjectReader } from '../kit/object-reader';

interface Attachment {
  readonly type: string;
  readonly link: string;
  readonly fileName: string | undefined;
}

/** Kind, text and links of a message with Weni's attachments under `key`. */
export function readBody(
  reader: ObjectReader,
  key: string,
): Pick<FieldsOf<'message'>, 'kind' | 'text' | 'attachmentUrl'> {
  const text = reader.text('text') ?? undefined;
  const attachments = readAttachments(reader, key);
  const [first] = attachments;
  if (!first) return { kind: 'text', text };
  if (first.type === 'geo')
    return { kind: 'location', text: text ?? bracketed(word('location'), [first.link]) };
  const kind = mediaKindOf(first.type === '' ? first.link : first.type);
  const links = attachments.map(({ link }) => link).filter((link) => link !== '');
  return { kind, text: mediaText(kind, text, first.fileName), attachmentUrl: links.join('\n') };
}

/** An attachment is `{ content_type, url }`, or `{ type, url }` in Chats, or the text `image/jpeg:https://…` in flows. */
function readAttachments(reader: ObjectReader, key: string): readonly Attachment[] {
  const list = reader.raw(key);
  if (!Array.isArray(list) || list.every(isObject)) return reader.items(key).map(readOne);
  const path = reader.path === '' ? key : `${reader.path}.${key}`;
  return list.flatMap((item: unknown, index) => {
    if (item === null || item === '') return [];
    if (typeof item === 'string') return [splitText(item)];
    return [readOne(openObject(item, `${path}[${index}]`, reader.failures))];
  });
}

function readOne(item: ObjectReader): Attachment {
  return {
    type: item.text('content_type') ?? item.text('type') ?? '',
    link: item.text('url') ?? '',
    fileName: item.text('filename') ?? undefined,
  };
}

function splitText(text: string): Attachment {
  const [, type = '', link = text] = /^([a-z]+(?:\/[\w.+-]+)?):(?!\/\/)(.*)$/s.exec(text) ?? [];
  return { type, link, fileName: undefined };
}
