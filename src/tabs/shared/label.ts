import type { Language, Localized } from '../../events/localized';

/** Words of the vocabulary as users read them. */
export type Labels = Readonly<Record<string, Localized>>;

/** The word as users of that language read it, or as the platform sent it where the table has none; null stays null. */
export function label(
  labels: Labels,
  word: string | null | undefined,
  language: Language,
): string | null {
  if (word === null || word === undefined) return null;
  return labels[word]?.[language] ?? word;
}
