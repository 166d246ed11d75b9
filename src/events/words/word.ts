import type { Language, Localized } from '../localized';
import { contentWords } from './content-words';
import { rareWord, type RareWordId } from './rare-words';

/** Words of ours that decoders put among a vendor's: what a message without text is, why a send failed, what a channel is called. */
export type WordId = ContentWordId | RareWordId;

type ContentWordId = keyof typeof contentWords;

/** Code points of the private use area, which no text of a vendor needs: see `dropMarks`. */
const open = '\uE000';
const close = '\uE001';
const marked = /\uE000(\w+)\uE001/g;

/**
 * Stands in a text for one of our words. Facts and `Estado` carry the id; the word itself is made when a row is rendered, in
 * the language of the day (`localizeText`).
 */
export function word(id: WordId): string {
  return open + id + close;
}

/** The text with our words in that language. */
export function localizeText(text: string, language: Language): string {
  if (!text.includes(open)) return text;
  return text.replace(marked, (_whole, id: string) => wordOf(id)?.[language] ?? id);
}

/** A text as it came from outside, without anything that could be taken for one of our words. */
export function dropMarks(text: string): string {
  return text.includes(open) ? text.replace(/[\uE000\uE001]/g, '') : text;
}

function wordOf(id: string): Localized | undefined {
  return isContentWord(id) ? contentWords[id] : rareWord(id);
}

function isContentWord(id: string): id is ContentWordId {
  return Object.prototype.hasOwnProperty.call(contentWords, id);
}
