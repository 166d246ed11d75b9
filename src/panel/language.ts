import { languages, type Language } from '../events/localized';

/** The language of a Google account's locale (`es_CO` → es); Portuguese for those that we do not speak. */
export function languageOf(locale: string): Language {
  const start = locale.slice(0, 2).toLowerCase();
  return languages.find((language) => language === start) ?? 'pt';
}
