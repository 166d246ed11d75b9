import type { FieldsOf } from '../../events/fields';
import type { MessageKind } from '../../events/message-kinds';
import { word, type WordId } from '../../events/words/word';
import { bracketed } from '../kit/message-text';
import { isObject, type ObjectReader } from '../kit/object-reader';
import { readAnswers, readTitles } from './answers';
import { readAttachment, type Attachment } from './attachments';
import { readEmail } from './email';
import type { MessageType } from './message-type';

const kinds: ReadonlyMap<string, MessageKind> = new Map([
  ['text', 'text'],
  ['input_text', 'form'],
  ['input_textarea', 'form'],
  ['input_email', 'form'],
  ['input_csat', 'form'],
  ['form', 'form'],
  ['input_select', 'list'],
  ['imput_select', 'list'],
  ['article', 'list'],
  ['cards', 'buttons'],
  ['incoming_email', 'email'],
  ['integrations', 'call'],
  ['voice_call', 'call'],
  ['sticker', 'sticker'],
]);

/** How a message without any text reads. */
const wordless: Readonly<Partial<Record<MessageKind, WordId>>> = {
  form: 'form',
  list: 'list',
  buttons: 'buttons',
  call: 'call',
  sticker: 'sticker',
  template: 'template',
};

type Content = Pick<FieldsOf<'message'>, 'kind' | 'text' | 'attachmentUrl'>;

/** `content_attributes`; Evolvy's help page writes the key with a space in it. */
export function openAttributes(reader: ObjectReader): ObjectReader {
  const misspelt = 'content_ attributes';
  return reader.child(reader.has(misspelt) ? misspelt : 'content_attributes');
}

export function isDeleted(attributes: ObjectReader): boolean {
  return attributes.flag('deleted') === true;
}

/** Kind, readable text and links. A deleted message keeps the kind it had; its text and its files are gone. */
export function readContent(reader: ObjectReader, type: MessageType | undefined): Content {
  const attributes = openAttributes(reader);
  if (attributes.flag('is_reaction') === true) return readReaction(reader, attributes);
  if (isDeleted(attributes)) return { text: bracketed(word('deleted'), []), attachmentUrl: null };
  const attachments = reader.items('attachments').map(readAttachment);
  const links = attachments.flatMap(({ url }) => (url === undefined ? [] : [url]));
  const kind = readKind(reader, type, attachments);
  return {
    kind,
    text: readText({ reader, attributes, kind, attachments }),
    attachmentUrl: links.length === 0 ? undefined : links.join('\n'),
  };
}

/** An emoji as a message of its own; taken back it is the same message, deleted and blank. https://github.com/fazer-ai/chatwoot/pull/276 */
function readReaction(reader: ObjectReader, attributes: ObjectReader): Content {
  const emoji = isDeleted(attributes) ? undefined : readWords(reader);
  const label = word(emoji === undefined ? 'reactionRemoved' : 'reaction');
  return { kind: 'reaction', text: bracketed(label, [emoji]) };
}

function readKind(
  reader: ObjectReader,
  type: MessageType | undefined,
  [attachment]: readonly Attachment[],
): MessageKind {
  if (readTemplate(reader) !== undefined) return 'template';
  const sent = reader.text('content_type') ?? 'text';
  const kind = kinds.get(sent.trim().toLowerCase()) ?? 'unknown';
  if (kind !== 'text') return kind;
  if (attachment !== undefined) return attachment.kind;
  return type === 'template' ? 'template' : 'text';
}

/** A WhatsApp template's parameters, its name among them; undefined where none was sent. */
function readTemplate(reader: ObjectReader): ObjectReader | undefined {
  const attributes = reader.child('additional_attributes');
  const params = attributes.raw('template_params');
  const isSent = isObject(params) && Object.keys(params).length > 0;
  return isSent ? attributes.child('template_params') : undefined;
}

interface Written {
  readonly reader: ObjectReader;
  readonly attributes: ObjectReader;
  readonly kind: MessageKind;
  readonly attachments: readonly Attachment[];
}

function readText({ reader, attributes, kind, attachments }: Written): string {
  const isEmail = kind === 'email';
  const content = isEmail ? readEmail(reader, attributes) : readWords(reader);
  const words = content ?? readOffer(reader, attributes, kind);
  const answers = readAnswers(attributes);
  const lines = [
    ...(words === undefined ? [] : [words]),
    ...(answers.length === 0 ? [] : [bracketed(word('answer'), answers)]),
    ...attachments
      .filter(({ isTelling }) => isTelling || words === undefined)
      .map(({ text }) => text),
  ];
  if (lines.length > 0) return lines.join('\n');
  const isUnsupported = attributes.flag('is_unsupported') === true;
  return bracketed(word(isUnsupported ? 'unsupported' : (wordless[kind] ?? 'wordless')), []);
}

/** The message's own words; blank ones are none. */
function readWords(reader: ObjectReader): string | undefined {
  const content = reader.text('content') ?? '';
  return content.trim() === '' ? undefined : content;
}

/** What a message without words is of: `[Modelo] boas_vindas`, `[Lista] Sim, Não`; undefined when nothing tells. */
function readOffer(
  reader: ObjectReader,
  attributes: ObjectReader,
  kind: MessageKind,
): string | undefined {
  const label = wordless[kind];
  const name = readTemplate(reader)?.text('name');
  const parts = name ? [name] : readTitles(attributes);
  return label === undefined || parts.length === 0 ? undefined : bracketed(word(label), parts);
}
