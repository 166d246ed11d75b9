import { dropMarks } from '../events/words/word';

/** Keys whose values are for machines, or secret. */
const noWords =
  /token|secret|key|password|credential|authori[sz]ation|hash|sha\d*|mime|url|link|(?:^|_)ids?$|Id$/i;
const maxWords = 8;
const maxLength = 200;

/** The words that stand anywhere in a thing of unknown shape, in its order: what a person can read of what we do not know. */
export function wordsIn(value: unknown): readonly string[] {
  const words: string[] = [];
  collect(value, words, 0);
  return words;
}

function collect(value: unknown, words: string[], depth: number): void {
  if (words.length >= maxWords || depth > 6) return;
  if (typeof value === 'string' && value.trim() !== '')
    words.push(dropMarks(value.trim()).slice(0, maxLength));
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries<unknown>({ ...value }))
    if (Array.isArray(value) || !noWords.test(key)) collect(item, words, depth + 1);
}
