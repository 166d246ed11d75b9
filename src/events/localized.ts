/** The languages users read; Brazilian Portuguese first, it is the default. */
export const languages = ['pt', 'es', 'en'] as const;

export type Language = (typeof languages)[number];

/** A text for the user in each language. */
export type Localized = Readonly<Record<Language, string>>;

/** A text in Portuguese, Spanish and English, in the order in which tables are read. */
export const say = (pt: string, es: string, en: string): Localized => ({ pt, es, en });
