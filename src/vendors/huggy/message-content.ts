import type { FieldsOf } from '../../events/fields';
import type { MessageKind } from '../../events/message-kinds';
import { mediaKindOf, mediaText } from '../kit/message-text';
import { readText } from './item';
import { isObject, type ObjectReader } from '../kit/object-reader';

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

/** The link; an object with `url` too, and PHP's `[]` and false for none. */
function readFile(reader: ObjectReader): string | undefined {
  const raw = reader.raw('file');
  if (isObject(raw)) return reader.child('file').text('url') ?? undefined;
  const isNone = raw === false || (Array.isArray(raw) && raw.length === 0);
  return isNone ? undefined : (reader.text('file') ?? undefined);
}
