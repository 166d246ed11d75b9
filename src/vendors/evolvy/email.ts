import { word } from '../../events/words/word';
import { bracketed } from '../kit/message-text';
import type { ObjectReader } from '../kit/object-reader';

/**
 * The subject and the words of an e-mail: its `content`, else the newest reply, else the whole, else HTML without its tags. The
 * subject is the e-mail's own, else that of its conversation.
 */
export function readEmail(reader: ObjectReader, attributes: ObjectReader): string {
  const email = attributes.child('email');
  const ofThread = reader.child('conversation').child('additional_attributes');
  const subject = email.text('subject') ?? ofThread.text('mail_subject');
  const content = reader.text('content') ?? '';
  const words = content.trim() === '' ? readWords(email) : content;
  const lines = [subject || !words ? bracketed(word('email'), [subject]) : null, words];
  return lines.filter((line) => line).join('\n');
}

function readWords(email: ObjectReader): string | undefined {
  const plain = email.child('text_content');
  return plain.text('reply') ?? plain.text('full') ?? stripTags(email.child('html_content'));
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

function stripTags(html: ObjectReader): string | undefined {
  const source = html.text('reply') ?? html.text('full') ?? '';
  const pieces = source.split(/<\/?(?:style|script)\b[^<>]*>/i);
  const shown = pieces.filter((_, index) => index % 2 === 0).join(' ');
  const words = shown
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(
      /&(?:#(\d+)|(lt|gt|quot|apos|amp));/g,
      (_all, code: string | undefined, name: string) =>
        code === undefined ? (entities[name] ?? '') : String.fromCodePoint(Number(code) % 0x110000),
    )
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? undefined : words;
}
