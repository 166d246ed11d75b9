import type { Random } from '../runtime/host-object';
import type { WebAnswer } from './web-answer';

/** Text outputs that wait to be fetched at their one-time address. */
export interface EchoStore {
  /** Keeps an answer; gives the key of its address. */
  keep(answer: WebAnswer): string;
  /** Gives the answer once; null when the key is unknown or used. */
  take(key: string): WebAnswer | null;
}

/** Answers kept at once; the oldest are dropped, as senders that do not follow redirects never fetch them. */
const capacity = 1_000;

/** Creates an empty store. */
export function createEchoStore(random: Random): EchoStore {
  const answers = new Map<string, WebAnswer>();
  return {
    keep: (answer) => {
      const key = `${random.uuid()}${random.uuid()}`.replaceAll('-', '');
      answers.set(key, answer);
      const [oldest] = answers.keys();
      if (answers.size > capacity && oldest !== undefined) answers.delete(oldest);
      return key;
    },
    take: (key) => {
      const answer = answers.get(key) ?? null;
      answers.delete(key);
      return answer;
    },
  };
}
