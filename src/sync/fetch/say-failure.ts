import type { Language } from '../../events/localized';
import { fetchTexts } from './fetch-texts';
import type { FetchFailure } from './read-fetched';

/** Why a platform of that name did not answer, and what to do, in one or two sentences. */
export function sayFailure(
  { cause, words, status }: Pick<FetchFailure, 'cause' | 'words' | 'status'>,
  platform: string,
  language: Language,
): string {
  const said = words === '' ? String(status) : words;
  return fetchTexts[cause][language]
    .replace(/\{platform\}/g, () => platform)
    .replace('{words}', () => said);
}
