/** The languages users read; Brazilian Portuguese first, it is the default. */
export const languages = ['pt', 'es', 'en'] as const;

export type Language = (typeof languages)[number];

/** A text for the user in each language. */
export type Localized = Readonly<Record<Language, string>>;
