import type { FieldsOf } from '../../events/fields';
import type { MessageKind } from '../../events/message-kinds';
import { mediaKindOf, mediaText } from '../kit/message-text';
import { readText } from './item';
import { isObject, openObject, type ObjectReader } from '../kit/object-reader';

/** Kind, text and file of a message. Huggy sends the file as a link without its type: the link's ending tells. */
export function readContent(
  reader: ObjectReader,
  message: { readonly hasSender: boolean; readonly isInternal: boolean | undefined },
): Pick<FieldsOf<'message'>, 'kind' | 'text' | 'attachmentUrl'> {
  const body = readText(reader, 'body') ?? readText(reader, 'text');
  const file = readFile(reader);
  if (reader.flag('is_email') === true) return { kind: 'email', text: body, attachmentUrl: file };
  if (file !== undefined) {
    const kind = mediaKindOf(file);
    return { kind, text: mediaText(kind, body), attachmentUrl: file };
  }
  const isSystem = message.isInternal === true && !message.hasSender;
  const kind: MessageKind = isSystem ? 'system' : 'text';
  return { kind, text: body };
}

/** The link, or the `url` of an object; the first of several. PHP has `[]` and false for none. */
function readFile(reader: ObjectReader): string | undefined {
  const raw = reader.raw('file');
  const file: unknown = Array.isArray(raw) ? raw[0] : raw;
  const holder = isObject(file) ? openObject(file, 'file') : openObject({ url: file }, 'file');
  return readText(holder, 'url') ?? undefined;
}
