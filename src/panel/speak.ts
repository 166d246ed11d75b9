import type { Services } from '../platform/services';
import { languageOf } from './language';
import { fill, texts, type TextId } from './texts';

/** Says a text in the person's language, its `{name}` places filled. */
export type Speak = (id: TextId, values?: Readonly<Record<string, string>>) => string;

/** Speaks the language of the Google account at the keyboard. */
export function speaker({ host }: Pick<Services, 'host'>): Speak {
  const language = languageOf(host.locale());
  return (id, values = {}) => fill(texts[id][language], values);
}
