import type { FieldsOf } from '../../events/fields';
import type { MessageKind } from '../../events/message-kinds';
import { word, type WordId } from '../../events/words/word';
import { bracketed } from '../message-text';
import { isObject, type ObjectReader } from '../object-reader';
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
  unknown: 'wordless',
};

type Content = Pick<FieldsOf<'message'>, 'kind' | 'text' | 'attachmentUrl'>;

const deletedText = bracketed(word('deleted'), []);

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
  if (isDeleted(attributes)) return { text: deletedText, attachmentUrl: null };
  const attachments = reader.items('attachments').map(readAttachment);
  const links = attachments.flatMap(({ url }) => (url === undefined ? [] : [url]));
  const kind = readKind(reader, type, attachments);
  return {
    kind,
    text: readText({ reader, attributes, kind, attachments }),
    attachmentUrl: links.length === 0 ? undefined : links.join('\n'),
  };
}

function readKind(
  reader: ObjectReader,
  type: MessageType | undefined,
  [attachment]: readonly Attachment[],
): MessageKind {
  const template = reader.child('additional_attributes').raw('template_params');
  if (isObject(template) && Object.keys(template).length > 0) return 'template';
  const sent = reader.text('content_type') ?? 'text';
  const kind = kinds.get(sent.trim().toLowerCase()) ?? 'unknown';
  if (kind !== 'text') return kind;
  if (attachment !== undefined) return attachment.kind;
  return type === 'template' ? 'template' : 'text';
}

interface Written {
  readonly reader: ObjectReader;
  readonly attributes: ObjectReader;
  readonly kind: MessageKind;
  readonly attachments: readonly Attachment[];
}

function readText({ reader, attributes, kind, attachments }: Written): string | null {
  const words = kind === 'email' ? readEmail(attributes) : readOffer(attributes, kind);
  const content = reader.text('content') ?? words;
  const answers = readAnswers(attributes);
  const lines = [
    ...(content === undefined ? [] : [content]),
    ...(answers.length === 0 ? [] : [bracketed(word('answer'), answers)]),
    ...attachments
      .filter(({ isTelling }) => isTelling || content === undefined)
      .map(({ text }) => text),
  ];
  const alone = wordless[kind];
  if (lines.length > 0) return lines.join('\n');
  return alone === undefined ? null : bracketed(word(alone), []);
}

/** What a message without words lets the contact choose from: `[Lista] Sim, Não`; undefined when it offers nothing. */
function readOffer(attributes: ObjectReader, kind: MessageKind): string | undefined {
  const label = wordless[kind];
  const items = attributes.raw('items');
  if (label === undefined || !Array.isArray(items)) return undefined;
  const titles = items.filter(isObject).map((item) => item['title'] ?? item['label']);
  const shown = titles.filter((title): title is string => typeof title === 'string');
  return shown.length === 0 ? undefined : bracketed(word(label), shown);
}

/** What the contact filled in; the answer to a satisfaction survey is the conversation's rating instead. */
function readAnswers(attributes: ObjectReader): readonly string[] {
  const email = attributes.text('submitted_email') ?? undefined;
  const values = attributes.raw('submitted_values');
  const filled = Array.isArray(values) ? attributes.items('submitted_values') : [];
  const answers = filled.flatMap((answer) => answer.text('value') ?? answer.text('title') ?? []);
  return [...(email === undefined ? [] : [email]), ...answers];
}
