/** The languages users read; Brazilian Portuguese first, it is the default. */
export const languages = ['pt', 'es', 'en'] as const;

export type Language = (typeof languages)[number];

/** A text for the user in each language. */
export type Localized = Readonly<Record<Language, string>>;

/**
 * A text in Portuguese, Spanish and English, in the order in which tables are read. Every text of the app is made here, so that a
 * further language is one file of translations and its name in this one: docs/contributing-a-language.md.
 */
export const say = (pt: string, es: string, en: string): Localized => ({ pt, es, en });
