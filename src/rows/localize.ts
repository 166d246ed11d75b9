import type { Language } from '../events/localized';
import { localizeText } from '../events/words/word';
import type { RowContent } from '../sheets/definition';

/** The cells with our own words in the language of the day: facts carry only which words they are. */
export function localizeCells(content: RowContent, language: Language): RowContent {
  const cells = Object.entries(content).map(
    ([id, cell]) => [id, typeof cell === 'string' ? localizeText(cell, language) : cell] as const,
  );
  return Object.fromEntries(cells);
}
