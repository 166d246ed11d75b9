import { dropMarks } from '../../events/words/word';
import { isObject } from './object-reader';

/** What can be read in a part of a body whose shape we do not know. */
export interface FoundWords {
  readonly words: readonly string[];
  /** The first link to a file in it. */
  readonly link: string | undefined;
}

/** Keys under which platforms put what people read. */
const wordKeys: ReadonlySet<string> = new Set(
  (
    'title headertext text message body caption description content contenttext question name ' +
    'displaytext display_text displayname label footer footertext response answer reply status reason address ' +
    'reference_id'
  ).split(' '),
);
/** Pictures of a file are not the file. */
const linkKey = /^(?!.*thumb)(?:.*url|link)$/i;
const maxDepth = 6;
const maxWords = 12;

/** The words that people read, in the order they stand, without repetitions; ids and codes are none. */
export function wordsIn(value: unknown): FoundWords {
  const words = new Set<string>();
  const links: string[] = [];
  const visit = (at: unknown, key: string, depth: number): void => {
    if (words.size >= maxWords) return;
    if (typeof at === 'string') {
      const isLink = /^https?:\/\/\S+$/.test(at);
      if (isLink && linkKey.test(key)) links.push(at);
      else if (wordKeys.has(key.toLowerCase()) && at.trim() !== '') words.add(dropMarks(at.trim()));
    } else if (depth < maxDepth && Array.isArray(at))
      for (const item of at) visit(item, key, depth + 1);
    else if (depth < maxDepth && isObject(at))
      for (const [name, item] of Object.entries(at)) visit(item, name, depth + 1);
  };
  visit(value, '', 0);
  return { words: [...words], link: links[0] };
}
