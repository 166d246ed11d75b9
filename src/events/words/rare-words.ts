import type { Localized } from '../localized';
import { noticeWords } from './notice-words';
import { sendFailureWords } from './send-failure-words';

const words = { ...noticeWords, ...sendFailureWords } as const;

export type RareWordId = keyof typeof words;

/** A word that few messages need; undefined for what is none. Few executions compile these (docs/decisions/0018-late-rooms.md). */
export function rareWord(id: string): Localized | undefined {
  return isRare(id) ? words[id] : undefined;
}

function isRare(id: string): id is RareWordId {
  return Object.prototype.hasOwnProperty.call(words, id);
}
