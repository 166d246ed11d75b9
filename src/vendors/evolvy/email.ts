import { word } from '../../events/words/word';
import type { ObjectReader } from '../object-reader';
import { bracketed } from '../message-text';

/** The subject and the words of an e-mail that came without `content`: the newest reply, else the whole, else HTML without its tags. */
export function readEmail(attributes: ObjectReader): string {
  const email = attributes.child('email');
  const plain = email.child('text_content');
  const words = plain.text('reply') ?? plain.text('full') ?? stripTags(email.child('html_content'));
  const subject = bracketed(word('email'), [email.text('subject')]);
  return words === undefined ? subject : `${subject}\n${words}`;
}

function stripTags(html: ObjectReader): string | undefined {
  const source = html.text('reply') ?? html.text('full') ?? '';
  const pieces = source.split(/<\/?(?:style|script)\b[^<>]*>/i);
  const shown = pieces.filter((_, index) => index % 2 === 0).join(' ');
  const words = shown
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? undefined : words;
}
